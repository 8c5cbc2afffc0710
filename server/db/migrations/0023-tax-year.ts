// What the last tax period of a year needs: THR and 13th month, pension, and months of which there is no list here.

import { type Kysely, sql } from 'kysely';

// biome-ignore lint/suspicious/noExplicitAny: a migration knows the schema of its own day, not today's
export async function up(db: Kysely<any>): Promise<void> {
  const columns = ['extra', 'extra_tax', 'year_pension', 'earlier_gross', 'earlier_tax'];
  await sql.raw(`alter table payee ${columns.map((name) => `add column ${name} text`).join(', ')}`).execute(db);
}
