// Until when an employee may object to an evaluation (keberatan): so many days from its receipt (PP 30/2019 article 59), by
// the policy of the day of receipt. An outage moves that day as it moves the deadline of a day's work.

import { plainDate } from '#shared/sync/plain-date.ts';
import type { TimeRules } from './calendar.ts';
import { policyOn } from './policy.ts';
import { movedDeadline } from './timeliness.ts';
import type { OutageSpan } from './timing.ts';
import { addDays } from './working-time.ts';

export interface ObjectionPeriod {
  /** The last day, as a plain date; null while an outage that moves it goes on. */
  until: string | null;
  movedBy: OutageSpan | null;
}

/** `receivedAt`: ISO 8601 UTC. */
export function objectionPeriod(receivedAt: string, rules: TimeRules): ObjectionPeriod {
  const received = plainDate(receivedAt, rules.timeZone);
  const { objectionDays } = policyOn(rules.policies, 'performance', received);
  const last = addDays(received, objectionDays);
  const { deadline, movedBy } = movedDeadline({ date: last, time: '24:00', by: last }, rules);
  // The end of a day is the first moment of the next.
  const until = deadline === null ? null : plainDate(new Date(deadline - 1).toISOString(), rules.timeZone);
  return { until, movedBy };
}
