// A person's last tax period: December, or the month in which the service here ends. No table of rates tells its tax: that
// of the whole year is reckoned (year-tax.ts), less what was taken before. What the months before hold is taken from their
// closed lists; of months without one, somebody tells it. Source: PP 58/2023 article 2, PMK 168/2023.

import { exact, type Fraction, rounded } from '#shared/decimal.ts';
import { overlap, spanOf } from '#shared/time/periods.ts';
import { addMonths } from '#shared/time/working-time.ts';
import type { MonthFacts, PayeeFacts, PtkpStatus } from './payee.ts';
import { type YearTax, yearTaxOf } from './year-tax.ts';

type Post = { validFrom: string; validUntil: string | null };

/** Whether a month is the last tax period of somebody in it. `posts`: all of the person's. */
export function isLastPeriod(month: string, posts: readonly Post[]): boolean {
  const next = spanOf(addMonths(month, 1)).from;
  return month.endsWith('-12') || !posts.some(({ validUntil }) => validUntil === null || validUntil >= next);
}

/** The months of a year, up to and with one of them, in which somebody has a post. */
export function servedMonths(month: string, posts: readonly Post[]): string[] {
  const all = Array.from({ length: Number(month.slice(5)) }, (_, index) => addMonths(month, -index)).reverse();
  return all.filter((one) =>
    posts.some(({ validFrom, validUntil }) =>
      overlap(spanOf(one), { from: validFrom, until: validUntil ?? spanOf(month).until }),
    ),
  );
}

/** What of the months before the last tax period is known. */
export interface YearBefore {
  /** In service in the year, the last among them. */
  months: number;
  /** Rupiah: what was taxed in the months that have a closed list, and what was taken of it: of the allowance, and elsewhere. */
  gross: Fraction;
  taken: Fraction;
  takenElsewhere: Fraction;
  /** Months without a closed list, or without the facts that its sheet needs. */
  open: string[];
  /** Whether any of the months says what was paid as THR or 13th month. */
  extraTold: boolean;
}

export interface LastTax {
  /** Of the last period, on the allowance. */
  tax: Fraction;
  year: YearTax & { before: Fraction };
}

/**
 * Example until the agency says otherwise: what was taken too much in the year is given back, but never more than was
 * taken of the allowance: the rest was borne by others.
 * `taxed`: gross income of the last period.
 */
export function lastTaxOf(
  taxed: Fraction,
  facts: PayeeFacts & MonthFacts & { ptkp: PtkpStatus },
  { months, gross, taken, takenElsewhere, open }: YearBefore,
): LastTax {
  const told = (amount: MonthFacts['earlierGross']) => exact((open.length > 0 && amount) || '0');
  const year = yearTaxOf({
    gross: gross.add(told(facts.earlierGross)).add(taxed),
    pension: exact(facts.yearPension ?? '0'),
    ...{ months, status: facts.ptkp },
  });
  const before = taken
    .add(takenElsewhere)
    .add(told(facts.earlierTax))
    .add(facts.salaryTax ?? '0')
    .add(facts.extraTax ?? '0');
  const due = rounded(year.tax, { mode: 'down', unit: 1 }).sub(before);
  return { tax: due.add(taken).compare(0) < 0 ? taken.neg() : due, year: { ...year, before } };
}
