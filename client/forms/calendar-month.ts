// The days of a month as a calendar shows them, and where its keys lead.

import { addDays, addMonths } from '#shared/time/working-time.ts';

const DAYS = 7;

/** From Monday, 0, to Sunday, 6. */
const weekdayOf = (date: string) => (new Date(`${date}T00:00:00Z`).getUTCDay() + 6) % DAYS;

/** The weeks of a month, YYYY-MM, each from Monday to Sunday; null where the day is one of another month. */
export function weeksOf(month: string): (string | null)[][] {
  const first = `${month}-01`;
  const weeks: (string | null)[][] = [];
  for (let monday = addDays(first, -weekdayOf(first)); monday.slice(0, 7) <= month; monday = addDays(monday, DAYS)) {
    const days = Array.from({ length: DAYS }, (_, index) => addDays(monday, index));
    weeks.push(days.map((day) => (day.startsWith(month) ? day : null)));
  }
  return weeks;
}

/** The same day of another month; the last one of a month that is shorter. */
export function monthsFrom(date: string, months: number): string {
  const month = addMonths(date.slice(0, 7), months);
  const last = addDays(`${addMonths(month, 1)}-01`, -1);
  const same = `${month}${date.slice(7)}`;
  return same > last ? last : same;
}

/** Where a key leads from a day, as in the date picker of the ARIA practices; null where it leads nowhere. */
export function dayByKey(date: string, key: string, shift: boolean): string | null {
  switch (key) {
    case 'ArrowLeft':
      return addDays(date, -1);
    case 'ArrowRight':
      return addDays(date, 1);
    case 'ArrowUp':
      return addDays(date, -DAYS);
    case 'ArrowDown':
      return addDays(date, DAYS);
    case 'Home':
      return addDays(date, -weekdayOf(date));
    case 'End':
      return addDays(date, DAYS - 1 - weekdayOf(date));
    case 'PageUp':
      return monthsFrom(date, shift ? -12 : -1);
    case 'PageDown':
      return monthsFrom(date, shift ? 12 : 1);
    default:
      return null;
  }
}
