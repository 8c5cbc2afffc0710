// What an administrator should know of the devices: who has not been heard of, where work lies unsent or refused, and
// which versions of the app are in use.

import { sql } from 'kysely';
import * as v from 'valibot';
import type { Db } from '#server/db/database.ts';
import { OFFICE_APP } from '#shared/acts/api.ts';
import { SyncHealth } from '#shared/agency/api.ts';
import { IMPORT_APP } from '#shared/unsent-files/api.ts';

const SHOWN = 100;
/** A device silent for longer is not in use any more. */
const IN_USE_DAYS = 90;
const REFUSED_DAYS = 30;

export async function syncHealth(db: Db, agencyId: string, now: Date): Promise<SyncHealth> {
  const since = (days: number) => new Date(now.getTime() - days * 86_400_000);
  const used = sql`d.agency_id = ${agencyId} and d.last_contact >= ${since(IN_USE_DAYS)} and d.app not in (${IMPORT_APP}, ${OFFICE_APP})`;
  const [devices, apps, refused] = await Promise.all([
    // Unsent work first, then refused work that nobody has looked at, then the longest silent.
    sql<SyncHealth['devices'][number]>`
      select d.id, d.app, d.last_contact, d.unsent, d.oldest_unsent, d.kept, e.name, e.id as employee_id
      from device d join employee e on e.agency_id = d.agency_id and e.id = d.employee_id
      where ${used} order by d.oldest_unsent nulls last, d.kept desc, d.last_contact limit ${SHOWN}`.execute(db),
    sql<SyncHealth['apps'][number]>`
      select d.app, count(*)::integer as devices from device d where ${used} group by 1 order by 2 desc, 1`.execute(db),
    sql<SyncHealth['refused'][number]>`
      select outcome->'refusal'->>'code' as code, count(*)::integer as count, max(received_at) as last
      from mutation_log where agency_id = ${agencyId} and outcome->>'result' = 'refused'
        and received_at >= ${since(REFUSED_DAYS)}
      group by 1 order by 2 desc, 1`.execute(db),
  ]);
  const asSent = JSON.parse(JSON.stringify({ devices: devices.rows, apps: apps.rows, refused: refused.rows }));
  return v.parse(SyncHealth, asSent);
}
