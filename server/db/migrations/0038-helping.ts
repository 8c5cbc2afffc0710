// Who types for whom, and what they typed until its owner has confirmed it.

import { type Kysely, sql } from 'kysely';
import { synced } from './synced-table.ts';

// biome-ignore lint/suspicious/noExplicitAny: a migration knows the schema of its own day, not today's
export async function up(db: Kysely<any>): Promise<void> {
  const helper = [
    'owner_id text not null',
    'helper_id text not null',
    'valid_from date not null',
    'valid_until date not null',
    'ended_at timestamptz',
  ];
  const result = [
    'text text not null',
    'place integer not null',
    'valid_from date not null',
    'valid_until date not null',
  ];
  const typed = [
    'result_id text',
    'date date not null',
    'title text not null',
    'description text not null',
    '"start" text',
    '"end" text',
    'minutes integer not null',
    'quantity double precision not null',
    'unit text not null',
    'state text not null',
    'revision integer not null',
    'created_at timestamptz not null',
    'clock text not null',
    'edited_at timestamptz',
    'decided_at timestamptz',
  ];
  const statements = [
    ...synced('helper', helper, ['owner_id']),
    // By which a person's scopes are found, whoever is the other.
    'create index helper_by_owner on helper (agency_id, owner_id)',
    'create index helper_by_helper on helper (agency_id, helper_id)',
    ...synced('helper_result', result),
    ...synced('typed_entry', typed, ['state']),
    'alter table activity add typed_by text',
  ];
  for (const statement of statements) await sql.raw(statement).execute(db);
}
