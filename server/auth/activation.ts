// One-time codes that open an account, or give it a new password. The database knows their hashes; they die with use, with
// time, and with the next code of the same person.

import { randomBytes } from 'node:crypto';
import { sql } from 'kysely';
import type { Db } from '#server/db/database.ts';
import { fault } from '#server/http/problem.ts';
import type { Codes } from '#shared/people/accounts.ts';
import { CODE_LENGTH, codeOf } from '#shared/people/rules/activation-code.ts';
import { agencyScope } from '#shared/scopes.ts';
import { hasLeft } from './access.ts';
import { hashOf } from './sessions.ts';

/** Slips are handed out in an office where not everybody is there every day. */
const DAYS = 30;

/** The hash is of the person, too: a code opens nobody else's account. */
const hashFor = (nip: string, code: string) => hashOf(`${nip}.${code}`);

/** Gives codes to people of the agency who have a NIP and hold a post, or never held one, and no account elsewhere. */
export async function giveCodes(
  db: Db,
  { agencyId, employeeIds, by }: { agencyId: string; employeeIds: readonly string[]; by: string },
  now: Date,
): Promise<Codes> {
  const expiresAt = new Date(now.getTime() + DAYS * 86_400_000);
  const { rows } = await sql<{ employeeId: string; nip: string; name: string }>`
    select a.employee_id, a.nip, a.name
    from (select e.agency_id, e.id as employee_id, e.nip, e.name from employee e
      where e.agency_id = ${agencyId} and e.scope_id = ${agencyScope(agencyId)} and not e.deleted and e.nip is not null
        and e.id = any(${[...employeeIds]}::text[])) a
    join agency g on g.id = a.agency_id
    where not ${hasLeft(now)}
      and not exists (select from account o where o.nip = a.nip and (o.agency_id, o.employee_id) <> (a.agency_id, a.employee_id))
    order by a.name, a.nip`.execute(db);
  const codes = rows.map((row) => ({ ...row, code: codeOf(randomBytes(CODE_LENGTH)) }));
  const hashes = codes.map(({ nip, code }) => hashFor(nip, code).toString('hex'));
  await sql`
    insert into activation (agency_id, employee_id, nip, code_hash, created_at, created_by, expires_at)
    select ${agencyId}, c.employee_id, c.nip, decode(c.hash, 'hex'), ${now}, ${by}, ${expiresAt}
    from unnest(${codes.map(({ employeeId }) => employeeId)}::text[], ${codes.map(({ nip }) => nip)}::text[],
      ${hashes}::text[]) as c (employee_id, nip, hash)
    on conflict (agency_id, employee_id) do update set nip = excluded.nip, code_hash = excluded.code_hash,
      created_at = excluded.created_at, created_by = excluded.created_by, expires_at = excluded.expires_at`.execute(db);
  return { codes, expiresAt: expiresAt.toISOString() };
}

/** Whose code it is; null where it opens nothing. */
export async function invitationOf(db: Db, { nip, code }: { nip: string; code: string }, now: Date) {
  const { rows } = await sql<{ agencyId: string; employeeId: string }>`
    select a.agency_id, a.employee_id from activation a join agency g on g.id = a.agency_id
    where a.nip = ${nip} and a.code_hash = ${hashFor(nip, code)} and a.expires_at > ${now} and not ${hasLeft(now)}`.execute(
    db,
  );
  return rows[0] ?? null;
}

/**
 * Uses a code: the account has this password from now on, and nobody is in by another. Of two who use it at once one does.
 * Answers the sessions that ended.
 */
export async function openAccount(
  db: Db,
  { agencyId, employeeId }: { agencyId: string; employeeId: string },
  { nip, code, passwordHash }: { nip: string; code: string; passwordHash: string },
): Promise<Buffer[]> {
  return db.transaction().execute(async (tx) => {
    const used = await tx
      .deleteFrom('activation')
      .where('agencyId', '=', agencyId)
      .where('employeeId', '=', employeeId)
      .where('codeHash', '=', hashFor(nip, code))
      .executeTakeFirst();
    if (used.numDeletedRows === 0n) throw fault('wrong-credentials');
    await sql`
      insert into account (agency_id, employee_id, nip, password_hash)
      values (${agencyId}, ${employeeId}, ${nip}, ${passwordHash})
      on conflict (agency_id, employee_id) do update set password_hash = excluded.password_hash, nip = excluded.nip`.execute(
      tx,
    );
    await tx.deleteFrom('knownBrowser').where('agencyId', '=', agencyId).where('employeeId', '=', employeeId).execute();
    const ended = await tx
      .deleteFrom('session')
      .where('agencyId', '=', agencyId)
      .where('employeeId', '=', employeeId)
      .returning('tokenHash')
      .execute();
    return ended.map(({ tokenHash }) => tokenHash);
  });
}
