// Working hours by group, and shifts.

import { type Kysely, sql } from 'kysely';
import { synced } from './synced-table.ts';

// biome-ignore lint/suspicious/noExplicitAny: a migration knows the schema of its own day, not today's
export async function up(db: Kysely<any>): Promise<void> {
  const workHours = [
    'level text not null',
    'target_id text',
    'name text not null',
    'hours jsonb',
    'valid_from date not null',
    'valid_until date',
    'withdrawn jsonb not null',
    'reason text',
    '"by" text not null',
    'at timestamptz not null',
    'ended_by text',
    'ended_at timestamptz',
    'end_reason text',
  ];
  const shift = [
    'month text not null',
    'date date not null',
    'name text not null',
    'start text',
    '"end" text',
    '"by" text not null',
    'at timestamptz not null',
  ];
  for (const statement of [...synced('work_hours', workHours), ...synced('shift', shift, ['month'])]) {
    await sql.raw(statement).execute(db);
  }
}
