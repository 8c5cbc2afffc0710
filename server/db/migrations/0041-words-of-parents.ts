// A planned result keeps the words of the superior's result that it intervenes in, as they were when the plan was sent: what
// was approved prints the same after a change there, and after a move to another superior.

import { type Kysely, sql } from 'kysely';

// biome-ignore lint/suspicious/noExplicitAny: a migration knows the schema of its own day, not today's
export async function up(db: Kysely<any>): Promise<void> {
  await sql.raw('alter table result add parent_text text').execute(db);
  await sql
    .raw(`
    update result r set parent_text = parent.text from result parent
    where parent.agency_id = r.agency_id and parent.scope_id = 'p:' || r.parent_owner_id and parent.id = r.parent_id
      and not parent.deleted`)
    .execute(db);
}
