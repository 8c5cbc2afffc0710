// The last day for something, moved by outages as the deadline of a day's work is.

import { plainDate } from '#shared/time/plain-date.ts';
import type { TimeRules } from './calendar.ts';
import type { Fillable } from './extensions.ts';
import { dueDeadline, type MovedDeadline, movedDeadline } from './timeliness.ts';
import type { OutageSpan, Reopened } from './timing.ts';

export interface MovedDay {
  /** The last day, as a plain date; null while an outage that moves it goes on. The agency's days count, not one person's. */
  until: string | null;
  movedBy: OutageSpan | null;
  reopened?: Reopened;
}

/** `what`: where it may be opened again for one person or a unit. */
export function movedDay(last: string, rules: TimeRules, what?: Fillable): MovedDay {
  const due = { date: last, time: '24:00', by: last };
  return dayOf(what ? dueDeadline(due, what, rules) : movedDeadline(due, rules), rules.timeZone);
}

/** The end of a day is the first moment of the next. */
function dayOf({ deadline, movedBy, reopened }: MovedDeadline, timeZone: string): MovedDay {
  const until = deadline === null ? null : plainDate(new Date(deadline - 1).toISOString(), timeZone);
  return { until, movedBy, ...(reopened && { reopened }) };
}
