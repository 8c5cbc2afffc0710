// Until when an employee may object to an evaluation (keberatan): so many days from its receipt (PP 30/2019 article 59), by
// the policy of the day of receipt. An outage moves that day as it moves the deadline of a day's work.

import { plainDate } from '#shared/sync/plain-date.ts';
import type { TimeRules } from './calendar.ts';
import { type MovedDay, movedDay } from './moved-day.ts';
import { policyOn } from './policy.ts';
import { addDays } from './working-time.ts';

/** `receivedAt`: ISO 8601 UTC. */
export function objectionPeriod(receivedAt: string, rules: TimeRules): MovedDay {
  const received = plainDate(receivedAt, rules.timeZone);
  const { objectionDays } = policyOn(rules.policies, 'performance', received);
  return movedDay(addDays(received, objectionDays), rules);
}
