// Who acts, by the session, and whether anybody may act now.

import { fault } from '#server/http/problem.ts';
import type { Actor } from '#shared/sync/mutation.ts';
import type { Entry } from './sessions.ts';

export const actorOf = (session: Entry): Actor => ({
  id: session.employeeId,
  tenant: session.agencyId,
  timeZone: session.timeZone,
  roles: session.roles,
});

/** No one gets past maintenance but those who can end it. */
export function refuseDuringMaintenance({ maintenance }: Entry): void {
  if (maintenance) throw fault('maintenance', maintenance, 60);
}
