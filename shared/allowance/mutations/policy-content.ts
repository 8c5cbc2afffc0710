// The rules of the allowance as they are adopted (../rules/policy.ts).

import * as v from 'valibot';
import * as field from '#shared/acts/fields.ts';
import { PREDICATES } from '#shared/evaluation/rules/rating.ts';
import { LEAVE_KINDS } from '#shared/leave/rules/leave.ts';
import { DEDUCTION_UNITS } from '../rules/policy.ts';

const { decimal, percent } = field;
const classes = v.strictTuple([decimal, decimal, decimal, decimal]);
const unit = v.picklist(DEDUCTION_UNITS);
export const allowanceContent = v.pipe(
  v.strictObject({
    source: field.requiredText(field.LIMITS.title),
    base: v.record(v.pipe(v.string(), v.regex(/^([1-9]|1[0-7])$/)), decimal),
    productivityWeight: percent,
    disciplineWeight: percent,
    requirement: v.strictObject({
      measure: v.picklist(['minutes-a-month', 'minutes-a-day', 'days']),
      minutes: field.integer(1, 44_640),
    }),
    dailyMost: field.minutes,
    predicateShare: percent,
    predicateIndex: field.each(PREDICATES, percent),
    lateWork: v.picklist(['not-counted', 'counted']),
    units: v.strictObject({ classes: unit, absence: unit }),
    absence: decimal,
    late: classes,
    early: classes,
    missingScan: v.strictObject({ unit: v.union([unit, v.literal('class')]), value: decimal }),
    assembly: percent,
    minimumPresence: v.strictObject({ presentDays: field.integer(0, 31), paid: percent }),
    leave: field.each(LEAVE_KINDS, v.strictObject({ deduction: percent, paid: v.boolean() })),
    rounding: v.strictObject({ mode: v.picklist(['down', 'nearest']), unit: field.integer(1, 100_000) }),
  }),
  v.check(
    // Both have at most four places: compared as whole numbers of ten-thousandths.
    ({ productivityWeight, disciplineWeight }) =>
      Math.round(Number(productivityWeight) * 10_000) + Math.round(Number(disciplineWeight) * 10_000) === 1_000_000,
    'the weights are not 100 percent',
  ),
  v.check(({ units, absence, late, early, missingScan }) => {
    const ofClasses = [...late, ...early].map((each) => ({ unit: units.classes, value: each }));
    const all = [...ofClasses, { unit: units.absence, value: absence }, missingScan];
    return all.every((each) => each.unit === 'rupiah' || Number(each.value) <= 100);
  }, 'more than 100 percent'),
);
