// What of an allowance arrives in the account: PPh 21 on all that the month brings less what the salary bore of it, and BPJS
// Kesehatan on what the salary left of its ceiling. In the last tax period the year decides the tax (tax-year.ts). Who lacks a fact has no numbers and stands outside of every sum: nothing
// is guessed. Example until the agency says otherwise: amounts are rounded down to whole rupiah, and the employer's share of
// the insurance is paid beside the allowance and counts as income (PMK 168/2023 article 5).

import { type Decimal, exact, type Fraction, rounded, shown, sum } from '#shared/decimal.ts';
import { healthShares, insuredAllowance } from './health-insurance.ts';
import { PAYEE_FIELDS, type PayeeEntry, type PayeeField, payeeIn } from './payee.ts';
import { lastTaxOf, type YearBefore } from './tax-year.ts';
import { terRate, terTax } from './ter.ts';

/** The slip's part in it; rupiah with sign. */
export interface Owed {
  employeeId: string;
  /** Before corrections, corrections of other months, and both: what the closed payroll says is paid. */
  amount: Decimal;
  adjustments: Decimal;
  total: Decimal;
}

export interface NetAmounts {
  /** Income of the month that is taxed: salary, THR, allowance, the employer's share of the insurance. */
  taxed: Decimal;
  /** Percent; null where somebody reckoned the tax, or the year decides it. */
  rate: Decimal | null;
  /** Below nothing where the year gives back what was taken too much. */
  tax: Decimal;
  /** How the tax of a last period comes about. */
  year: YearAmounts | null;
  /** What the shares are of. */
  insured: Decimal;
  employee: Decimal;
  employer: Decimal;
  net: Decimal;
}

/** Rupiah of a year; `before`: what of its tax was taken or borne already. */
export const YEAR_AMOUNTS = ['gross', 'costs', 'pension', 'taxFree', 'taxable', 'tax', 'before'] as const;
export type YearAmounts = Record<(typeof YEAR_AMOUNTS)[number], Decimal>;

export type NetLine = Owed &
  Pick<PayeeEntry, 'ptkp' | 'npwp' | 'bank' | 'account'> & {
    /** What nobody told; empty where there are amounts. */
    missing: PayeeField[];
    /** Of a last period: the months of its year of which there is no list here. */
    openMonths: string[];
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

const FOR_RATES = ['ptkp', 'salary', 'salaryTax'] as const satisfies PayeeField[];
const TO_PAY = ['npwp', 'bank', 'account', 'insuredSalary'] as const satisfies PayeeField[];

/** `year`: where the month is the person's last tax period. Who reckoned the tax is not asked for the facts of the rates. */
export function missingOf(facts: ReturnType<typeof payeeIn>, year: YearBefore | null): PayeeField[] {
  const needed = new Set<PayeeField>(TO_PAY);
  if (facts.tax === null) {
    for (const fact of FOR_RATES) needed.add(fact);
    if (facts.extra !== null && facts.extra !== '0') needed.add('extraTax');
    if (year) needed.add('yearPension');
    if (year && !year.extraTold) needed.add('extra');
    if (year && year.open.length > 0) needed.add('earlierGross').add('earlierTax');
  }
  return PAYEE_FIELDS.filter((field) => needed.has(field) && facts[field] === null);
}

export function netLineOf(
  owed: Owed,
  entries: readonly PayeeEntry[],
  month: string,
  year: YearBefore | null = null,
): NetLine {
  const facts = payeeIn(entries, month);
  const { ptkp, npwp, bank, account } = facts;
  const missing = missingOf(facts, year);
  const amounts = missing.length > 0 ? null : amountsOf(exact(owed.total), facts, year);
  return { ...owed, ptkp, npwp, bank, account, missing, openMonths: year?.open ?? [], amounts };
}

function amountsOf(total: Fraction, facts: ReturnType<typeof payeeIn>, year: YearBefore | null): NetAmounts {
  const paid = total.compare(0) > 0 ? total : exact(0);
  const insured = insuredAllowance(paid, facts.insuredSalary ?? '0');
  const shares = healthShares(insured);
  const [employee, employer] = [down(shares.employee), down(shares.employer)];
  const taxed = paid
    .add(employer)
    .add(facts.salary ?? '0')
    .add(facts.extra ?? '0');
  const { tax, rate, ofYear } = taxOf(taxed, paid, facts, year);
  return {
    ...{ taxed: shown(taxed), rate, tax: shown(tax), year: ofYear },
    ...{ insured: shown(insured), employee: shown(employee), employer: shown(employer) },
    net: shown(total.sub(tax).sub(employee)),
  };
}

/** On the allowance. Who is paid nothing bears nothing of it. */
function taxOf(
  taxed: Fraction,
  paid: Fraction,
  facts: ReturnType<typeof payeeIn>,
  year: YearBefore | null,
): { tax: Fraction; rate: Decimal | null; ofYear: YearAmounts | null } {
  const { ptkp, tax: told } = facts;
  if (told !== null || ptkp === null) return { tax: exact(told ?? '0'), rate: null, ofYear: null };
  if (year) {
    const last = lastTaxOf(taxed, { ...facts, ptkp }, year);
    const ofYear = Object.fromEntries(YEAR_AMOUNTS.map((name) => [name, shown(last.year[name])])) as YearAmounts;
    const owes = paid.compare(0) === 0 && last.tax.compare(0) > 0;
    return { tax: owes ? exact(0) : last.tax, rate: null, ofYear };
  }
  // What was taken too much elsewhere is not given back here.
  const left = down(terTax(ptkp, taxed))
    .sub(facts.salaryTax ?? '0')
    .sub(facts.extraTax ?? '0');
  const none = paid.compare(0) === 0 || left.compare(0) < 0;
  return { tax: none ? exact(0) : left, rate: terRate(ptkp, taxed), ofYear: null };
}

/**
 * What the months of a year hold before somebody's last tax period. `served`: those in service, the last among them; `paid`:
 * what closed lists say, by month.
 */
export function yearBefore(
  served: readonly string[],
  month: string,
  paid: ReadonlyMap<string, Owed>,
  entries: readonly PayeeEntry[],
): YearBefore {
  const year: YearBefore = {
    ...{ months: served.length, gross: exact(0), taken: exact(0), takenElsewhere: exact(0), open: [] },
    extraTold: entries.some((entry) => entry.extra !== null && served.includes(entry.month)),
  };
  for (const one of served.filter((each) => each !== month)) {
    const owed = paid.get(one);
    const facts = payeeIn(entries, one);
    const amounts = owed && netLineOf(owed, entries, one).amounts;
    // A tax that somebody reckoned stands without the salary; the year does not.
    if (!amounts || facts.salary === null || facts.salaryTax === null) {
      year.open.push(one);
      continue;
    }
    year.gross = year.gross.add(amounts.taxed);
    year.taken = year.taken.add(amounts.tax);
    year.takenElsewhere = year.takenElsewhere.add(facts.salaryTax).add(facts.extraTax ?? '0');
  }
  return year;
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
