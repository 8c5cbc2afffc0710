// The rules of time as they are adopted (../rules/policy.ts).

import * as v from 'valibot';
import * as field from '#shared/acts/fields.ts';
import { minutesBetween } from '#shared/time/working-time.ts';
import { WEEKDAYS } from '../rules/policy.ts';

const hours = v.nullable(
  v.pipe(
    v.strictObject({
      start: field.timeOfDay,
      end: field.timeOfDay,
      rest: v.exactOptional(field.integer(0, 480)),
    }),
    v.check(({ start, end }) => start < end, 'ends before it starts'),
    v.check(({ start, end, rest = 0 }) => start >= end || rest < minutesBetween(start, end), 'nothing but rest'),
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
  source: field.requiredText(field.LIMITS.title),
});
