// An agency says what it is and how its letters are headed; the links that open its set-up.

import { type Kysely, sql } from 'kysely';

// biome-ignore lint/suspicious/noExplicitAny: a migration knows the schema of its own day, not today's
export async function up(db: Kysely<any>): Promise<void> {
  const statements = [
    `alter table agency add kind text not null default 'office', add letterhead text not null default ''`,
    `create table set_up_link (
      token_hash bytea primary key,
      expires_at timestamptz not null
    )`,
  ];
  for (const statement of statements) await sql.raw(statement).execute(db);
}
