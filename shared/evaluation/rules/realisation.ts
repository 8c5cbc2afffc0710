// What an indicator has reached. A quantity adds itself up from the approved activities of its result that count in the
// same unit; a correction by hand, with its reason, takes the place of the sum. Quality, time and cost are not sums: they
// are stated by hand. Source: PermenPANRB 6/2022 (realisation on the ground of evidence); the way of counting is ours.

import type { Indicator } from '#shared/plan/tables.ts';
import { overlap, type Span } from '#shared/time/periods.ts';
import type { Activity } from '#shared/work/tables.ts';
import type { Realisation } from '../tables.ts';

export type Reached =
  | { source: 'sum'; value: number; activities: number }
  | { source: 'corrected'; value: number; reason: string; sum: number | null }
  | { source: 'unknown' };

const sameUnit = (a: string, b: string) => a.trim().toLowerCase() === b.trim().toLowerCase();

type Counted = Pick<Activity, 'resultId' | 'state' | 'unit' | 'quantity'>;

/** `activities`: those of the period; `correction`: of this indicator and period. */
export function reachedOf(
  indicator: Pick<Indicator, 'resultId' | 'aspect' | 'unit' | 'targetText'>,
  activities: readonly Counted[],
  correction: Pick<Realisation, 'value' | 'reason'> | undefined,
): Reached {
  const counts = indicator.aspect === 'kuantitas' && indicator.targetText === null;
  const counted = activities.filter(
    ({ resultId, state, unit }) =>
      state === 'approved' && resultId === indicator.resultId && sameUnit(unit, indicator.unit),
  );
  const sum = counts ? addUp(counted.map(({ quantity }) => quantity)) : null;
  if (correction) return { source: 'corrected', value: correction.value, reason: correction.reason, sum };
  return sum === null ? { source: 'unknown' } : { source: 'sum', value: sum, activities: counted.length };
}

/** Quantities have few decimals; binary fractions must not show. */
const addUp = (values: readonly number[]) => Math.round(values.reduce((sum, value) => sum + value, 0) * 1e6) / 1e6;

type Target = Pick<Indicator, 'aspect' | 'unit' | 'targetMin' | 'targetMax'>;

/** Units of which a part of the year is not a part of the target: 90 % in March are 90 % in the year. */
const RATES = new Set(['%', 'persen', 'prosen', 'indeks', 'nilai', 'skor']);

/**
 * The part of a target that falls to a period: a quantity that adds up is planned for the SKP as a whole, so a month has its
 * share of it by months. Null where the whole target holds for any period: it is no quantity that adds up, or the period is
 * the whole SKP. The plan by month of one's own (rencana aksi) has words, no numbers, so the even share is ours.
 */
export function partOf<Of extends Target>(
  indicator: Of,
  { span, whole }: { span: Span; whole: Span },
): Pick<Of, 'targetMin' | 'targetMax'> | null {
  const { aspect, unit, targetMin, targetMax } = indicator;
  const inside = overlap(span, whole);
  if (aspect !== 'kuantitas' || targetMin === null || RATES.has(unit.trim().toLowerCase()) || !inside) return null;
  const [months, all] = [monthsIn(inside), monthsIn(whole)];
  if (months >= all) return null;
  const share = (target: number) => Math.round(((target * months) / all) * 100) / 100;
  return { targetMin: share(targetMin), targetMax: targetMax === null ? null : share(targetMax) };
}

/** Months that a span touches. */
const monthsIn = ({ from, until }: Span) =>
  (Number(until.slice(0, 4)) - Number(from.slice(0, 4))) * 12 +
  Number(until.slice(5, 7)) -
  Number(from.slice(5, 7)) +
  1;

/** Share of the target reached, 0 or more; null where the target is in words or zero. */
export function shareReached(
  { targetMin, targetMax, direction }: Pick<Indicator, 'targetMin' | 'targetMax' | 'direction'>,
  value: number,
): number | null {
  if (targetMin === null) return null;
  if (direction === 'up') return targetMin === 0 ? null : value / targetMin;
  const limit = targetMax ?? targetMin;
  return value === 0 ? 1 : limit / value;
}
