// The ledger of outages in the scope of each agency, so that it comes to every device with the next sync.

import { sql } from 'kysely';
import { domain } from '#shared/domain.ts';
import type { SyncRow } from '#shared/sync/table.ts';
import { agencyScope, type Outage } from '#shared/tables.ts';
import type { Db } from '../db/database.ts';
import { type DbOrTransaction, writeRows } from '../sync/rows.ts';

export type NewOutage = Omit<Outage, 'scope' | 'version'>;

/** Writes a line, or the same line again with its end. Answers the scope that moved. */
export async function recordOutage(db: DbOrTransaction, agency: string, outage: NewOutage): Promise<string> {
  const scope = agencyScope(agency);
  const { rows } = await sql<{ version: number }>`
    update scope set version = version + 1 where agency_id = ${agency} and id = ${scope} returning version`.execute(db);
  const [raised] = rows;
  if (!raised) return scope;
  const row: SyncRow = { ...outage, scope, version: 0 };
  const change = { table: 'outage', scope, id: outage.id, row };
  await writeRows(db, domain.tables, agency, [change], new Map([[scope, raised.version]]));
  return scope;
}

/** Ends what goes on, or was planned for longer, of a kind. */
export async function endOutages(db: Db, agency: string, kind: Outage['kind'], now: Date): Promise<void> {
  await db.transaction().execute(async (tx) => {
    const { rows } = await sql<Pick<NewOutage, 'id' | 'reason' | 'by'> & { startsAt: Date }>`
      select id, reason, "by", starts_at from outage
      where agency_id = ${agency} and kind = ${kind} and not deleted and starts_at <= ${now}
        and (ends_at is null or ends_at > ${now})`.execute(tx);
    for (const { id, reason, by, startsAt } of rows) {
      const ended = { kind, startsAt: startsAt.toISOString(), endsAt: now.toISOString() };
      await recordOutage(tx, agency, { id, reason, by, ...ended });
    }
  });
}
