// The rules of evaluation as they are adopted (../rules/policy.ts).

import * as v from 'valibot';
import * as field from '#shared/acts/fields.ts';
import * as value from '#shared/sync/values.ts';
import { ACHIEVEMENTS, PREDICATES } from '../rules/rating.ts';

const days = field.integer(0, 366);
const share = value.number(0, 100);
const shares = v.pipe(
  field.each(PREDICATES, share),
  v.check((all) => Object.values(all).reduce((sum, one) => sum + one, 0) === 100, 'not 100 percent'),
);

export const performanceContent = v.strictObject({
  evaluationCycle: v.picklist(['monthly', 'quarterly']),
  ratingDaysBeforeEnd: days,
  objectionDays: days,
  decisionDays: days,
  distribution: field.each(ACHIEVEMENTS, shares),
  assessmentDays: days,
  ratingDays: days,
  planDays: days,
  source: field.requiredText(field.LIMITS.title),
});
