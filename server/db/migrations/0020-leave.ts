// Leave is considered and decided; days of it are given back; the office states what was left.

import { type Kysely, sql } from 'kysely';
import { synced } from './synced-table.ts';

// biome-ignore lint/suspicious/noExplicitAny: a migration knows the schema of its own day, not today's
export async function up(db: Kysely<any>): Promise<void> {
  const statements = [
    `alter table leave add revision integer not null default 1, add consideration jsonb, add official_id text,
      add asked_from date, add asked_until date, add given_back jsonb not null default '[]', add paper text`,
    // Whose decision a leave waits for, for what a person sees.
    `create index leave_to_decide on leave (agency_id, official_id) where state = 'considered' and not deleted`,
    ...synced(
      'leave_entry',
      [
        ...['kind text not null', 'year text not null', 'days integer not null', 'carried integer not null'],
        ...['as_of date not null', 'source text not null', 'withdrawn jsonb not null'],
        ...['"by" text not null', 'at timestamptz not null'],
        ...['withdrawn_by text', 'withdrawn_at timestamptz', 'withdraw_reason text'],
      ],
      ['kind'],
    ),
  ];
  for (const statement of statements) await sql.raw(statement).execute(db);
}
