// People put into a demo agency with the plan of one of its employees and a session each, so that a benchmark may be many
// people at once.

import { randomBytes } from 'node:crypto';
import { sql } from 'kysely';
import { hashOf, SESSION_COOKIE } from '#server/auth/sessions.ts';
import type { Db } from '#server/db/database.ts';
import { EMPLOYEE } from '../e2e/support/people.ts';

export interface BenchPerson {
  id: string;
  cookie: string;
}

/** Adds employees `NAME1`, `NAME2`, ... who have what the model has planned, and no work yet. */
export async function addPeople(db: Db, name: string, count: number): Promise<BenchPerson[]> {
  const numbers = sql`generate_series(1, ${count}) as n`;
  const person = sql`${name}::text || n`;
  await sql`
    insert into employee select (jsonb_populate_record(e, jsonb_build_object(
      'id', ${person}, 'nip', null, 'name', 'Pegawai ' || n))).* from employee e, ${numbers}
    where e.id = ${EMPLOYEE.id}`.execute(db);
  await sql`
    insert into assignment select (jsonb_populate_record(a, jsonb_build_object(
      'id', 'post-' || ${person}, 'employee_id', ${person}))).* from assignment a, ${numbers}
    where a.employee_id = ${EMPLOYEE.id}`.execute(db);
  await sql`
    insert into scope (agency_id, id, version)
    select s.agency_id, kind || ${person}, s.version
    from scope s, ${numbers}, unnest(array['p:', 'w:']) kind where s.id = ${`p:${EMPLOYEE.id}`}`.execute(db);
  for (const table of ['skp', 'result', 'indicator']) {
    await sql`
      insert into ${sql.table(table)} select (jsonb_populate_record(r,
        jsonb_build_object('scope_id', 'p:' || ${person}, 'employee_id', ${person}))).*
      from ${sql.table(table)} r, ${numbers} where r.scope_id = ${`p:${EMPLOYEE.id}`}`.execute(db);
  }
  const people = Array.from({ length: count }, (_, index) => ({
    id: `${name}${index + 1}`,
    token: randomBytes(32).toString('base64url'),
  }));
  await sql`
    insert into account select (jsonb_populate_record(a, jsonb_build_object(
      'employee_id', ${person}, 'nip', ${person}))).* from account a, ${numbers}
    where a.employee_id = ${EMPLOYEE.id}`.execute(db);
  await sql`
    insert into session (token_hash, agency_id, employee_id, created_at, expires_at)
    select s.hash, a.agency_id, s.id, now(), now() + interval '1 day'
    from unnest(${people.map(({ token }) => hashOf(token))}::bytea[], ${people.map(({ id }) => id)}::text[]) as s (hash, id)
    join account a on a.employee_id = s.id`.execute(db);
  return people.map(({ id, token }) => ({ id, cookie: `${SESSION_COOKIE}=${token}` }));
}

/** Gives a person entries, a few a day, back in time. */
export async function addEntries(db: Db, person: string, texts: readonly { title: string; description: string }[]) {
  const scope = `w:${person}`;
  await sql`update scope set version = version + 1 where id = ${scope}`.execute(db);
  await sql`
    insert into activity (agency_id, scope_id, id, version, deleted, employee_id, result_id, date, title, description,
      start, "end", minutes, quantity, unit, state, revision, created_at)
    select s.agency_id, s.id, gen_random_uuid(), s.version, false, ${person}, r.id,
      current_date - (t.nth / 6)::integer, t.title, t.description, '08:00', '09:00', 60, 1, 'berkas', 'approved', 1, now()
    from scope s,
      unnest(${texts.map(({ title }) => title)}::text[], ${texts.map(({ description }) => description)}::text[])
        with ordinality as t (title, description, nth),
      (select id from result where scope_id = ${`p:${person}`} limit 1) r
    where s.id = ${scope}`.execute(db);
  // As any database knows its tables that has run for a minute.
  await sql`analyze activity`.execute(db);
}
