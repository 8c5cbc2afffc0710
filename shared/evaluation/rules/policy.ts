// How an agency evaluates, where it decides for itself.

import { policyOf } from '#shared/time/dated.ts';
import type { EvaluationCycle } from '#shared/time/periods.ts';
import { DEFAULT_DISTRIBUTION, type Distribution } from './rating.ts';

export type PerformancePolicy = {
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
  /** Calendar days after its end in which the employee assesses a period; then the evaluator goes on without. */
  assessmentDays: number;
  /** Calendar days after its end in which the evaluator rates a period. Later is still rated, and told as late. */
  ratingDays: number;
  /** Calendar days after the day since which somebody lacks a plan, 1 January for most, in which it is submitted. */
  planDays: number;
  /** The regulation that these rules are from; "contoh" where they are only an example. */
  source: string;
};

export const DEFAULT_PERFORMANCE: PerformancePolicy = {
  evaluationCycle: 'monthly',
  ratingDaysBeforeEnd: 10,
  objectionDays: 14,
  decisionDays: 14,
  distribution: DEFAULT_DISTRIBUTION,
  assessmentDays: 10,
  ratingDays: 20,
  // By the end of January: PermenPANRB 6/2022 leaves the day to the agency.
  planDays: 30,
  source: 'contoh',
};

export const performancePolicyOn = policyOf('performance', DEFAULT_PERFORMANCE);
