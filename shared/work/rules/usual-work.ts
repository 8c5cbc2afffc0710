// The work that comes again and again, as it was logged before: so that a day like the others takes one tap an entry.

import { groupBy } from '#shared/group-by.ts';
import { minuteOfDay, minutesBetween, timeAfter } from '#shared/time/working-time.ts';
import type { Activity } from '../tables.ts';

/** A kind of work as it is usually logged. */
export interface UsualWork {
  /** The same for every spelling of the title that differs in case or spaces only. */
  key: string;
  title: string;
  description: string;
  resultId: string;
  quantity: number;
  unit: string;
  minutes: number;
  /** HH:MM, when it last began; null where only its length was told. */
  start: string | null;
}

type Logged = Pick<
  Activity,
  'date' | 'title' | 'description' | 'resultId' | 'quantity' | 'unit' | 'minutes' | 'start' | 'end' | 'createdAt'
>;

/** What was done on one day only is not usual yet, unless there is nothing else to offer. */
const DAYS_OF_THE_USUAL = 2;
/** After so many days an entry counts half. */
const HALF_LIFE_DAYS = 14;

/**
 * The kinds of work that are most likely done again, the likeliest first. `results`: the RHK that the work of today can
 * support; a kind whose RHK is not among them goes to the only one there is, or is left to the form.
 */
export function usualWork(
  logged: readonly Logged[],
  { today, results, most }: { today: string; results: readonly string[]; most: number },
): UsualWork[] {
  const before = logged.filter(({ date }) => date < today);
  const kinds = [...groupBy(before, workKey)].flatMap(([key, entries]) => {
    const [last, ...others] = [...entries].sort((a, b) => newest(a, b));
    if (!last) return [];
    const fits = [last, ...others].find(({ resultId }) => results.includes(resultId))?.resultId;
    const resultId = fits ?? (results.length === 1 ? results[0] : undefined);
    if (resultId === undefined) return [];
    const { title, description, quantity, unit, start, end } = last;
    const minutes = median(entries.map((entry) => entry.minutes));
    const timed = start !== null && end !== null;
    const days = new Set(entries.map(({ date }) => date)).size;
    const weight = entries.reduce((sum, { date }) => sum + 0.5 ** (daysBetween(date, today) / HALF_LIFE_DAYS), 0);
    return [
      {
        work: { key, title, description, resultId, quantity, unit, minutes, start: timed ? start : null },
        days,
        weight,
      },
    ];
  });
  const usual = kinds.filter(({ days }) => days >= DAYS_OF_THE_USUAL);
  return (usual.length > 0 ? usual : kinds)
    .sort((a, b) => b.weight - a.weight || a.work.key.localeCompare(b.work.key))
    .slice(0, most)
    .map(({ work }) => work);
}

type Time = { start: string; end: string } | { start: null; end: null };

/**
 * When a kind of work finds room on a day: at its usual time where that is free, else in the first gap from the beginning of
 * the working hours on. Without a time where it has none, or where the day has no such gap before midnight.
 */
export function freeTime(
  { start, minutes }: Pick<UsualWork, 'start' | 'minutes'>,
  taken: readonly Pick<Activity, 'start' | 'end' | 'minutes'>[],
  hours: { start: string } | null,
): Time {
  if (start === null) return { start: null, end: null };
  const spans = taken
    .flatMap((entry) => {
      if (entry.start === null || entry.end === null) return [];
      const from = minuteOfDay(entry.start);
      return [{ from, until: from + minutesBetween(entry.start, entry.end) }];
    })
    .sort((a, b) => a.from - b.from);
  const isFree = (from: number) =>
    from + minutes < MIDNIGHT && spans.every((span) => from + minutes <= span.from || span.until <= from);
  const opening = minuteOfDay(hours?.start ?? start);
  const candidates = [
    minuteOfDay(start),
    opening,
    ...spans.map(({ until }) => until).filter((until) => until >= opening),
  ];
  const found = candidates.find(isFree);
  return found === undefined ? { start: null, end: null } : { start: clock(found), end: clock(found + minutes) };
}

const MIDNIGHT = 24 * 60;
const clock = (minute: number) => timeAfter('00:00', minute);

/** Of what it is and in what it is counted. */
export const workKey = ({ title, unit }: Pick<Activity, 'title' | 'unit'>) =>
  [title, unit].map((text) => text.trim().replace(/\s+/g, ' ').toLowerCase()).join(' | ');

const newest = (a: Logged, b: Logged) => b.date.localeCompare(a.date) || b.createdAt.localeCompare(a.createdAt);

const daysBetween = (from: string, until: string) => (Date.parse(until) - Date.parse(from)) / 86_400_000;

/** The middle one; of two in the middle the smaller, which was typed by somebody. */
function median(numbers: readonly number[]): number {
  const sorted = [...numbers].sort((a, b) => a - b);
  return sorted[Math.floor((sorted.length - 1) / 2)] ?? 0;
}
