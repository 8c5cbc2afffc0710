// Explanations of days of attendance (klarifikasi).

import { type Kysely, sql } from 'kysely';
import { synced } from './synced-table.ts';

// biome-ignore lint/suspicious/noExplicitAny: a migration knows the schema of its own day, not today's
export async function up(db: Kysely<any>): Promise<void> {
  const columns = [
    'month text not null',
    'date date not null',
    'kind text not null',
    'text text not null',
    'state text not null',
    'revision integer not null',
    'note text',
    'submitted_at timestamptz not null',
    'agreed_at timestamptz',
    'agreed_by text',
    'decided_at timestamptz',
    'decided_by text',
  ];
  for (const statement of synced('explanation', columns, ['month', 'state'])) await sql.raw(statement).execute(db);
}
