// How much of evidence a person may send. Beyond it the device is told when to come back, and keeps what waits.

import { sql } from 'kysely';
import type { Db } from '#server/db/database.ts';
import { fault } from '#server/http/problem.ts';
import type { Holder } from './holders.ts';
import type { FileStorage } from './storage.ts';

/** Bytes a day: fifty of the largest files, or a thousand photos as devices send them. */
export const FILE_BYTES_A_DAY = 500_000_000;
/** Uploads on their way. A device sends one after the other; what is more than this has been given up. */
export const MOST_UPLOADS = 20;
/** Seconds. */
const COME_BACK = 3600;

export async function refuseBeyondQuota(db: Db, { agencyId, employeeId }: Holder, day: string): Promise<void> {
  const { rows } = await sql<{ fileBytes: number }>`select file_bytes from daily_use
    where agency_id = ${agencyId} and employee_id = ${employeeId} and day = ${day}`.execute(db);
  if ((rows[0]?.fileBytes ?? 0) < FILE_BYTES_A_DAY) return;
  throw fault('too-many-requests', { detail: 'more files than one person may send in a day' }, COME_BACK);
}

export async function countFile(db: Db, { agencyId, employeeId }: Holder, use: { day: string; size: number }) {
  await sql`insert into daily_use (agency_id, employee_id, day, file_bytes)
    values (${agencyId}, ${employeeId}, ${use.day}, ${use.size})
    on conflict (agency_id, employee_id, day) do update set file_bytes = daily_use.file_bytes + excluded.file_bytes`.execute(
    db,
  );
}

/** Notes an upload that begins. Where a person has too many on their way, the oldest gives way and begins anew. */
export async function noteUpload(
  { db, files }: { db: Db; files: FileStorage },
  { agencyId, employeeId }: Holder,
  { id, now }: { id: string; now: Date },
): Promise<void> {
  await sql`insert into upload (agency_id, id, employee_id, begun_at)
    values (${agencyId}, ${id}, ${employeeId}, ${now})`.execute(db);
  const { rows } = await sql<{ id: string }>`
    delete from upload where agency_id = ${agencyId} and id in (
      select id from upload where agency_id = ${agencyId} and employee_id = ${employeeId}
      order by begun_at desc, id desc offset ${MOST_UPLOADS})
    returning id`.execute(db);
  for (const old of rows) await files.incoming.remove(old.id).catch(() => undefined);
}

export async function forgetUpload(db: Db, agencyId: string, id: string): Promise<void> {
  await sql`delete from upload where agency_id = ${agencyId} and id = ${id}`.execute(db);
}
