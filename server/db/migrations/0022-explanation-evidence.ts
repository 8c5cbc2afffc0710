// Evidence of explanations, and the letters that they rest on.

import { type Kysely, sql } from 'kysely';

// biome-ignore lint/suspicious/noExplicitAny: a migration knows the schema of its own day, not today's
export async function up(db: Kysely<any>): Promise<void> {
  const statements = [
    'alter table explanation add column letter text',
    'alter table evidence alter column activity_id drop not null, add column explanation_date date',
    'create index evidence_by_explanation_date on evidence (agency_id, scope_id, explanation_date)',
  ];
  for (const statement of statements) await sql.raw(statement).execute(db);
}
