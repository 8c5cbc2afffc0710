// Until when an employee may object to an evaluation (keberatan): so many days from its receipt (PP 30/2019 article 59), by
// the policy of the day of receipt. An outage moves that day as it moves the deadline of a day's work.

import { plainDate } from '#shared/time/plain-date.ts';
import { addDays } from '#shared/time/working-time.ts';
import type { TimeRules } from '#shared/time-rules/rules/calendar.ts';
import { type MovedDay, movedDay } from '#shared/time-rules/rules/moved-day.ts';
import { performancePolicyOn } from './policy.ts';

/** `receivedAt`: ISO 8601 UTC. */
export function objectionPeriod(receivedAt: string, rules: TimeRules): MovedDay {
  const received = plainDate(receivedAt, rules.timeZone);
  const { objectionDays } = performancePolicyOn(rules.policies, received);
  return movedDay(addDays(received, objectionDays), rules);
}
