// Every employee has a scope for the plan, one for the work and one for the pay. Whoever has none yet, having come into the database by
// another way than ours, could neither plan nor be given anything, so they are made wherever somebody may need them.

import { sql } from 'kysely';
import type { DbOrTransaction } from '#server/db/rows.ts';
import { payScope, planScope, workScope } from '#shared/scopes.ts';

/** `tenant`: of one agency; null: of all. Costs a look where nobody lacks one. */
export async function openScopes(db: DbOrTransaction, tenant: string | null): Promise<void> {
  await sql`
    insert into scope (agency_id, id)
    select e.agency_id, kind || e.id
    from employee e, unnest(array[${planScope('')}, ${workScope('')}, ${payScope('')}]::text[]) kind
    where not e.deleted and (${tenant}::text is null or e.agency_id = ${tenant})
      and not exists (select from scope s where s.agency_id = e.agency_id and s.id = kind || e.id)
    order by 1, 2
    on conflict do nothing`.execute(db);
}
