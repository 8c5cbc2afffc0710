// Which days are worked, and when: by the shift of the day, else by the hours of the person, of the unit or of everybody
// (work-hours.ts), else by the agency's policy of time (policy.ts); but for shifts, not on its holidays.

import type { Unit } from '#shared/people/tables.ts';
import type { DatedPolicy } from '#shared/time/dated.ts';
import { plainDate } from '#shared/time/plain-date.ts';
import { addDays, datesIn, type Hours, minutesBetween } from '#shared/time/working-time.ts';
import { type Extension, extensionOf, type Fillable, type Placed, whomOn } from './extensions.ts';
import { type Holiday, holidaysBy } from './holidays.ts';
import { timePolicyOn, type Weekday } from './policy.ts';
import { hoursOfShifts, isWorked, minutesOfShifts, type Shift } from './shifts.ts';
import type { OutageSpan } from './timing.ts';
import { type HoursLevel, type OfWhom, type WorkHours, workHoursOn } from './work-hours.ts';

/**
 * free: nobody works, or somebody is free by plan. unplanned: an ordinary working day of somebody who works in shifts, of
 * which nothing is planned: whether and when it is worked is not known.
 */
export type WorkDay =
  | {
      is: 'work';
      hours: Hours;
      /** From beginning to end, and of that rest, where it is told. Of several shifts what they are together. */
      minutes: { span: number; rest?: number | undefined };
      by: HoursLevel | 'shift' | 'policy';
      /** Of the shifts, or of the hours that hold; empty for the agency's policy. */
      name: string;
      /** A shift that was planned only after its day: nobody could go by it. */
      plannedLate: boolean;
    }
  | { is: 'free' }
  | { is: 'unplanned' };

export interface Calendar {
  dayOn: (date: string) => WorkDay;
  /** The holiday on a date, unless it is worked all the same. */
  holidayOn: (date: string) => Holiday | null;
}

interface CalendarSources {
  policies: readonly DatedPolicy[];
  holidays: readonly Holiday[];
  workHours?: readonly WorkHours[];
}

/** Of the agency as a whole: its policy, and what holds for everybody. */
export function calendarOf(agency: CalendarSources): Calendar {
  const holidays = holidaysBy(agency.holidays);
  const holidayOn = (date: string) => {
    const day = holidays.get(date);
    return day && day.kind !== 'kerja' ? day : null;
  };
  const nobody = () => ({ employeeId: null, unitIds: [] });
  return { dayOn: remembered((date) => byHours(date, { ...agency, holidayOn, of: nobody })), holidayOn };
}

/** Somebody's posts, which tell the unit of a day, and the shifts that are planned for them. */
export interface Worker extends Placed {
  shifts: readonly Shift[];
}

/** Of one person. */
export function calendarFor(worker: Worker, rules: RuleSources & { calendar: Calendar }): Calendar {
  const { calendar, timeZone, workHours } = rules;
  const shifts = new Map<string, Shift[]>();
  for (const shift of worker.shifts) shifts.set(shift.date, [...(shifts.get(shift.date) ?? []), shift]);
  // Most have no hours but those of everybody.
  if (shifts.size === 0 && workHours.every(({ level }) => level === 'agency')) return calendar;
  const { holidayOn } = calendar;
  const of = whomOn(worker, rules.units);
  const dayOn = (date: string): WorkDay => {
    const planned = shifts.get(date) ?? [];
    const worked = planned.filter(isWorked);
    const hours = hoursOfShifts(worked);
    if (hours) {
      const name = [...new Set(worked.map((shift) => shift.name))].sort().join(', ');
      const plannedLate = worked.every(({ at }) => plainDate(at, timeZone) > date);
      const minutes = { span: minutesOfShifts(worked), rest: 0 };
      return { is: 'work', hours, minutes, by: 'shift', name, plannedLate };
    }
    return planned.length > 0 ? { is: 'free' } : byHours(date, { ...rules, holidayOn, of });
  };
  return { dayOn: remembered(dayOn), holidayOn };
}

/** The rules as they are for one person. */
export const rulesFor = <Rules extends TimeRules>(rules: Rules, worker: Worker): Rules => ({
  ...withExtensions(rules, worker),
  calendar: calendarFor(worker, rules),
});

