// What administrators ask the server of last days.

import * as v from 'valibot';
import { count } from '#shared/sync/protocol.ts';

/** YYYY-MM, as the route takes it. */
export const WatchMonth = v.object({ month: v.pipe(v.string(), v.regex(/^\d{4}-(0[1-9]|1[0-2])$/)) });

/** Answer of GET /api/watch/{month}: how everybody in service has filled in a month (questions/watch.ts). */
export const AgencyWatch = v.object({
  month: v.string(),
  people: v.array(
    v.object({
      employeeId: v.string(),
      unitId: v.string(),
      plan: v.picklist(['none', 'draft', 'submitted', 'returned', 'approved']),
      planOver: v.boolean(),
      emptyDays: count,
      lateDays: count,
      unassessed: count,
      unrated: count,
      ratingOver: v.boolean(),
    }),
  ),
});
export type AgencyWatch = v.InferOutput<typeof AgencyWatch>;
