// How many minutes of a day's entries count: a minute once, whatever is said to have been done in it, and no more on a day
// than the policy allows. Source: regents' regulations on TPP, such as that of East Java (at most 660 minutes a day;
// overlapping minutes count once). What is typed stays as it is; only the reckoning knows these bounds.

import { minutesBetween } from '#shared/time/working-time.ts';

/** An activity, as far as its time goes; start and end (HH:MM) are null where only the length is known. */
export interface TimedWork {
  id: string;
  date: string;
  start: string | null;
  end: string | null;
  minutes: number;
}

/** Of one entry. */
export type CountedMinutes = {
  minutes: number;
  /** Minutes that another entry has already, or that do not lie between its start and its end. */
  overlapping: number;
  /** Minutes beyond the most of its day. */
  beyond: number;
};

/** By the ids of the entries, which may be of several days: night duty reaches into the next. */
export function countedMinutes(entries: readonly TimedWork[], dailyMost: number): Map<string, CountedMinutes> {
  const counted = new Map<string, CountedMinutes>();
  const ofDay = new Map<string, number>();
  let taken = Number.NEGATIVE_INFINITY;
  for (const entry of [...entries].sort(inOrder)) {
    const { id, date, minutes } = entry;
    const span = spanOf(entry);
    const own = span ? Math.max(0, span.until - Math.max(span.from, taken)) : minutes;
    if (span) taken = Math.max(taken, span.until);
    const before = ofDay.get(date) ?? 0;
    const counts = Math.min(own, Math.max(0, dailyMost - before));
    ofDay.set(date, before + counts);
    counted.set(id, { minutes: counts, overlapping: minutes - own, beyond: own - counts });
  }
  return counted;
}

/** What the entries of some days say together, and what of it counts. */
export function minutesOfDays(entries: readonly TimedWork[], dailyMost: number): { typed: number; counted: number } {
  const counted = [...countedMinutes(entries, dailyMost).values()];
  return {
    typed: entries.reduce((sum, { minutes }) => sum + minutes, 0),
    counted: counted.reduce((sum, { minutes }) => sum + minutes, 0),
  };
}

/** Minutes since 1970 from which and until which it was worked; null where only the length is known. */
export function spanOf({ date, start, end, minutes }: TimedWork): { from: number; until: number } | null {
  if (start === null || end === null) return null;
  const from = Date.parse(`${date}T${start}:00Z`) / 60_000;
  return { from, until: from + Math.min(minutes, minutesBetween(start, end)) };
}

/** By day, then by the clock; entries without a time last. The same on every device. */
function inOrder(a: TimedWork, b: TimedWork): number {
  const key = ({ date, start, end, id }: TimedWork) => `${date} ${start !== null && end !== null ? start : '99'} ${id}`;
  return key(a) < key(b) ? -1 : 1;
}
