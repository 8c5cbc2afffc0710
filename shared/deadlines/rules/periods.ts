// The periods of a person that are over and not rated yet: what the employee, and then the evaluator, still has to fill in,
// and until when.

import { assessmentPeriod, ratingPeriod } from '#shared/evaluation/rules/assessment.ts';
import { performancePolicyOn } from '#shared/evaluation/rules/policy.ts';
import { type Evaluation, evaluationId } from '#shared/evaluation/tables.ts';
import type { Skp, SkpId } from '#shared/plan/tables.ts';
import { overlap, periodsOf, spanOf } from '#shared/time/periods.ts';
import type { TimeRules } from '#shared/time-rules/rules/calendar.ts';
import type { MovedDay } from '#shared/time-rules/rules/moved-day.ts';
import { isInForce } from './plan.ts';

export interface UnratedPeriod {
  skpId: SkpId;
  period: string;
  /** The last of the days that are evaluated. */
  lastDay: string;
  /** Whether the employee has not told it, or has it back to complete. */
  toAssess: boolean;
  assess: MovedDay;
  rate: MovedDay;
}

type EvaluationOf = Pick<Evaluation, 'id' | 'state'>;
type LastDays = Pick<UnratedPeriod, 'assess' | 'rate'>;

/** The last days of what ended on a day. `rules`: with what is opened again for the person. */
export const lastDaysOf =
  (rules: TimeRules) =>
  (lastDay: string): LastDays => ({ assess: assessmentPeriod(lastDay, rules), rate: ratingPeriod(lastDay, rules) });

/**
 * Of a year: what ended before a date. The year itself is a period as well. `rules`: with what is opened again for the
 * person. The oldest first.
 */
export function unratedPeriods(
  { skps, evaluations }: { skps: readonly Skp[]; evaluations: readonly EvaluationOf[] },
  {
    year,
    before,
    rules,
    due = lastDaysOf(rules),
  }: { year: string; before: string; rules: TimeRules; due?: ReturnType<typeof lastDaysOf> },
): UnratedPeriod[] {
  const { evaluationCycle } = performancePolicyOn(rules.policies, before);
  const states = new Map(evaluations.map(({ id, state }) => [id, state]));
  return skps
    .filter((skp) => isInForce(skp) && skp.validFrom.startsWith(year))
    .flatMap((skp) => {
      const whole = { from: skp.validFrom, until: skp.validUntil };
      return [...periodsOf(evaluationCycle, whole), year].flatMap((period): UnratedPeriod[] => {
        const lastDay = overlap(spanOf(period), whole)?.until;
        if (!lastDay || lastDay >= before) return [];
        const state = states.get(evaluationId(skp.id, period));
        if (state !== undefined && state !== 'assessed' && state !== 'returned') return [];
        const toAssess = state !== 'assessed';
        return [{ skpId: skp.id, period, lastDay, toAssess, ...due(lastDay) }];
      });
    })
    .sort((a, b) => a.lastDay.localeCompare(b.lastDay));
}

/** Whether a last day is past; never while an outage that moves it goes on. */
export const isOver = ({ until }: MovedDay, today: string): boolean => until !== null && today > until;
