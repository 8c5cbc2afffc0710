// Which days are worked, and when: the agency's working hours of that day (shared/rules/policy.ts) and its holidays.

import { type Holiday, holidaysBy } from './holidays.ts';
import { type DatedPolicy, policyOn, type Weekday } from './policy.ts';
import type { OutageSpan } from './timing.ts';
import { addDays } from './working-time.ts';

export interface Calendar {
  /** HH:MM; null on a day that is not worked. */
  hoursOn: (date: string) => { start: string; end: string } | null;
  /** The holiday on a date, unless it is worked all the same. */
  holidayOn: (date: string) => Holiday | null;
}

export function calendarOf(agency: { policies: readonly DatedPolicy[]; holidays: readonly Holiday[] }): Calendar {
  const holidays = holidaysBy(agency.holidays);
  const holidayOn = (date: string) => {
    const day = holidays.get(date);
    return day && day.kind !== 'kerja' ? day : null;
  };
  const hoursOn = (date: string) =>
    holidayOn(date) ? null : policyOn(agency.policies, 'time', date).hours[weekdayOf(date)];
  return { hoursOn, holidayOn };
}

export const isWorkingDay = (calendar: Calendar, date: string) => calendar.hoursOn(date) !== null;

/** The working days from one date to another, both included, in order. */
export function workingDays(calendar: Calendar, { from, until }: { from: string; until: string }): string[] {
  const days: string[] = [];
  for (let day = from; day <= until; day = addDays(day, 1)) if (isWorkingDay(calendar, day)) days.push(day);
  return days;
}

/** The so-manyth working day after a date; the date itself for 0. Within a year, should the agency never work. */
export function workingDayAfter(calendar: Calendar, date: string, days: number): string {
  let day = date;
  for (let left = days, tries = 0; left > 0 && tries < 366; tries += 1) {
    day = addDays(day, 1);
    if (isWorkingDay(calendar, day)) left -= 1;
  }
  return day;
}

const weekdayOf = (date: string) => String(new Date(`${date}T00:00:00Z`).getUTCDay() || 7) as Weekday;

/** What an agency's rules are made of: its policies and own holidays, and what there was of outages. */
export interface RuleSources {
  policies: readonly DatedPolicy[];
  holidays: readonly Holiday[];
  outages: readonly OutageSpan[];
  timeZone: string;
}

export interface TimeRules extends RuleSources {
  calendar: Calendar;
}

export const rulesOf = (sources: RuleSources): TimeRules => ({ ...sources, calendar: calendarOf(sources) });
