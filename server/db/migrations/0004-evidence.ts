import { type Kysely, sql } from 'kysely';

// biome-ignore lint/suspicious/noExplicitAny: a migration knows the schema of its own day, not today's
export async function up(db: Kysely<any>): Promise<void> {
  const statements = [
    `alter table file add column key text`,
    `update file set key = agency_id || '/' || left(sha256, 2) || '/' || sha256`,
    `alter table file alter column key set not null`,
    `alter table evidence
      add column thumbnail text,
      add column taken_at text,
      add column place text`,
    `create index evidence_by_thumbnail on evidence (agency_id, thumbnail) where thumbnail is not null`,
  ];
  for (const statement of statements) await sql.raw(statement).execute(db);
}
