// What agencies decide for themselves, with the defaults that hold where none is adopted. Dated: the one that began last
// before a day is in force on it.

import { DEFAULT_DISTRIBUTION, type Distribution } from './rating.ts';

export type EvaluationCycle = 'monthly' | 'quarterly';

export type PolicyContent = {
  /** How often work is evaluated within the year (PermenPANRB 6/2022: monthly or quarterly, the agency chooses). */
  evaluationCycle: EvaluationCycle;
  /** So many days before its end a period may be rated, since the year is closed in December. */
  ratingDaysBeforeEnd: number;
  /** Calendar days after an evaluation became final in which the employee may object. */
  objectionDays: number;
  /** Calendar days in which the evaluator's superior decides an objection. */
  decisionDays: number;
  /** Percent of each predicate that an achievement leads to expect. */
  distribution: Distribution;
};

export const DEFAULT_POLICY: PolicyContent = {
  evaluationCycle: 'monthly',
  ratingDaysBeforeEnd: 10,
  objectionDays: 14,
  decisionDays: 14,
  distribution: DEFAULT_DISTRIBUTION,
};

export function policyOn(
  policies: readonly { validFrom: string; at: string; content: PolicyContent }[],
  on: string,
): PolicyContent {
  const begun = policies.filter(({ validFrom }) => validFrom <= on);
  const last = begun.sort((a, b) => b.validFrom.localeCompare(a.validFrom) || b.at.localeCompare(a.at))[0];
  return last?.content ?? DEFAULT_POLICY;
}
