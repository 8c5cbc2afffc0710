// Guesses of passwords and browsers that are known; who holds a file, and since when nobody names it; uploads on their
// way; what was refused of a person's today. Scopes for every employee.

import { type Kysely, sql } from 'kysely';

// biome-ignore lint/suspicious/noExplicitAny: a migration knows the schema of its own day, not today's
export async function up(db: Kysely<any>): Promise<void> {
  const statements = [
    `insert into scope (agency_id, id)
      select e.agency_id, kind || e.id from employee e, unnest(array['p:', 'w:']) kind
      where not e.deleted on conflict do nothing`,
    `create table guess (
      key text primary key,
      failures integer not null,
      at timestamptz not null
    )`,
    `create index guess_by_time on guess (at)`,
    `create table known_browser (
      agency_id text not null references agency,
      employee_id text not null,
      token_hash bytea not null,
      last_used timestamptz not null,
      primary key (agency_id, employee_id, token_hash)
    )`,
    `create table file_holder (
      agency_id text not null,
      sha256 text not null,
      employee_id text not null,
      brings boolean not null default false,
      primary key (agency_id, sha256, employee_id)
    )`,
    // Whoever names a file today holds it: what was readable stays readable.
    `insert into file_holder
      select agency_id, sha256, uploaded_by from file
      union select agency_id, sha256, substr(scope_id, 3) from evidence where sha256 is not null
      union select agency_id, thumbnail, substr(scope_id, 3) from evidence where thumbnail is not null`,
    `update file_holder h set brings = true from account a
      where a.agency_id = h.agency_id and a.employee_id = h.employee_id and 'admin' = any(a.roles)`,
    `alter table file add column unnamed_since timestamptz`,
    `create table upload (
      agency_id text not null references agency,
      id text not null,
      employee_id text not null,
      begun_at timestamptz not null,
      primary key (agency_id, id)
    )`,
    `create index upload_of_employee on upload (agency_id, employee_id, begun_at)`,
    `create table daily_use (
      agency_id text not null references agency,
      employee_id text not null,
      day date not null,
      refused_bytes bigint not null default 0,
      file_bytes bigint not null default 0,
      primary key (agency_id, employee_id, day)
    )`,
  ];
  for (const statement of statements) await sql.raw(statement).execute(db);
}
