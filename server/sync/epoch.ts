// The history of an agency has a name, its epoch. Restored from a backup, it goes on from an older state under a new
// epoch; devices that hear it send again what the old one had acknowledged (client/sync/new-history.ts).
//
// What a device says of the server's history is a claim. It is proof only under the server's own seal; without it the
// claim changes that device alone.

import { createHmac, timingSafeEqual } from 'node:crypto';
import { sql } from 'kysely';
import type { Db } from '#server/db/database.ts';
import type { DbOrTransaction } from '#server/db/rows.ts';
import type { Position } from '#shared/sync/protocol.ts';

/** A device holds what this database does not, or says so. */
export class HistoryLost extends Error {}

export interface History {
  epoch: string;
  /** With which the agency's answers are sealed. A backup has it, too. */
  sealKey: Buffer;
}

export async function historyOf(db: DbOrTransaction, tenant: string): Promise<History> {
  const { rows } = await sql<History>`select epoch, seal_key from agency where id = ${tenant}`.execute(db);
  const [row] = rows;
  if (!row) throw new Error(`no agency ${tenant}`);
  return row;
}

/** What an answer tells a device of the history that it then holds. */
export interface Held {
  tenant: string;
  actor: string;
  device: string;
  epoch: string;
  settled: number;
  positions: Record<string, Position>;
}

/** The server's word, in base64url, that it told this device just this. */
export function sealOf({ sealKey }: History, held: Held): string {
  const { tenant, actor, device, epoch, settled, positions } = held;
  const sorted = Object.keys(positions)
    .sort()
    .map((scope) => [scope, positions[scope]?.through, positions[scope]?.stamp ?? '', positions[scope]?.rest ?? '']);
  return createHmac('sha256', sealKey)
    .update(JSON.stringify([tenant, actor, device, epoch, settled, sorted]))
    .digest('base64url');
}

/** Whether the server did tell a device what it says to hold. */
export function isSealed(history: History, held: Held, seal: string | null): boolean {
  const [is, should] = [Buffer.from(seal ?? ''), Buffer.from(sealOf(history, held))];
  return is.length === should.length && timingSafeEqual(is, should);
}

/** Begins a new epoch of an agency, unless another process has begun one since `old` was read. Answers the present one. */
export async function beginEpoch(db: Db, tenant: string, old: string): Promise<string> {
  await sql`update agency set epoch = gen_random_uuid() where id = ${tenant} and epoch = ${old}`.execute(db);
  return (await historyOf(db, tenant)).epoch;
}

/** Seconds for each device: so that those of an agency, which must all ask for everything, do not do so at once. */
const APART = 0.2;
const LONGEST_SPREAD = 15 * 60;

/** Seconds over which the devices of an agency that are in use go into a new epoch. */
export async function spreadOf(db: Db, tenant: string, now: Date): Promise<number> {
  const { rows } = await sql<{ devices: number }>`
    select count(*)::integer as devices from device
    where agency_id = ${tenant} and last_contact > ${now}::timestamptz - interval '30 days'`.execute(db);
  return Math.min(LONGEST_SPREAD, Math.floor((rows[0]?.devices ?? 0) * APART));
}

/**
 * Called when the server starts. A restored database tells itself from the one it was copied from: by another cluster, by
 * the timeline that PostgreSQL begins on recovery, or by having been created anew.
 */
export async function noticeRestore(db: Db): Promise<void> {
  await db.transaction().execute(async (tx) => {
    const { rows } = await sql<{ now: string; before: string }>`
      select fingerprint as before, concat_ws(' ', (select system_identifier from pg_control_system()),
        (select timeline_id from pg_control_checkpoint()),
        (select oid from pg_database where datname = current_database())) as now
      from database_identity for update`.execute(tx);
    const [{ now, before } = { now: '', before: '' }] = rows;
    if (now === before) return;
    if (before !== '') await sql`update agency set epoch = gen_random_uuid()`.execute(tx);
    await sql`update database_identity set fingerprint = ${now}`.execute(tx);
  });
}
