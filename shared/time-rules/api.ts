// Outages, maintenance and planned shifts, as the server tells and takes them.

import * as v from 'valibot';
import * as value from '#shared/sync/values.ts';

/** Answer of GET /api/status: the outages of the last ninety days, the latest first. */
export const ServiceStatus = v.object({
  now: v.string(),
  /** Whether the invented agency is here: then its names are said to be invented. */
  demo: v.boolean(),
  outages: v.array(
    v.object({
      agency: v.string(),
      kind: v.picklist(['maintenance', 'unplanned', 'declared']),
      reason: v.string(),
      startsAt: v.string(),
      /** Null while it goes on; of maintenance that is on, when it is expected to end. */
      endsAt: v.nullable(v.string()),
    }),
  ),
});
export type ServiceStatus = v.InferOutput<typeof ServiceStatus>;

/** Maintenance as an administrator announces it. */
export const Maintenance = v.strictObject({
  /** Where it lies ahead, that is when it begins; else it begins at once. */
  startsAt: v.optional(value.instant),
  until: value.instant,
  message: v.pipe(value.text(300), v.minLength(1)),
});

export const ShiftSpan = v.object({ from: value.plainDate, until: value.plainDate });

/** Shifts as a superior planned them; both times null: the day is free. */
export const PlannedShifts = v.object({
  shifts: v.array(
    v.object({
      ...{ employeeId: v.string(), date: v.string(), name: v.string(), at: v.string() },
      ...{ start: v.nullable(v.string()), end: v.nullable(v.string()) },
    }),
  ),
});
export type PlannedShifts = v.InferOutput<typeof PlannedShifts>;
