// The rules of time as they are adopted (../rules/policy.ts).

import * as v from 'valibot';
import * as field from '#shared/acts/fields.ts';
import { WEEKDAYS } from '../rules/policy.ts';

const hours = v.nullable(
  v.pipe(
    v.strictObject({ start: field.timeOfDay, end: field.timeOfDay }),
    v.check(({ start, end }) => start < end, 'ends before it starts'),
  ),
);
/** The hours of a week, by day. */
export const weekHours = field.each(WEEKDAYS, hours);

export const timeContent = v.strictObject({
  hours: weekHours,
  effectiveMinutes: field.minutes,
  effectiveBy: v.picklist(['day', 'hours']),
  deadlineDays: field.integer(0, 31),
  deadlineTime: v.union([field.timeOfDay, v.literal('24:00')]),
  graceMinutes: field.integer(0, 1440),
  outageMinutes: field.integer(0, 10_080),
  movedByWorkingDays: field.integer(0, 31),
  approvalDay: field.integer(1, 28),
});
