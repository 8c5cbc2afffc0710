import { type Kysely, sql } from 'kysely';

// biome-ignore lint/suspicious/noExplicitAny: a migration knows the schema of its own day, not today's
export async function up(db: Kysely<any>): Promise<void> {
  const statements = [
    `create table delegation (
      agency_id text not null,
      scope_id text not null,
      id text not null,
      version bigint not null,
      deleted boolean not null default false,
      from_id text not null,
      to_id text not null,
      kind text not null,
      valid_from date not null,
      valid_until date,
      primary key (agency_id, scope_id, id),
      foreign key (agency_id, scope_id) references scope (agency_id, id)
    )`,
    `create index delegation_by_version on delegation (agency_id, scope_id, version, id)`,
    `create index delegation_by_from_id on delegation (agency_id, scope_id, from_id)`,
    `create index delegation_by_to_id on delegation (agency_id, scope_id, to_id)`,
  ];
  for (const statement of statements) await sql.raw(statement).execute(db);
}
