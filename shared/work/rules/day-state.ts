// What a day is to the person whose work it holds, in one word; and the week around a day.

import { isAway } from '#shared/leave/rules/leave-days.ts';
import type { Leave } from '#shared/leave/tables.ts';
import { addDays } from '#shared/time/working-time.ts';
import { type Calendar, isWorkingDay } from '#shared/time-rules/rules/calendar.ts';
import type { Activity } from '../tables.ts';

/**
 * returned  an entry came back and waits to be changed
 * draft     an entry is not with the superior yet
 * done      all entries are with the superior, or approved
 * leave     no entry, and approved leave
 * off       no entry, and nothing to be worked: a holiday, or the end of the week
 * empty     no entry on a working day that is over
 * ahead     no entry on a working day that is not over
 */
export type DayState = 'returned' | 'draft' | 'done' | 'leave' | 'off' | 'empty' | 'ahead';

interface Known {
  /** Of the person, of this day at least. */
  activities: readonly Pick<Activity, 'date' | 'state'>[];
  /** Approved. */
  leaves: readonly Pick<Leave, 'validFrom' | 'validUntil' | 'givenBack'>[];
  calendar: Calendar;
  today: string;
}

export function dayState(date: string, { activities, leaves, calendar, today }: Known): DayState {
  const states = new Set(activities.filter((activity) => activity.date === date).map(({ state }) => state));
  if (states.has('returned')) return 'returned';
  if (states.has('draft')) return 'draft';
  if (states.size > 0) return 'done';
  if (leaves.some((leave) => isAway(leave, date))) return 'leave';
  if (!isWorkingDay(calendar, date)) return 'off';
  return date < today ? 'empty' : 'ahead';
}

/** The seven days of the week of a date, from Monday (ISO 8601) on. */
export function weekOf(date: string): string[] {
  const weekday = new Date(`${date}T00:00:00Z`).getUTCDay() || 7;
  return Array.from({ length: 7 }, (_, day) => addDays(date, day + 1 - weekday));
}
