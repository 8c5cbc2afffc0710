// Sessions in PostgreSQL. The cookie holds a random token; the database holds its hash.

import { createHash, randomBytes } from 'node:crypto';
import { sql } from 'kysely';
import type { Db } from '#server/db/database.ts';
import type { Admission } from '#server/http/admission.ts';
import { fault } from '#server/http/problem.ts';
import { openScopes } from '#server/subjects/people/scopes.ts';
import type { History } from '#server/sync/epoch.ts';
import type { Role, Session } from '#shared/people/api.ts';
import { hasLeft, rolesOf } from './access.ts';
import { countAttempt, uncountAttempt } from './guesses.ts';
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

/** A long-lived cookie by which a browser is known again, see server/auth/guesses.ts. It opens nothing. */
export const BROWSER_COOKIE = 'kerjaku_browser';
/** As long as browsers keep a cookie (RFC 6265bis). */
export const BROWSER_DAYS = 400;

/** A person's, the latest ones: more than anybody signs in with. The others end, and ask for the password again. */
const MOST_OF_A_PERSON = 100;

export const hashOf = (token: string) => createHash('sha256').update(token).digest();
const newToken = () => randomBytes(32).toString('base64url');

export interface SignIn {
  /** As digits. */
  nip: string;
  password: string;
  network: string;
  /** By which it is known again, where it is. */
  browser: string | undefined;
  /** As it calls itself (server/auth/browser-name.ts). */
  browserName: string;
}

/** `hashing`: lets so many passwords be hashed at a time, so that guessing slows nothing else. */
export async function signIn(
  db: Db,
  { nip, password, network, browser, browserName }: SignIn,
  { now, hashing }: { now: Date; hashing: Admission },
): Promise<{ token: string; expiresAt: Date; browser: string }> {
  const account = await db.selectFrom('account').selectAll().where('nip', '=', nip).executeTakeFirst();
  const known = account && browser ? await knows(db, account, browser) : false;
  const attempt = { nip, network, browser: known && browser ? hashOf(browser).toString('hex') : null };
  const right = await hashing.run(async () => {
    await countAttempt(db, attempt, now);
    return verifyPassword(password, account?.passwordHash ?? (await NOBODY));
  });
  if (!account || !right) throw fault('wrong-credentials');
  await uncountAttempt(db, attempt);
  // Told only to who knows the password.
  if (await isGone(db, account, now)) throw fault('left');
  const [token, kept] = [newToken(), browser ?? newToken()];
  const expiresAt = new Date(now.getTime() + LIFETIME);
  const { agencyId, employeeId } = account;
  await db.deleteFrom('session').where('expiresAt', '<', now).execute();
  await openScopes(db, agencyId);
  await db
    .insertInto('session')
    .values({ tokenHash: hashOf(token), agencyId, employeeId, createdAt: now, expiresAt, browser: browserName })
    .execute();
  await sql`delete from session where token_hash in (select token_hash from session
    where agency_id = ${agencyId} and employee_id = ${employeeId}
    order by created_at desc offset ${MOST_OF_A_PERSON})`.execute(db);
  await know(db, { agencyId, employeeId, browser: kept, now });
  return { token, expiresAt, browser: kept };
}

async function isGone(db: Db, { agencyId, employeeId }: { agencyId: string; employeeId: string }, now: Date) {
  const { rows } = await sql<{ left: boolean }>`
    select ${hasLeft(now)} as left from account a join agency g on g.id = a.agency_id
    where a.agency_id = ${agencyId} and a.employee_id = ${employeeId}`.execute(db);
  return rows[0]?.left ?? true;
}

async function knows(db: Db, { agencyId, employeeId }: { agencyId: string; employeeId: string }, browser: string) {
  const found = await db
    .selectFrom('knownBrowser')
    .select('lastUsed')
    .where('agencyId', '=', agencyId)
    .where('employeeId', '=', employeeId)
    .where('tokenHash', '=', hashOf(browser))
    .executeTakeFirst();
  return found !== undefined;
}

async function know(
  db: Db,
  { agencyId, employeeId, browser, now }: { agencyId: string; employeeId: string; browser: string; now: Date },
): Promise<void> {
  await sql`delete from known_browser where agency_id = ${agencyId} and employee_id = ${employeeId}
    and last_used < ${new Date(now.getTime() - BROWSER_DAYS * 86_400_000)}`.execute(db);
  await sql`insert into known_browser (agency_id, employee_id, token_hash, last_used)
    values (${agencyId}, ${employeeId}, ${hashOf(browser)}, ${now})
    on conflict (agency_id, employee_id, token_hash) do update set last_used = excluded.last_used`.execute(db);
  await sql`delete from known_browser where agency_id = ${agencyId} and employee_id = ${employeeId}
    and token_hash in (select token_hash from known_browser
      where agency_id = ${agencyId} and employee_id = ${employeeId}
      order by last_used desc offset ${MOST_OF_A_PERSON})`.execute(db);
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
      e.name, a.nip, ${rolesOf(now)} as roles, m.until, m.message
    from session s
    join agency g on g.id = s.agency_id
    join account a on a.agency_id = s.agency_id and a.employee_id = s.employee_id
    join employee e on e.agency_id = s.agency_id and e.id = s.employee_id and not e.deleted
    left join lateral (
      select until, message from maintenance m
      where m.agency_id = s.agency_id and m.ended_at is null and m.starts_at <= ${now} and m.until > ${now}
      order by m.until desc limit 1
    ) m on true
    where s.token_hash = ${hashOf(token)} and s.expires_at > ${now} and not ${hasLeft(now)}`.execute(db);
  const row = rows[0];
  if (!row) throw fault('signed-out');
  const { until, message, expiresAt, epoch, sealKey, ...rest } = row;
  const maintenance = until && message !== null ? { until: until.toISOString(), message } : null;
  return { ...rest, expiresAt: expiresAt.toISOString(), maintenance, history: { epoch, sealKey } };
}

export const isAdmin = (session: { roles: Role[] }) => session.roles.includes('admin');
/** Who decides for the agency on explanations of attendance, and reads what was sent with them. */
export const decidesForOffice = (session: { roles: Role[] }) => isAdmin(session) || session.roles.includes('treasurer');
/** Who reads what the office reads. */
export const readsOffice = (session: { roles: Role[] }) => isAdmin(session) || session.roles.includes('auditor');
