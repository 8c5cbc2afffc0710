// Requests that an approved activity be reopened.

import { type Kysely, sql } from 'kysely';
import { synced } from './synced-table.ts';

// biome-ignore lint/suspicious/noExplicitAny: a migration knows the schema of its own day, not today's
export async function up(db: Kysely<any>): Promise<void> {
  const columns = [
    'activity_id text not null',
    'reason text not null',
    'state text not null',
    'revision integer not null',
    'asked_at timestamptz not null',
    'note text',
    'decided_at timestamptz',
    'decided_by text',
  ];
  for (const statement of synced('reopening', columns, ['state'])) await sql.raw(statement).execute(db);
}
