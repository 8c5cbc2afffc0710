// Attendance and the monthly allowance: post classes, the agency's calendar, slips, corrections, and how far a month is.

import { type Kysely, sql } from 'kysely';
import { synced } from './synced-table.ts';

// biome-ignore lint/suspicious/noExplicitAny: a migration knows the schema of its own day, not today's
export async function up(db: Kysely<any>): Promise<void> {
  const statements = [
    'alter table assignment add post_class integer',
    'alter table policy add reason text',
    'alter table activity add edited_at timestamptz',
    // Rules that are made of the ledger find its lines by kind.
    'create index outage_by_kind on outage (agency_id, scope_id, kind)',
    ...synced('holiday', ['date date not null', 'kind text not null', 'name text not null'], ['kind']),
    ...synced('payroll', [
      ...['month text not null', 'state text not null', 'revision integer not null'],
      ...['drawn_by text not null', 'drawn_at timestamptz not null', 'checked_by text', 'checked_at timestamptz'],
      ...['approved_by text', 'approved_at timestamptz', 'note text'],
    ]),
    ...synced(
      'attendance',
      [
        ...['month text not null', 'date date not null', 'arrival text', 'departure text', 'duty jsonb not null'],
        'at timestamptz not null',
      ],
      ['month'],
    ),
    ...synced('slip', ['month text not null', 'content jsonb not null', 'at timestamptz not null']),
    ...synced(
      'adjustment',
      [
        ...['month text not null', 'for_month text', 'amount text not null', 'reason text not null'],
        ...['"by" text not null', 'at timestamptz not null'],
      ],
      ['month', 'for_month'],
    ),
  ];
  for (const statement of statements) await sql.raw(statement).execute(db);
}
