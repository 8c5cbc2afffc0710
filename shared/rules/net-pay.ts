// What of an allowance arrives in the account: PPh 21 on all that the month brings less what the salary bore of it, and BPJS
// Kesehatan on what the salary left of its ceiling. Who lacks a fact has no numbers and stands outside of every sum: nothing
// is guessed. Example until the agency says otherwise: amounts are rounded down to whole rupiah, and the employer's share of
// the insurance is paid beside the allowance and counts as income (PMK 168/2023 article 5).

import { exact, type Fraction, rounded, shown, sum } from './decimal.ts';
import { healthShares, insuredAllowance } from './health-insurance.ts';
import { PAYEE_FACTS, type PayeeEntry, type PayeeFact, type PayeeField, payeeIn } from './payee.ts';
import type { Decimal } from './policy.ts';
import { isLastPeriod, terRate, terTax } from './ter.ts';

/** The slip's part in it; rupiah with sign. */
export interface Owed {
  employeeId: string;
  /** Before corrections, corrections of other months, and both: what the closed payroll says is paid. */
  amount: Decimal;
  adjustments: Decimal;
  total: Decimal;
}

export interface NetAmounts {
  /** Income of the month that is taxed: salary, allowance, the employer's share of the insurance. */
  taxed: Decimal;
  /** Percent; null where somebody reckoned the tax. */
  rate: Decimal | null;
  tax: Decimal;
  /** What the shares are of. */
  insured: Decimal;
  employee: Decimal;
  employer: Decimal;
  net: Decimal;
}

export type NetLine = Owed &
  Pick<PayeeEntry, 'ptkp' | 'npwp' | 'bank' | 'account'> & {
    /** What nobody told; empty where there are amounts. */
    missing: PayeeField[];
    amounts: NetAmounts | null;
  };

export interface NetTotals {
  people: number;
  amount: Decimal;
  adjustments: Decimal;
  total: Decimal;
  tax: Decimal;
  employee: Decimal;
  employer: Decimal;
  net: Decimal;
}

export interface NetSheet {
  lines: NetLine[];
  /** Of the lines with amounts. */
  totals: NetTotals;
  /** Lines without: how many, and what the payroll pays them. */
  outside: { people: number; total: Decimal };
}

const down = (value: Fraction) => rounded(value, { mode: 'down', unit: 1 });

/** In the last period of a year the tax is told by somebody who reckoned the year; the facts of the rates are not asked then. */
export function missingOf(facts: ReturnType<typeof payeeIn>, month: string): PayeeField[] {
  const forRates: readonly PayeeFact[] = ['ptkp', 'npwp', 'salary', 'salaryTax'];
  const reckoned = facts.tax !== null;
  const needed = PAYEE_FACTS.filter((fact) => fact === 'npwp' || !reckoned || !forRates.includes(fact));
  const missing: PayeeField[] = needed.filter((fact) => facts[fact] === null);
  return isLastPeriod(month) && !reckoned ? [...missing, 'tax'] : missing;
}

export function netLineOf(owed: Owed, entries: readonly PayeeEntry[], month: string): NetLine {
  const facts = payeeIn(entries, month);
  const { ptkp, npwp, bank, account } = facts;
  const missing = missingOf(facts, month);
  const amounts = missing.length > 0 ? null : amountsOf(exact(owed.total), facts);
  return { ...owed, ptkp, npwp, bank, account, missing, amounts };
}

function amountsOf(total: Fraction, facts: ReturnType<typeof payeeIn>): NetAmounts {
  const paid = total.compare(0) > 0 ? total : exact(0);
  const insured = insuredAllowance(paid, facts.insuredSalary ?? '0');
  const shares = healthShares(insured);
  const [employee, employer] = [down(shares.employee), down(shares.employer)];
  const taxed = paid.add(employer).add(facts.salary ?? '0');
  const status = facts.tax === null && facts.ptkp ? facts.ptkp : null;
  const tax = status ? taxByRate(paid, terTax(status, taxed), facts.salaryTax ?? '0') : exact(facts.tax ?? '0');
  return {
    taxed: shown(taxed),
    rate: status && terRate(status, taxed),
    tax: shown(tax),
    insured: shown(insured),
    employee: shown(employee),
    employer: shown(employer),
    net: shown(total.sub(tax).sub(employee)),
  };
}

/** Who is paid nothing bears nothing of it; and what the salary bore too much of is not given back here. */
function taxByRate(paid: Fraction, ofMonth: Fraction, ofSalary: Decimal): Fraction {
  const left = down(ofMonth).sub(ofSalary);
  return paid.compare(0) === 0 || left.compare(0) < 0 ? exact(0) : left;
}

export function netSheetOf(lines: readonly NetLine[]): NetSheet {
  const whole = lines.filter(({ amounts }) => amounts !== null);
  const outside = lines.filter(({ amounts }) => amounts === null);
  const add = (of: (line: NetLine) => Decimal) => shown(sum(whole.map(of)));
  const addAmounts = (name: 'tax' | 'employee' | 'employer' | 'net') => add(({ amounts }) => amounts?.[name] ?? '0');
  return {
    lines: [...lines],
    totals: {
      people: whole.length,
      ...{ amount: add(({ amount }) => amount), adjustments: add(({ adjustments }) => adjustments) },
      total: add(({ total }) => total),
      ...{ tax: addAmounts('tax'), employee: addAmounts('employee'), employer: addAmounts('employer') },
      net: addAmounts('net'),
    },
    outside: { people: outside.length, total: shown(sum(outside.map(({ total }) => total))) },
  };
}

/** A sum that two ways must give; `off` is zero where they do. */
export interface Check {
  name: 'gross' | 'net' | 'payroll';
  left: Decimal;
  right: Decimal;
  off: Decimal;
}

/**
 * Of the sheet against itself and against the closed payroll, which was summed elsewhere: TPP with corrections is what is
 * paid; that less tax and insurance is the net; with who stands outside it is the payroll.
 */
export function checksOf({ totals, outside }: NetSheet, payroll: Decimal): Check[] {
  const check = (name: Check['name'], left: Fraction, right: Fraction): Check => ({
    ...{ name, left: shown(left), right: shown(right), off: shown(left.sub(right)) },
  });
  return [
    check('gross', exact(totals.amount).add(totals.adjustments), exact(totals.total)),
    check('net', exact(totals.net).add(totals.tax).add(totals.employee), exact(totals.total)),
    check('payroll', exact(totals.total).add(outside.total), exact(payroll)),
  ];
}
