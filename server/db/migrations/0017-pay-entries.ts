// What holds for one person's allowance: sanctions, LHKPN, second posts, shares, assemblies missed.

import { type Kysely, sql } from 'kysely';
import { synced } from './synced-table.ts';

// biome-ignore lint/suspicious/noExplicitAny: a migration knows the schema of its own day, not today's
export async function up(db: Kysely<any>): Promise<void> {
  const columns = [
    'employee_id text not null',
    'kind text not null',
    'valid_from date not null',
    'valid_until date',
    'percent text',
    'post_class integer',
    'source text not null',
    'withdrawn jsonb not null',
    '"by" text not null',
    'at timestamptz not null',
    'ended_by text',
    'ended_at timestamptz',
    'end_reason text',
  ];
  for (const statement of synced('pay_entry', columns, ['employee_id', 'kind'])) await sql.raw(statement).execute(db);
}
