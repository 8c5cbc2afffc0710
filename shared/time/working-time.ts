// Clock times (HH:MM) and plain dates (YYYY-MM-DD). Which of them are worked: calendar.ts.

const DAY = 24 * 60;

/** Of a time HH:MM. */
export const minuteOfDay = (time: string) => Number(time.slice(0, 2)) * 60 + Number(time.slice(3, 5));

/** Minutes from start to end, both HH:MM. An end not after the start is on the next day (night duty). */
export function minutesBetween(start: string, end: string): number {
  const minutes = (minuteOfDay(end) - minuteOfDay(start) + DAY) % DAY;
  return minutes === 0 ? DAY : minutes;
}

/** The time so many minutes after another, both HH:MM; past midnight it is one of the next day. */
export function timeAfter(start: string, minutes: number): string {
  const at = (minuteOfDay(start) + minutes) % DAY;
  return [Math.floor(at / 60), at % 60].map((part) => String(part).padStart(2, '0')).join(':');
}

/** From when until when somebody works, HH:MM. An end not after the start is on the next day (night duty). */
export interface Hours {
  start: string;
  end: string;
  /** Where the end is on the next day though its time is the later one, as with two shifts a day. */
  overnight?: true;
}

export const endsNextDay = ({ start, end, overnight }: Hours) => overnight === true || end <= start;

/** Plain date moved by a number of days. */
export function addDays(date: string, days: number): string {
  const at = new Date(`${date}T00:00:00Z`);
  at.setUTCDate(at.getUTCDate() + days);
  return at.toISOString().slice(0, 10);
}

/** The dates from one to another, both included, in order. */
export function datesIn({ from, until }: { from: string; until: string }): string[] {
  const dates: string[] = [];
  for (let date = from; date <= until; date = addDays(date, 1)) dates.push(date);
  return dates;
}

/** Month (YYYY-MM) moved by a number of months. */
export function addMonths(month: string, months: number): string {
  const [year = 0, number = 1] = month.split('-').map(Number);
  return new Date(Date.UTC(year, number - 1 + months)).toISOString().slice(0, 7);
}

/** The earlier of two plain dates. */
export const earlierOf = (a: string, b: string) => (a < b ? a : b);

/** The later of two plain dates. */
export const laterOf = (a: string, b: string) => (a > b ? a : b);
