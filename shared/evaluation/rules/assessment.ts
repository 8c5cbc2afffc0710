// Until when an employee assesses a period, so many days after its end by the policy of that day. An outage moves the day as
// it moves that of an objection, and so does what is opened again for a person or a unit. Afterwards the evaluator goes on
// without: who says nothing is evaluated all the same (PP 30/2019: the evaluation is the superior's duty). How many days is
// the agency's own; the default is an example.

import { addDays, laterOf } from '#shared/time/working-time.ts';
import type { TimeRules } from '#shared/time-rules/rules/calendar.ts';
import { type MovedDay, movedDay } from '#shared/time-rules/rules/moved-day.ts';
import { performancePolicyOn } from './policy.ts';

/** `lastDay`: the last of the days that are evaluated, as a plain date. `rules`: with what is opened again for the person. */
export function assessmentPeriod(lastDay: string, rules: TimeRules): MovedDay {
  const { assessmentDays } = performancePolicyOn(rules.policies, lastDay);
  return movedDay(addDays(lastDay, assessmentDays), rules, { filling: 'assessment', day: lastDay });
}

/** Whether the employee's time for it is over on a day; never while an outage that moves it goes on. */
export function isAssessmentOver(lastDay: string, { today, rules }: { today: string; rules: TimeRules }): boolean {
  const { until } = assessmentPeriod(lastDay, rules);
  return until !== null && today > until;
}

/**
 * Until when the evaluator rates it. What gives the employee longer gives the evaluator as much: nobody is late by waiting
 * for somebody who was in time.
 */
export function ratingPeriod(lastDay: string, rules: TimeRules): MovedDay {
  const { assessmentDays, ratingDays } = performancePolicyOn(rules.policies, lastDay);
  const due = movedDay(addDays(lastDay, ratingDays), rules, { filling: 'rating', day: lastDay });
  const assessed = assessmentPeriod(lastDay, rules);
  if (due.until === null) return due;
  if (assessed.until === null) return assessed;
  const least = addDays(assessed.until, Math.max(0, ratingDays - assessmentDays));
  const until = laterOf(due.until, least);
  return until === due.until ? due : { ...assessed, until };
}
