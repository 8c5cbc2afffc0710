import { type Kysely, sql } from 'kysely';

// biome-ignore lint/suspicious/noExplicitAny: a migration knows the schema of its own day, not today's
export async function up(db: Kysely<any>): Promise<void> {
  await sql`create table epoch (
    only_one boolean primary key default true check (only_one),
    id uuid not null default gen_random_uuid(),
    fingerprint text not null default ''
  )`.execute(db);
  await sql`insert into epoch default values`.execute(db);
}
