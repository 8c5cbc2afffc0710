// How much of a working day's required minutes a day requires, where the policy says that they follow its hours: a day of
// Ramadan, of part-time or of a shift against an ordinary one of the agency. Rest counts on neither side; where the
// policy's own hours do not tell it, on neither side either. Source: Perpres 21/2023 (37.5 hours a week, 32.5 in Ramadan).

import { exact, type Fraction, rounded, sum } from '#shared/decimal.ts';
import { minutesBetween } from '#shared/time/working-time.ts';
import type { TimeRules } from './calendar.ts';
import { timePolicyOn, type WeekHours } from './policy.ts';

/** 1: as an ordinary day. Also on a day of which it is not known whether it is worked. */
export function shareOfDay(date: string, { policies, calendar }: Pick<TimeRules, 'policies' | 'calendar'>): Fraction {
  const { effectiveBy, hours } = timePolicyOn(policies, date);
  const day = calendar.dayOn(date);
  if (effectiveBy === 'day' || day.is !== 'work' || day.by === 'policy') return exact(1);
  const week = daysOf(hours);
  if (week.length === 0) return exact(1);
  const knowsRest = week.some(({ rest }) => rest !== undefined);
  const minutes = (of: { span: number; rest?: number | undefined }) => of.span - (knowsRest ? (of.rest ?? 0) : 0);
  const ordinary = sum(week.map(minutes)).div(week.length);
  return ordinary.compare(0) > 0 ? exact(minutes(day.minutes)).div(ordinary) : exact(1);
}

/** Of effective work, in whole minutes. */
export function minutesExpectedOn(date: string, rules: Pick<TimeRules, 'policies' | 'calendar'>): number {
  const { effectiveMinutes } = timePolicyOn(rules.policies, date);
  return rounded(shareOfDay(date, rules).mul(effectiveMinutes), { mode: 'nearest', unit: 1 }).valueOf();
}

const daysOf = (week: WeekHours) =>
  Object.values(week).flatMap((day) => (day ? [{ span: minutesBetween(day.start, day.end), rest: day.rest }] : []));
