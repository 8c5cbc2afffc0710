// The server's history has a name, its epoch. A database restored from a backup goes on from an older state under a new
// epoch; devices that hear it send again what the old one had acknowledged (client/sync/epoch.ts).

import { sql } from 'kysely';
import type { Db } from '../db/database.ts';
import type { DbOrTransaction } from './rows.ts';

/** A device holds what this database does not: it was restored, though nobody said so. */
export class HistoryLost extends Error {}

export async function currentEpoch(db: DbOrTransaction): Promise<string> {
  const { rows } = await sql<{ id: string }>`select id from epoch`.execute(db);
  const [row] = rows;
  if (!row) throw new Error('the database has no epoch');
  return row.id;
}

/** Begins a new epoch, unless another process has begun one since `old` was read. */
export async function beginEpoch(db: Db, old: string): Promise<string> {
  await sql`update epoch set id = gen_random_uuid() where id = ${old}`.execute(db);
  return currentEpoch(db);
}

/**
 * Called when the server starts. A restored database tells itself from the one it was copied from: by another cluster, by
 * the timeline that PostgreSQL begins on recovery, or by having been created anew.
 */
export async function noticeRestore(db: Db): Promise<void> {
  const { rows } = await sql<{ fingerprint: string }>`
    select concat_ws(' ', (select system_identifier from pg_control_system()),
      (select timeline_id from pg_control_checkpoint()),
      (select oid from pg_database where datname = current_database())) as fingerprint`.execute(db);
  const fingerprint = rows[0]?.fingerprint ?? '';
  await sql`
    update epoch set fingerprint = ${fingerprint},
      id = case when fingerprint = '' then id else gen_random_uuid() end
    where fingerprint <> ${fingerprint}`.execute(db);
}
