// Files of unsent work that somebody else brought, told to their owner.

import { type Kysely, sql } from 'kysely';
import { synced } from './synced-table.ts';

// biome-ignore lint/suspicious/noExplicitAny: a migration knows the schema of its own day, not today's
export async function up(db: Kysely<any>): Promise<void> {
  const columns = ['"by" text not null', 'count integer not null', 'at timestamptz not null'];
  for (const statement of synced('delivery', columns)) await sql.raw(statement).execute(db);
}
