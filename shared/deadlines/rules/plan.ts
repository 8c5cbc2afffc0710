// Until when an SKP is submitted: so many days after the day since which a person lacks one, 1 January for most; whoever is
// new, or whose plan ended with a post, composes one for the rest of the year (PermenPANRB 6/2022; the days are the agency's
// own). Later is never refused, only told as late: without a plan nobody could log any work.

import { performancePolicyOn } from '#shared/evaluation/rules/policy.ts';
import type { Assignment } from '#shared/people/tables.ts';
import type { Skp } from '#shared/plan/tables.ts';
import { addDays, laterOf } from '#shared/time/working-time.ts';
import type { TimeRules } from '#shared/time-rules/rules/calendar.ts';
import { type MovedDay, movedDay } from '#shared/time-rules/rules/moved-day.ts';

type PlanRow = Pick<Skp, 'state' | 'edition' | 'validFrom' | 'validUntil'>;

/** One that is with the superior, or was approved once: what is revised stays in force meanwhile. */
export const isSubmitted = ({ state, edition }: Pick<Skp, 'state' | 'edition'>) =>
  state === 'submitted' || state === 'approved' || edition > 1;

/** One that was approved once. */
export const isInForce = ({ state, edition }: Pick<Skp, 'state' | 'edition'>) => state === 'approved' || edition > 1;

/** The first day of a service that lasts until a date without a gap, with whatever posts; null for who has none then. */
export function inServiceSince(
  assignments: readonly Pick<Assignment, 'validFrom' | 'validUntil'>[],
  date: string,
): string | null {
  const reaches = (day: string) =>
    assignments.filter(({ validFrom, validUntil }) => validFrom <= day && (validUntil === null || validUntil >= day));
  let since: string | null = null;
  for (let day = date; ; ) {
    const first = reaches(day)
      .map(({ validFrom }) => validFrom)
      .sort()[0];
    if (first === undefined) return since;
    since = first;
    day = addDays(first, -1);
  }
}

/**
 * Since when in the year of a date somebody in service has no plan that was submitted; null where one holds on that date, or
 * nobody is in service.
 */
export function lacksPlanSince(
  date: string,
  { assignments, skps }: { assignments: readonly Assignment[]; skps: readonly PlanRow[] },
): string | null {
  const served = inServiceSince(assignments, date);
  if (served === null) return null;
  const plans = skps.filter((skp) => isSubmitted(skp) && skp.validFrom <= date);
  if (plans.some(({ validUntil }) => date <= validUntil)) return null;
  const ended = plans.map(({ validUntil }) => addDays(validUntil, 1));
  return [`${date.slice(0, 4)}-01-01`, served, ...ended].reduce(laterOf);
}

/** `rules`: with what is opened again for the person. */
export function planPeriod(since: string, rules: TimeRules): MovedDay {
  const { planDays } = performancePolicyOn(rules.policies, since);
  return movedDay(addDays(since, planDays), rules, { filling: 'plan', day: since });
}
