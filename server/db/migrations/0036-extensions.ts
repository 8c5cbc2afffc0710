// What may be filled in longer than its last day.

import { type Kysely, sql } from 'kysely';
import { synced } from './synced-table.ts';

// biome-ignore lint/suspicious/noExplicitAny: a migration knows the schema of its own day, not today's
export async function up(db: Kysely<any>): Promise<void> {
  const columns = [
    'filling text not null',
    'level text not null',
    'target_id text not null',
    '"from" date not null',
    '"until" date not null',
    'last_day date not null',
    'reason text not null',
    '"by" text not null',
    '"at" timestamptz not null',
    'ended_by text',
    'ended_at timestamptz',
    'end_reason text',
  ];
  for (const statement of synced('extension', columns)) await sql.raw(statement).execute(db);
}
