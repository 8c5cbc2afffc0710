// What the server needs to believe a device no further than it can prove: an epoch for each agency, and the key with which
// it seals its own answers; the keys of devices, when each was last heard of, and what they told to be waiting; the content
// of each mutation, so that another one under the same id is no repetition.

import { type Kysely, sql } from 'kysely';

// biome-ignore lint/suspicious/noExplicitAny: a migration knows the schema of its own day, not today's
export async function up(db: Kysely<any>): Promise<void> {
  const statements = [
    `alter table agency
      add column epoch uuid not null default gen_random_uuid(),
      add column seal_key bytea not null
        default decode(replace(gen_random_uuid()::text || gen_random_uuid()::text, '-', ''), 'hex')`,
    `update agency set epoch = (select id from epoch)`,
    `create table database_identity (
      only_one boolean primary key default true check (only_one),
      fingerprint text not null
    )`,
    `insert into database_identity (fingerprint) select fingerprint from epoch`,
    `drop table epoch`,
    `alter table session add column last_contact timestamptz`,
    `create table device_key (
      agency_id text not null references agency,
      employee_id text not null,
      public_key text not null,
      last_contact timestamptz not null,
      primary key (agency_id, employee_id, public_key)
    )`,
    `create table told (
      agency_id text not null references agency,
      employee_id text not null,
      digest text not null,
      floor timestamptz not null,
      told_at timestamptz not null,
      primary key (agency_id, employee_id, digest)
    )`,
    `create index told_by_time on told (agency_id, told_at)`,
    `alter table device add column public_key text, drop column floor, drop column run_began`,
    `alter table mutation_log add column digest text, add column redoes uuid`,
  ];
  for (const statement of statements) await sql.raw(statement).execute(db);
}
