// Sessions in PostgreSQL. The cookie holds a random token; the database holds its hash.

import { createHash, randomBytes } from 'node:crypto';
import { sql } from 'kysely';
import type { Role, Session } from '#shared/protocol.ts';
import type { Db } from '../db/database.ts';
import { openScopes } from '../people/scopes.ts';
import { fault } from '../problem.ts';
import type { History } from '../sync/epoch.ts';
import { NOBODY, verifyPassword } from './passwords.ts';

/** Thirty days after the last sign-in: work goes on offline all the same, and asks for the password when it is back. */
const LIFETIME = 30 * 24 * 60 * 60 * 1000;

export const SESSION_COOKIE = 'kerjaku_session';

/** A session together with the maintenance that is on, so that a request needs one statement for both. */
export interface Entry extends Session {
  tokenHash: Buffer;
  createdAt: Date;
  /** When a device of it last synced; null before the first time. */
  lastContact: Date | null;
  /** That of its agency. */
  history: History;
  maintenance: { until: string; message: string } | null;
}

const hashOf = (token: string) => createHash('sha256').update(token).digest();

export async function signIn(
  db: Db,
  credentials: { nip: string; password: string },
  now: Date,
): Promise<{ token: string; expiresAt: Date }> {
  const { nip, password } = credentials;
  const account = await db.selectFrom('account').selectAll().where('nip', '=', nip).executeTakeFirst();
  const right = await verifyPassword(password, account?.passwordHash ?? (await NOBODY));
  if (!account || !right) throw fault('wrong-credentials');
  const token = randomBytes(32).toString('base64url');
  const expiresAt = new Date(now.getTime() + LIFETIME);
  const { agencyId, employeeId } = account;
  await db.deleteFrom('session').where('expiresAt', '<', now).execute();
  await openScopes(db, agencyId);
  await db
    .insertInto('session')
    .values({ tokenHash: hashOf(token), agencyId, employeeId, createdAt: now, expiresAt })
    .execute();
  return { token, expiresAt };
}

export async function signOut(db: Db, token: string): Promise<void> {
  await db.deleteFrom('session').where('tokenHash', '=', hashOf(token)).execute();
}

type Found = Omit<Entry, 'expiresAt' | 'maintenance' | 'history'> &
  History & { until: Date | null; message: string | null; expiresAt: Date };

export async function findSession(db: Db, token: string | undefined, now: Date): Promise<Entry> {
  if (!token) throw fault('signed-out');
  const { rows } = await sql<Found>`
    select s.token_hash, s.employee_id, s.agency_id, s.created_at, s.last_contact, s.expires_at, g.name as agency_name, g.time_zone, g.epoch, g.seal_key,
      e.name, a.nip, a.roles, m.until, m.message
    from session s
    join agency g on g.id = s.agency_id
    join account a on a.agency_id = s.agency_id and a.employee_id = s.employee_id
    join employee e on e.agency_id = s.agency_id and e.id = s.employee_id and not e.deleted
    left join lateral (
      select until, message from maintenance m
      where m.agency_id = s.agency_id and m.ended_at is null and m.starts_at <= ${now} and m.until > ${now}
      order by m.until desc limit 1
    ) m on true
    where s.token_hash = ${hashOf(token)} and s.expires_at > ${now}`.execute(db);
  const row = rows[0];
  if (!row) throw fault('signed-out');
  const { until, message, expiresAt, epoch, sealKey, ...rest } = row;
  const maintenance = until && message !== null ? { until: until.toISOString(), message } : null;
  return { ...rest, expiresAt: expiresAt.toISOString(), maintenance, history: { epoch, sealKey } };
}

export const isAdmin = (session: { roles: Role[] }) => session.roles.includes('admin');
