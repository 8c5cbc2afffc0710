// Which evaluations give credit points, and for which months. Source: PermenPANRB 1/2023 article 37 with BKN Regulation
// 3/2023: of civil servants (PNS) in functional posts only; by the year, and for a part of a year that was evaluated alone.
// A year has twelve months, however many evaluations speak of them (docs/decisions/0024-credit-points.md).

import { assignmentOn } from '#shared/people/rules/supervision.ts';
import type { Assignment, Employment } from '#shared/people/tables.ts';
import { laterOf } from '#shared/time/working-time.ts';
import type { Evaluation } from '../tables.ts';
import { creditPoints, type FunctionalLevel, levelOf, sumOfPoints } from './credit.ts';
import type { Predicate } from './rating.ts';

/** What one evaluation gives at one level. */
export interface Conversion {
  evaluation: Evaluation;
  level: FunctionalLevel;
  /** YYYY-MM, in order, all of one year; no other conversion has them. */
  months: string[];
  predicate: Predicate;
  points: number;
  /** False while an objection is open: the months are taken, and the points are not known. */
  settled: boolean;
}

export interface Credited {
  employment: Employment;
  evaluations: readonly Evaluation[];
  /** The posts of the employee. */
  posts: readonly Assignment[];
}

/** In order of their first month. */
export function conversionsOf({ employment, evaluations, posts }: Credited): Conversion[] {
  if (employment !== 'PNS') return [];
  const taken = new Set<string>();
  return [...evaluations]
    .filter(({ record, predicate }) => record !== null && predicate !== null)
    .sort(byPrecedence)
    .flatMap((evaluation) => {
      const free = monthsOf(evaluation.validFrom, evaluation.validUntil).filter((month) => !taken.has(month));
      const byLevel = new Map<FunctionalLevel, string[]>();
      for (const month of free) {
        const level = levelIn(month, evaluation, posts);
        if (!level) continue;
        taken.add(month);
        byLevel.set(level, [...(byLevel.get(level) ?? []), month]);
      }
      return [...byLevel].map(([level, months]) => conversion(evaluation, level, months));
    })
    .sort((a, b) => firstOf(a).localeCompare(firstOf(b)));
}

function conversion(evaluation: Evaluation, level: FunctionalLevel, months: string[]): Conversion {
  const predicate = evaluation.predicate as Predicate;
  const points = creditPoints(level, predicate, months.length);
  return { evaluation, level, months, predicate, points, settled: evaluation.state !== 'objected' };
}

/** That of the year before its parts, the earlier before the later, the longer before the shorter. */
function byPrecedence(a: Evaluation, b: Evaluation): number {
  return (
    Number(b.kind === 'annual') - Number(a.kind === 'annual') ||
    a.validFrom.localeCompare(b.validFrom) ||
    b.validUntil.localeCompare(a.validUntil) ||
    a.id.localeCompare(b.id)
  );
}

/**
 * The level of the post with which the month began, as far as it is evaluated: the month of a move counts once, for the
 * post that was left. The post of the last day is called as the record calls it.
 */
function levelIn(month: string, evaluation: Evaluation, posts: readonly Assignment[]): FunctionalLevel | null {
  const { employee } = evaluation.record as NonNullable<Evaluation['record']>;
  const postOn = (date: string) => assignmentOn(posts, employee.id, date);
  const last = postOn(evaluation.validUntil);
  const post = postOn(laterOf(`${month}-01`, evaluation.validFrom)) ?? last;
  if (post && post.positionKind !== 'JF') return null;
  return levelOf(post && post.id !== last?.id ? post.position : employee.position);
}

/** `elsewhere`: its months are those of other evaluations, as a month's are those of the year. */
export type Credit = { is: 'given'; points: number; months: number } | { is: 'open' } | { is: 'elsewhere' };

/** What one evaluation gives, by all conversions of its employee; null where it gives none. */
export function creditOf(
  { id, validFrom, validUntil }: Pick<Evaluation, 'id' | 'validFrom' | 'validUntil'>,
  conversions: readonly Conversion[],
): Credit | null {
  const own = conversions.filter(({ evaluation }) => evaluation.id === id);
  if (own.length === 0) {
    const taken = new Set(conversions.flatMap(({ months }) => months));
    return monthsOf(validFrom, validUntil).every((month) => taken.has(month)) ? { is: 'elsewhere' } : null;
  }
  if (own.some(({ settled }) => !settled)) return { is: 'open' };
  const months = own.reduce((sum, one) => sum + one.months.length, 0);
  return { is: 'given', points: sumOfPoints(own.map(({ points }) => points)), months };
}

/**
 * What adds up: the settled ones of the level that was held last, since the person came to it, as credit begins anew with
 * a level. `years`: both included.
 */
export function accumulated(
  conversions: readonly Conversion[],
  years: { from: string; until: string } = { from: '0000', until: '9999' },
): Conversion[] {
  const within = conversions.filter(({ settled, months: [first = ''] }) => {
    const year = first.slice(0, 4);
    return settled && years.from <= year && year <= years.until;
  });
  const level = within.at(-1)?.level;
  const before = within.findLastIndex((one) => one.level !== level);
  return within.slice(before + 1);
}

/** YYYY-MM of the months that a stretch of days within one year touches. */
export function monthsOf(from: string, until: string): string[] {
  const first = Number(from.slice(5, 7));
  const count = Number(until.slice(5, 7)) - first + 1;
  return Array.from(
    { length: Math.max(0, count) },
    (_, at) => `${from.slice(0, 4)}-${String(first + at).padStart(2, '0')}`,
  );
}

const firstOf = ({ months }: Conversion) => months[0] ?? '';