/** The agency's rules, with what is opened again for one person: where the agency's days count, and not that person's. */
export function withExtensions<Rules extends TimeRules>(rules: Rules, person: Placed): Rules {
  const { extensions = [], units } = rules;
  if (extensions.length === 0) return rules;
  const of = whomOn(person, units);
  return { ...rules, extended: (what: Fillable) => extensionOf(extensions, what, of(what.day)) };
}

function byHours(
  date: string,
  {
    policies,
    workHours = [],
    holidayOn,
    of,
  }: CalendarSources & { holidayOn: Calendar['holidayOn']; of: (date: string) => OfWhom },
): WorkDay {
  const held = workHoursOn(workHours, of(date), date);
  const inShifts = held[0] !== undefined && held[0].hours === null;
  // Who works in shifts has the working days of the hours that hold beneath.
  const own = held.find(({ hours }) => hours !== null);
  const week = own?.hours ?? timePolicyOn(policies, date).hours;
  const hours = holidayOn(date) ? null : week[weekdayOf(date)];
  if (!hours) return { is: 'free' };
  if (inShifts) return { is: 'unplanned' };
  const { start, end, rest } = hours;
  const minutes = { span: minutesBetween(start, end), rest };
  const [by, name] = [own?.level ?? 'policy', own?.name ?? ''] as const;
  return { is: 'work', hours: { start, end }, minutes, by, name, plannedLate: false };
}

/** Each day is asked for again and again. */
function remembered(dayOn: Calendar['dayOn']): Calendar['dayOn'] {
  const known = new Map<string, WorkDay>();
  return (date) => {
    const before = known.get(date);
    if (before) return before;
    const day = dayOn(date);
    known.set(date, day);
    return day;
  };
}

/** When a day is worked; null where it is not, or not known. */
export function hoursOn(calendar: Calendar, date: string): Hours | null {
  const day = calendar.dayOn(date);
  return day.is === 'work' ? day.hours : null;
}

export const isWorkingDay = (calendar: Calendar, date: string) => calendar.dayOn(date).is === 'work';

/** The working days from one date to another, both included, in order. */
export function workingDays(calendar: Calendar, { from, until }: { from: string; until: string }): string[] {
  return datesIn({ from, until }).filter((date) => isWorkingDay(calendar, date));
}

/** With the days of who works in shifts of which nothing is planned yet: they may be worked, and are not free. */
export const dutyDays = (calendar: Calendar, span: { from: string; until: string }): string[] =>
  datesIn(span).filter((date) => calendar.dayOn(date).is !== 'free');

/**
 * The so-manyth working day after a date; the date itself for 0. Within a year, should the agency never work. Null where
 * somebody works in shifts and so many are not planned yet. A shift that was planned after its day is not counted: nobody
 * is late by a plan that was not there.
 */
export function workingDayAfter(calendar: Calendar, date: string, days: number): string | null {
  let day = date;
  let unplanned = false;
  for (let left = days, tries = 0; left > 0; tries += 1) {
    if (tries === 366) return unplanned ? null : day;
    day = addDays(day, 1);
    const on = calendar.dayOn(day);
    if (on.is === 'unplanned') unplanned = true;
    else if (on.is === 'work' && !on.plannedLate) left -= 1;
  }
  return day;
}

const weekdayOf = (date: string) => String(new Date(`${date}T00:00:00Z`).getUTCDay() || 7) as Weekday;

/** What an agency's rules are made of: its policies, own holidays and working hours by group, and what there was of outages. */
export interface RuleSources {
  policies: readonly DatedPolicy[];
  holidays: readonly Holiday[];
  workHours: readonly WorkHours[];
  units: readonly Pick<Unit, 'id' | 'parentId'>[];
  outages: readonly OutageSpan[];
  /** What is filled in longer; nothing, where nobody said. */
  extensions?: readonly Extension[];
  timeZone: string;
}

export interface TimeRules extends RuleSources {
  calendar: Calendar;
  /** What opens something again; of the agency as a whole nothing is. */
  extended?: (what: Fillable) => Extension | null;
}

export const rulesOf = (sources: RuleSources): TimeRules => ({ ...sources, calendar: calendarOf(sources) });
