// What the office asks the server of the allowances.

import * as v from 'valibot';
import * as value from '#shared/sync/values.ts';
import { YEAR_AMOUNTS } from './rules/net-pay.ts';
import { PAY_ENTRY_KINDS } from './rules/pay-entries.ts';
import { PAYEE_AMOUNTS, PAYEE_FIELDS, PTKP_STATUSES } from './rules/payee.ts';
import { SLIP_LINE_KINDS } from './rules/slip.ts';

export const PayrollMonth = v.object({ month: value.month });

/** A line of the payroll: an employee's allowance as it stands. Amounts are rupiah in text, indices percent. */
export const PayrollLine = v.object({
  employeeId: v.string(),
  name: v.string(),
  nip: v.nullable(v.string()),
  grade: v.nullable(v.string()),
  position: v.string(),
  postClass: v.nullable(v.number()),
  base: v.string(),
  productivity: v.string(),
  discipline: v.string(),
  /** Percent off the discipline part for assemblies missed. */
  assemblies: v.string(),
  /** What the register and the rules on the whole make of it, by kind of line; rupiah with sign, four places. */
  byKind: v.record(v.picklist(SLIP_LINE_KINDS), v.string()),
  amount: v.string(),
  adjustments: v.string(),
  total: v.string(),
  /** Entries that would count if they were approved, and that were late. */
  waiting: v.number(),
  late: v.number(),
  /** Working days of which no attendance is recorded. */
  unknownDays: v.number(),
  /** Explanations of days that wait for the superior or the office. */
  explanations: v.number(),
  /** Of a closed month: what is known today would pay so much more, or less. Null where nothing differs. */
  correction: v.nullable(v.string()),
});
export type PayrollLine = v.InferOutput<typeof PayrollLine>;

/** Answer of GET /api/payroll/:month. From the slips as drawn up, where it was drawn up; else from what is known now. */
export const PayrollSheet = v.object({
  month: v.string(),
  state: v.picklist(['open', 'drawn', 'checked', 'approved', 'returned']),
  revision: v.number(),
  note: v.nullable(v.string()),
  /** Who drew it up, checked and approved it, and when. */
  steps: v.array(v.object({ act: v.picklist(['drawn', 'checked', 'approved']), name: v.string(), at: v.string() })),
  lines: v.array(PayrollLine),
  total: v.string(),
  /** Shifts to look at before the month is drawn up: two on a day, two at once, or none where one should be. */
  plan: v.array(
    v.object({
      employeeId: v.string(),
      name: v.string(),
      date: v.string(),
      what: v.picklist(['two-shifts', 'overlap', 'no-shift']),
      names: v.array(v.string()),
    }),
  ),
  /** What the one who asks may do now, and what the act must name. */
  may: v.array(v.picklist(['draw', 'check', 'approve', 'return', 'adjust'])),
  drawnBy: v.nullable(v.string()),
  headId: v.nullable(v.string()),
});
export type PayrollSheet = v.InferOutput<typeof PayrollSheet>;

/** Answer of GET /api/payroll/:month/:employeeId: the slip as paid (null where it is not drawn up), and as known now. */
export const PayrollSlip = v.object({
  name: v.string(),
  position: v.string(),
  /** Slips (shared/allowance/rules/slip.ts). */
  drawn: v.unknown(),
  now: v.unknown(),
  correction: v.nullable(v.string()),
});
export type PayrollSlip = v.InferOutput<typeof PayrollSlip>;

/** Answer of GET /api/pay-entries: what holds for single persons' allowances, the latest first, with what was ended. */
export const PayEntries = v.object({
  entries: v.array(
    v.object({
      id: v.string(),
      employeeId: v.string(),
      name: v.string(),
      kind: v.picklist(PAY_ENTRY_KINDS),
      validFrom: v.string(),
      validUntil: v.nullable(v.string()),
      percent: v.nullable(v.string()),
      postClass: v.nullable(v.number()),
      source: v.string(),
      withdrawn: v.boolean(),
      /** Names, and moments in ISO 8601 UTC. */
      by: v.string(),
      at: v.string(),
      endedBy: v.nullable(v.string()),
      endedAt: v.nullable(v.string()),
      endReason: v.nullable(v.string()),
    }),
  ),
});
export type PayEntries = v.InferOutput<typeof PayEntries>;

const nullableText = v.nullable(v.string());

/** Rupiah in text. */
const rupiah = v.string();

/** Answer of GET /api/payees/:month: how everybody in service is paid and taxed then, and what nobody told. */
export const Payees = v.object({
  people: v.array(
    v.object({
      ...{ employeeId: v.string(), name: v.string(), nip: nullableText },
      ...{ ptkp: v.nullable(v.picklist(PTKP_STATUSES)), npwp: nullableText, bank: nullableText, account: nullableText },
      ...v.entriesFromList(PAYEE_AMOUNTS, nullableText),
      missing: v.array(v.picklist(PAYEE_FIELDS)),
      /** Whether the month is the person's last tax period; the months of its year of which there is no closed list here. */
      ...{ lastPeriod: v.boolean(), openMonths: v.array(v.string()) },
      /** The month from which it holds, who told it, and when; null where nobody did. */
      ...{ since: nullableText, by: nullableText, at: nullableText },
    }),
  ),
});
export type Payees = v.InferOutput<typeof Payees>;

/** Answer of GET /api/net-pay/:month (shared/allowance/rules/net-pay.ts); without lines where nothing is drawn up. */
export const NetPay = v.object({
  month: v.string(),
  state: v.picklist(['open', 'drawn', 'checked', 'approved', 'returned']),
  lines: v.array(
    v.object({
      ...{ employeeId: v.string(), name: v.string(), nip: nullableText, grade: nullableText, position: v.string() },
      ...{ ptkp: nullableText, npwp: nullableText, bank: nullableText, account: nullableText },
      ...{ amount: rupiah, adjustments: rupiah, total: rupiah },
      missing: v.array(v.picklist(PAYEE_FIELDS)),
      /** Of a last tax period: the months of its year of which there is no closed list here. */
      openMonths: v.array(v.string()),
      amounts: v.nullable(
        v.object({
          ...{ taxed: rupiah, rate: nullableText, tax: rupiah, insured: rupiah },
          ...{ employee: rupiah, employer: rupiah, net: rupiah },
          /** How the tax of a last period comes about. */
          year: v.nullable(v.object(v.entriesFromList(YEAR_AMOUNTS, rupiah))),
        }),
      ),
    }),
  ),
  totals: v.object({
    people: v.number(),
    ...{ amount: rupiah, adjustments: rupiah, total: rupiah },
    ...{ tax: rupiah, employee: rupiah, employer: rupiah, net: rupiah },
  }),
  outside: v.object({ people: v.number(), total: rupiah }),
  checks: v.array(
    v.object({ name: v.picklist(['gross', 'net', 'payroll']), left: rupiah, right: rupiah, off: rupiah }),
  ),
});
export type NetPay = v.InferOutput<typeof NetPay>;

/** Answer of POST /api/payroll/preview: whose allowance a new policy changes, month by month. */
export const PolicyPreview = v.object({
  months: v.array(
    v.object({
      month: v.string(),
      /** already: the policy reaches back to it. example: it would have, had it held then. */
      kind: v.picklist(['already', 'running', 'example']),
      people: v.number(),
      changed: v.array(v.object({ employeeId: v.string(), name: v.string(), before: v.string(), after: v.string() })),
    }),
  ),
});
export type PolicyPreview = v.InferOutput<typeof PolicyPreview>;
