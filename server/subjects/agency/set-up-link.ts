// The one-time link by which the first administrator of an empty database comes in. It is printed where only who runs the
// server reads it; the database knows its hash; it dies with use, with time, and with the first agency.

import { randomBytes } from 'node:crypto';
import { hashOf } from '#server/auth/sessions.ts';
import type { Db } from '#server/db/database.ts';
import type { DbOrTransaction } from '#server/db/rows.ts';

const HOURS = 24;

/** Null where an agency exists already. Each server process prints its own; one of them is enough. */
export async function offerSetUp(db: Db, now: Date): Promise<{ token: string; expiresAt: Date } | null> {
  await db.deleteFrom('setUpLink').where('expiresAt', '<', now).execute();
  if (await db.selectFrom('agency').select('id').executeTakeFirst()) return null;
  const token = randomBytes(32).toString('base64url');
  const expiresAt = new Date(now.getTime() + HOURS * 3_600_000);
  await db
    .insertInto('setUpLink')
    .values({ tokenHash: hashOf(token), expiresAt })
    .execute();
  return { token, expiresAt };
}

export async function isOffered(db: DbOrTransaction, token: string, now: Date): Promise<boolean> {
  const agency = await db.selectFrom('agency').select('id').executeTakeFirst();
  const link = await db
    .selectFrom('setUpLink')
    .select('expiresAt')
    .where('tokenHash', '=', hashOf(token))
    .where('expiresAt', '>', now)
    .executeTakeFirst();
  return agency === undefined && link !== undefined;
}
