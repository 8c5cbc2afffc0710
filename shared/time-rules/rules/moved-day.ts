// The last day for something, moved by outages as the deadline of a day's work is.

import { plainDate } from '#shared/time/plain-date.ts';
import type { TimeRules } from './calendar.ts';
import { movedDeadline } from './timeliness.ts';
import type { OutageSpan } from './timing.ts';

export interface MovedDay {
  /** The last day, as a plain date; null while an outage that moves it goes on. The agency's days count, not one person's. */
  until: string | null;
  movedBy: OutageSpan | null;
}

export function movedDay(last: string, rules: TimeRules): MovedDay {
  const { deadline, movedBy } = movedDeadline({ date: last, time: '24:00', by: last }, rules);
  // The end of a day is the first moment of the next.
  const until = deadline === null ? null : plainDate(new Date(deadline - 1).toISOString(), rules.timeZone);
  return { until, movedBy };
}
