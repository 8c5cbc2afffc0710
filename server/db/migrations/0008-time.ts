// What counts as the time of an act: the floor of each device, and how far a claim could be believed. The ledger of
// outages, and the heartbeat from which the server finds those that nobody announced.

import { type Kysely, sql } from 'kysely';

// biome-ignore lint/suspicious/noExplicitAny: a migration knows the schema of its own day, not today's
export async function up(db: Kysely<any>): Promise<void> {
  await sql`alter table device add floor timestamptz, add run_began timestamptz`.execute(db);
  await sql`update device set floor = first_contact, run_began = last_contact`.execute(db);
  await sql`alter table device alter floor set not null, alter run_began set not null`.execute(db);
  await sql`alter table activity add clock text not null default 'trusted'`.execute(db);
  await sql`alter table mutation_log add clock text`.execute(db);
  await sql`create table heartbeat (id boolean primary key default true check (id), at timestamptz not null)`.execute(
    db,
  );
  await sql`create table outage (
    agency_id text not null,
    scope_id text not null,
    id text not null,
    version bigint not null,
    deleted boolean not null default false,
    kind text not null,
    starts_at timestamptz not null,
    ends_at timestamptz,
    reason text not null,
    "by" text,
    primary key (agency_id, scope_id, id),
    foreign key (agency_id, scope_id) references scope (agency_id, id)
  )`.execute(db);
  await sql`create index outage_by_version on outage (agency_id, scope_id, version, id)`.execute(db);
}
