// Working time. Sources: PP 94/2021 and Perpres 21/2023 (five working days); effective working time of 5.5 hours a day,
// Kepmendagri 900-4700/2020. An agency's own days and hours become dated policy data; these are the defaults.

/** Effective minutes expected on a working day. */
export const EFFECTIVE_MINUTES_A_DAY = 330;

const DAY = 24 * 60;

const minuteOfDay = (time: string) => Number(time.slice(0, 2)) * 60 + Number(time.slice(3, 5));

/** Minutes from start to end, both HH:MM. An end not after the start is on the next day (night duty). */
export function minutesBetween(start: string, end: string): number {
  const minutes = (minuteOfDay(end) - minuteOfDay(start) + DAY) % DAY;
  return minutes === 0 ? DAY : minutes;
}

/** Plain date moved by a number of days. */
export function addDays(date: string, days: number): string {
  const at = new Date(`${date}T00:00:00Z`);
  at.setUTCDate(at.getUTCDate() + days);
  return at.toISOString().slice(0, 10);
}

/** The earlier of two plain dates. */
export const earlierOf = (a: string, b: string) => (a < b ? a : b);

/** The later of two plain dates. */
export const laterOf = (a: string, b: string) => (a > b ? a : b);

/** Monday to Friday. */
export function isWorkingDay(date: string): boolean {
  const day = new Date(`${date}T00:00:00Z`).getUTCDay();
  return day >= 1 && day <= 5;
}

/** The working days from one date to another, both included, in order. */
export function workingDays(from: string, until: string): string[] {
  const days: string[] = [];
  for (let day = from; day <= until; day = addDays(day, 1)) if (isWorkingDay(day)) days.push(day);
  return days;
}
