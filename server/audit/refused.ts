// What was refused goes into the log with all it said, as far as one person may fill a log that nobody may prune. Beyond
// that a line keeps the digest of what it said: nothing is refused in silence, and the device has the content still.

import { createHash } from 'node:crypto';
import { sql } from 'kysely';
import type { DbOrTransaction } from '#server/db/rows.ts';
import { fault } from '#server/http/problem.ts';

/** Bytes of a person's day: some hundred long entries, each refused. */
export const REFUSED_BYTES_A_DAY = 2_000_000;
/** A line costs about as much, whatever it says. */
const LINE_BYTES = 500;
/** At so many times the bytes nothing more is taken that day: the queue waits on the device. */
const MOST_TIMES = 4;
/** Seconds. */
const COME_BACK = 3600;

export interface RefusedQuota {
  tenant: string;
  employeeId: string;
  /** Of the person's time zone. */
  day: string;
}

/** `args`: of what is refused, in order. Answers what the log keeps of each. Costs nothing where nothing is refused. */
export async function keptOfRefused(
  db: DbOrTransaction,
  { tenant, employeeId, day }: RefusedQuota,
  args: readonly unknown[],
): Promise<unknown[]> {
  if (args.length === 0) return [];
  const texts = args.map((value) => JSON.stringify(value ?? null));
  const cost = (text: string) => LINE_BYTES + Buffer.byteLength(text);
  const all = texts.reduce((sum, text) => sum + cost(text), 0);
  const { rows } = await sql<{ refusedBytes: number }>`
    insert into daily_use (agency_id, employee_id, day, refused_bytes)
    values (${tenant}, ${employeeId}, ${day}, ${all})
    on conflict (agency_id, employee_id, day) do update set refused_bytes = daily_use.refused_bytes + excluded.refused_bytes
    returning refused_bytes`.execute(db);
  let used = (rows[0]?.refusedBytes ?? all) - all;
  return texts.map((text, index) => {
    used += cost(text);
    if (used <= REFUSED_BYTES_A_DAY) return args[index];
    if (used > MOST_TIMES * REFUSED_BYTES_A_DAY) {
      throw fault('too-many-requests', { detail: 'more was refused than one person may send in a day' }, COME_BACK);
    }
    const sha256 = createHash('sha256').update(text).digest('hex');
    return { beyondQuota: { sha256, bytes: Buffer.byteLength(text) } };
  });
}
