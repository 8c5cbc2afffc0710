// Accounts are opened by a one-time code; a session says in which browser it was begun.

import { type Kysely, sql } from 'kysely';

// biome-ignore lint/suspicious/noExplicitAny: a migration knows the schema of its own day, not today's
export async function up(db: Kysely<any>): Promise<void> {
  const statements = [
    `create table activation (
      agency_id text not null references agency,
      employee_id text not null,
      nip text not null,
      code_hash bytea not null,
      created_at timestamptz not null,
      created_by text not null,
      expires_at timestamptz not null,
      primary key (agency_id, employee_id)
    )`,
    `create index activation_by_nip on activation (nip)`,
    `alter table session add browser text not null default ''`,
  ];
  for (const statement of statements) await sql.raw(statement).execute(db);
}
