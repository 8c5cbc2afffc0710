// What the office asks the server of leave.

import * as v from 'valibot';
import { LEAVE_ENTRY_KINDS, LEAVE_KINDS } from './rules/leave.ts';

/** Answer of GET /api/leave: what the office stated of annual leave, the latest first, and what it must record. */
export const OfficeLeave = v.object({
  entries: v.array(
    v.object({
      id: v.string(),
      employeeId: v.string(),
      name: v.string(),
      kind: v.picklist(LEAVE_ENTRY_KINDS),
      year: v.string(),
      days: v.number(),
      carried: v.number(),
      asOf: v.string(),
      source: v.string(),
      withdrawn: v.boolean(),
      /** Names, and moments in ISO 8601 UTC. */
      by: v.string(),
      at: v.string(),
      withdrawnBy: v.nullable(v.string()),
      withdrawnAt: v.nullable(v.string()),
      withdrawReason: v.nullable(v.string()),
    }),
  ),
  /** Requests on which nobody in the agency decides. */
  waiting: v.array(
    v.object({
      id: v.string(),
      employeeId: v.string(),
      name: v.string(),
      kind: v.picklist(LEAVE_KINDS),
      validFrom: v.string(),
      validUntil: v.string(),
      reason: v.string(),
      revision: v.number(),
    }),
  ),
});
export type OfficeLeave = v.InferOutput<typeof OfficeLeave>;
