// How much of a working day's required minutes a day requires, where the policy says that they follow its hours: a day of
// Ramadan, of part-time or of a shift against an ordinary one of the agency. Rest counts on neither side; where the
// policy's own hours do not tell it, on neither side either. Source: Perpres 21/2023 (37.5 hours a week, 32.5 in Ramadan).

import { minutesBetween } from '#shared/time/working-time.ts';
import type { TimeRules } from './calendar.ts';
import { timePolicyOn, type WeekHours } from './policy.ts';

/** An exact share, as whole minutes of whole minutes: the first screen needs no arithmetic of fractions for it. */
export interface Share {
  part: number;
  whole: number;
}

const ORDINARY: Share = { part: 1, whole: 1 };

/** All of it: as an ordinary day. Also on a day of which it is not known whether it is worked. */
export function shareOfDay(date: string, { policies, calendar }: Pick<TimeRules, 'policies' | 'calendar'>): Share {
  const { effectiveBy, hours } = timePolicyOn(policies, date);
  const day = calendar.dayOn(date);
  if (effectiveBy === 'day' || day.is !== 'work' || day.by === 'policy') return ORDINARY;
  const week = daysOf(hours);
  const knowsRest = week.some(({ rest }) => rest !== undefined);
  const minutes = (of: { span: number; rest?: number | undefined }) => of.span - (knowsRest ? (of.rest ?? 0) : 0);
  const ofWeek = week.reduce((sum, of) => sum + minutes(of), 0);
  // Against the mean of the days of an ordinary week.
  return ofWeek > 0 ? { part: minutes(day.minutes) * week.length, whole: ofWeek } : ORDINARY;
}

/** Of effective work, in whole minutes, halves up. */
export function minutesExpectedOn(date: string, rules: Pick<TimeRules, 'policies' | 'calendar'>): number {
  const { part, whole } = shareOfDay(date, rules);
  return Math.floor((2 * part * timePolicyOn(rules.policies, date).effectiveMinutes + whole) / (2 * whole));
}

const daysOf = (week: WeekHours) =>
  Object.values(week).flatMap((day) => (day ? [{ span: minutesBetween(day.start, day.end), rest: day.rest }] : []));
