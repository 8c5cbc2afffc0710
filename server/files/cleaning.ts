// Removes what nobody will ask for again: uploads that broke off, and files that no entry names any more. What an entry
// has named stays long enough for any device to come back with what names it again, as after a restored backup.

import { sql } from 'kysely';
import type { Db } from '#server/db/database.ts';
import { EXPIRES_MS, type FileStorage } from './storage.ts';

const DAY_MS = 86_400_000;
/**
 * Days without a name. A device keeps what it has sent for thirty, a backup that is put back may be as old, and a queue
 * that nobody has sent for a month is still sent.
 */
export const UNNAMED_DAYS = 90;
/** Files and uploads that one run removes at most. */
const AT_ONCE = 500;

const named = sql`exists (select from evidence e where e.agency_id = f.agency_id and not e.deleted
  and (e.sha256 = f.sha256 or e.thumbnail = f.sha256))`;

export interface Cleaned {
  files: number;
  uploads: number;
}

export async function clean(db: Db, storage: FileStorage, now: Date): Promise<Cleaned> {
  const uploads = await removeBrokenUploads(db, storage, now);
  await sql`update file f set unnamed_since = ${now} where unnamed_since is null and not ${named}`.execute(db);
  await sql`update file f set unnamed_since = null where unnamed_since is not null and ${named}`.execute(db);
  const since = new Date(now.getTime() - UNNAMED_DAYS * DAY_MS);
  // The record goes first: bytes without a record are lost room, a record without bytes would be a lost file.
  const { rows } = await sql<{ key: string }>`
    with gone as (
      delete from file f where unnamed_since < ${since} and not ${named}
        and (agency_id, sha256) in (select agency_id, sha256 from file where unnamed_since < ${since} limit ${AT_ONCE})
      returning agency_id, sha256, key
    ), forgotten as (
      delete from file_holder h using gone where h.agency_id = gone.agency_id and h.sha256 = gone.sha256
    )
    select key from gone`.execute(db);
  for (const { key } of rows) await storage.remove(key);
  await sql`delete from daily_use where day < ${new Date(now.getTime() - 7 * DAY_MS)}::date`.execute(db);
  return { files: rows.length, uploads };
}

async function removeBrokenUploads(db: Db, storage: FileStorage, now: Date): Promise<number> {
  const since = new Date(now.getTime() - EXPIRES_MS);
  const { rows } = await sql<{ agencyId: string; id: string }>`
    select agency_id, id from upload where begun_at < ${since} limit ${AT_ONCE}`.execute(db);
  for (const { agencyId, id } of rows) {
    await storage.incoming.remove(id).catch(() => undefined);
    await sql`delete from upload where agency_id = ${agencyId} and id = ${id}`.execute(db);
  }
  return rows.length;
}
