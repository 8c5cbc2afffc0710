// What administrators ask the server of the agency.

import * as v from 'valibot';
import { count } from '#shared/sync/protocol.ts';

/** How the devices of an agency sync, for administrators. Instants are ISO 8601 UTC. */
export const SyncHealth = v.object({
  devices: v.array(
    v.object({
      id: v.string(),
      employeeId: v.string(),
      name: v.string(),
      app: v.string(),
      lastContact: v.string(),
      /** As reported at the last contact. */
      unsent: count,
      oldestUnsent: v.nullable(v.string()),
      kept: count,
    }),
  ),
  refused: v.array(v.object({ code: v.string(), count, last: v.string() })),
  apps: v.array(v.object({ app: v.string(), devices: count })),
});
export type SyncHealth = v.InferOutput<typeof SyncHealth>;
