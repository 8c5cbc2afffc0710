// Periods of planning and evaluation: a month (2026-03), a quarter (2026-Q1), a year (2026).

import { addDays, earlierOf, laterOf } from './working-time.ts';

export const PERIOD = /^\d{4}(-(0[1-9]|1[0-2])|-Q[1-4])?$/;

/** How often a year is evaluated. */
export type EvaluationCycle = 'monthly' | 'quarterly';

export interface Span {
  from: string;
  until: string;
}

/** First and last day of a period. */
export function spanOf(period: string): Span {
  const year = period.slice(0, 4);
  const part = period.slice(5);
  const [first, last] =
    part === '' ? [1, 12] : part.startsWith('Q') ? [Number(part[1]) * 3 - 2, Number(part[1]) * 3] : [+part, +part];
  const afterwards = last === 12 ? `${Number(year) + 1}-01-01` : `${year}-${two(last + 1)}-01`;
  return { from: `${year}-${two(first)}-01`, until: addDays(afterwards, -1) };
}

/** The days that two spans have in common; null where there are none. */
export function overlap(a: Span, b: Span): Span | null {
  const from = laterOf(a.from, b.from);
  const until = earlierOf(a.until, b.until);
  return from <= until ? { from, until } : null;
}

/** The periods of a cycle that touch a span, in order. */
export function periodsOf(cycle: EvaluationCycle, { from, until }: Span): string[] {
  const year = from.slice(0, 4);
  const all =
    cycle === 'quarterly'
      ? [1, 2, 3, 4].map((quarter) => `${year}-Q${quarter}`)
      : Array.from({ length: 12 }, (_, month) => `${year}-${two(month + 1)}`);
  return all.filter((period) => overlap(spanOf(period), { from, until }));
}

export const isYear = (period: string) => period.length === 4;

const two = (value: number) => String(value).padStart(2, '0');
