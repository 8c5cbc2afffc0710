// Heads of independent units plan as heads do.

import { type Kysely, sql } from 'kysely';

// biome-ignore lint/suspicious/noExplicitAny: a migration knows the schema of its own day, not today's
export async function up(db: Kysely<any>): Promise<void> {
  await sql.raw(`alter table assignment add leads_unit jsonb not null default 'false'`).execute(db);
}
