// What is odd about the time of an entry. It is told to who writes it and shown to who decides it, and nothing is refused for
// it: the work may have been just so. No regulation states these bounds; the project sets them.

import { spanOf, type TimedWork } from './counted-minutes.ts';

/** Longer than this is hardly one piece of work. */
export const LONG_MINUTES = 12 * 60;

/** Who writes at the end of the day means its end: so many minutes ahead are nothing odd. */
export const AHEAD_MINUTES = 30;

export interface WrittenWork extends TimedWork {
  title: string;
  /** When it was written, by the clock of the agency's zone: YYYY-MM-DDTHH:MM, with seconds or without. */
  writtenAt: string;
}

export type Oddity =
  /** It ends later than it was written. */
  | { is: 'ahead' }
  /** It lasts longer than 12 hours. `minutes`: how long. */
  | { is: 'long'; minutes: number }
  /** At the same time another one was done. */
  | { is: 'overlapping'; title: string }
  /** The entries of its day have more minutes than the day had when the last of them was written. */
  | { is: 'more-than-the-day'; minutes: number; day: number };

/** `others`: the other entries of its day, and of the days beside it, into which night duty reaches. */
export const odditiesOf = (entry: WrittenWork, others: readonly WrittenWork[]): Oddity[] =>
  odditiesOfDay([entry, ...others.filter(({ date }) => date === entry.date)], others)(entry);

/**
 * The same for each entry of a day, whose sums are made once: a day may have very many. `around`: the entries of the day and of
 * the days beside it, in the order in which one that overlaps is named.
 */
export function odditiesOfDay(
  ofDay: readonly WrittenWork[],
  around: readonly WrittenWork[],
): (entry: WrittenWork) => Oddity[] {
  const timed = around.flatMap((other) => {
    const span = spanOf(other);
    return span ? [{ other, ...span }] : [];
  });
  const minutes = ofDay.reduce((sum, one) => sum + one.minutes, 0);
  const day = Math.max(...ofDay.map(({ date, writtenAt }) => minutesOfDay(date, writtenAt)));
  return (entry) => {
    const odd: Oddity[] = [];
    if (isAhead(entry)) odd.push({ is: 'ahead' });
    if (entry.minutes > LONG_MINUTES) odd.push({ is: 'long', minutes: entry.minutes });
    const own = spanOf(entry);
    const overlapping =
      own && timed.find(({ other, from, until }) => other !== entry && own.from < until && from < own.until);
    if (overlapping) odd.push({ is: 'overlapping', title: overlapping.other.title });
    // One that is ahead says so already.
    if (minutes > day && day > 0) odd.push({ is: 'more-than-the-day', minutes, day });
    return odd;
  };
}

const DAY = 24 * 60;
const minuteOf = (moment: string) => Date.parse(`${moment.slice(0, 16)}:00Z`) / 60_000;

function isAhead(entry: WrittenWork): boolean {
  const ends = spanOf(entry)?.until ?? minuteOf(`${entry.date}T00:00`);
  return ends > minuteOf(entry.writtenAt) + AHEAD_MINUTES;
}

/** How long a day had been at a moment, in minutes; whole once it is over, 0 before it begins. */
const minutesOfDay = (date: string, moment: string) =>
  Math.min(DAY, Math.max(0, minuteOf(moment) - minuteOf(`${date}T00:00`)));
