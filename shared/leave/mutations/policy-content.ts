// The rules of leave as they are adopted (../rules/policy.ts).

import * as v from 'valibot';
import * as field from '#shared/acts/fields.ts';
import { LEAVE_KINDS } from '../rules/leave.ts';
import { LEAVE_OFFICIALS } from '../rules/policy.ts';

const days = field.integer(0, 366);

export const leaveContent = v.pipe(
  v.strictObject({
    source: field.requiredText(field.LIMITS.title),
    annualDays: days,
    mostAfterOneYear: days,
    mostAfterTwoYears: days,
    longestMonths: field.each(LEAVE_KINDS, field.integer(0, 60)),
    longestSource: field.requiredText(field.LIMITS.title),
    official: v.picklist(LEAVE_OFFICIALS),
    namedId: v.nullable(field.employeeId),
    headNamedId: v.nullable(field.employeeId),
    delegation: field.requiredText(field.LIMITS.title),
  }),
  v.check(
    ({ annualDays, mostAfterOneYear, mostAfterTwoYears }) =>
      annualDays <= mostAfterOneYear && mostAfterOneYear <= mostAfterTwoYears,
    'the most of a year is less than a year',
  ),
  v.check(({ official, namedId }) => (official === 'named') === (namedId !== null), 'not who decides'),
);
