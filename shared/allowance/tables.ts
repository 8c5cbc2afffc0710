// Allowances (TPP) of a month and what goes into them.

import type { Decimal } from '#shared/decimal.ts';
import type { EmployeeId } from '#shared/people/tables.ts';
import { date, instant, integer, json, nullable, type RowOf, type Tables, text } from '#shared/sync/table.ts';
import type { PayEntryKind } from './rules/pay-entries.ts';
import type { PtkpStatus } from './rules/payee.ts';
import type { Slip } from './rules/slip.ts';

/** Drawn up by the treasurer, checked by the treasurer's superior, approved by the head of the agency. */
export type PayrollState = 'drawn' | 'checked' | 'approved' | 'returned';

export const allowanceTables = {
  /** How far the allowances of a month are. Its id is the month. */
  payroll: {
    columns: {
      month: text(),
      state: text<PayrollState>(),
      /** Grows by one each time it is drawn up; a decision names the revision that was read. */
      revision: integer(),
      drawnBy: text<EmployeeId>(),
      drawnAt: instant(),
      checkedBy: nullable(text<EmployeeId>()),
      checkedAt: nullable(instant()),
      approvedBy: nullable(text<EmployeeId>()),
      approvedAt: nullable(instant()),
      /** Why it came back. */
      note: nullable(text()),
    },
    indexes: ['state'],
  },
  /** The allowance of a month as it was drawn up: nothing that happens later changes it. Its id is the month. */
  slip: {
    columns: { month: text(), content: json<Slip>(), at: instant() },
    indexes: [],
  },
  /** A correction of the allowance, paid with the month it is dated in. */
  adjustment: {
    columns: {
      month: text(),
      /** The closed month that it corrects; null where it corrects none. */
      forMonth: nullable(text()),
      /** Rupiah, with its sign. */
      amount: text<Decimal>(),
      reason: text(),
      by: text<EmployeeId>(),
      at: instant(),
    },
    indexes: ['month', 'forMonth'],
  },
  /** What holds for one person's allowance between two days (shared/allowance/rules/pay-entries.ts). */
  payEntry: {
    columns: {
      employeeId: text<EmployeeId>(),
      kind: text<PayEntryKind>(),
      validFrom: date(),
      /** Null: until it is ended. */
      validUntil: nullable(date()),
      /** Null where the policy says how much. */
      percent: nullable(text<Decimal>()),
      /** Of a second post. */
      postClass: nullable(integer()),
      /** The paper it rests on. */
      source: text(),
      /** Entered by mistake: it never held. */
      withdrawn: json<boolean>(),
      by: text<EmployeeId>(),
      at: instant(),
      endedBy: nullable(text<EmployeeId>()),
      endedAt: nullable(instant()),
      endReason: nullable(text()),
    },
    indexes: ['employeeId', 'kind'],
  },
  /**
   * How an employee is paid and taxed from a month on (shared/allowance/rules/payee.ts). Never changed: a later row says what holds.
   */
  payee: {
    columns: {
      employeeId: text<EmployeeId>(),
      month: text(),
      /** Null where the office has not told it. */
      ptkp: nullable(text<PtkpStatus>()),
      npwp: nullable(text()),
      bank: nullable(text()),
      account: nullable(text()),
      /** Rupiah of the salary of a month: what is taxed of it, the tax that was taken of it, what health insurance is paid on. */
      salary: nullable(text<Decimal>()),
      salaryTax: nullable(text<Decimal>()),
      insuredSalary: nullable(text<Decimal>()),
      /** Rupiah of tax on the allowance as somebody reckoned it, for this month alone. */
      tax: nullable(text<Decimal>()),
      /** Rupiah of THR, 13th month and the like in this month, and of the tax that was taken of it. */
      extra: nullable(text<Decimal>()),
      extraTax: nullable(text<Decimal>()),
      /** Rupiah for the last tax period: pension paid in the year; income and tax of months of which there is no list. */
      yearPension: nullable(text<Decimal>()),
      earlierGross: nullable(text<Decimal>()),
      earlierTax: nullable(text<Decimal>()),
      by: text<EmployeeId>(),
      at: instant(),
    },
    indexes: ['employeeId'],
  },
} satisfies Tables;

export type Payroll = RowOf<(typeof allowanceTables)['payroll']>;
export type SlipRow = RowOf<(typeof allowanceTables)['slip']>;
export type Adjustment = RowOf<(typeof allowanceTables)['adjustment']>;
export type PayEntryRow = RowOf<(typeof allowanceTables)['payEntry']>;
export type PayeeRow = RowOf<(typeof allowanceTables)['payee']>;
