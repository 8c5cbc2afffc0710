// Who has had the content of a file in hand, by sending it whole, or in sight, by an entry they were shown. Only they can
// make it readable by attaching it: a hash is a name, and whoever has heard a name has seen nothing.

import { type RawBuilder, sql } from 'kysely';
import type { DbOrTransaction } from '#server/db/rows.ts';

export interface Holder {
  agencyId: string;
  employeeId: string;
}

export async function hold(db: DbOrTransaction, { agencyId, employeeId }: Holder, sha256: string): Promise<void> {
  await sql`insert into file_holder (agency_id, sha256, employee_id, brings)
    select ${agencyId}, ${sha256}, ${employeeId}, exists (select from office_role
      where agency_id = ${agencyId} and employee_id = ${employeeId} and not deleted and role = 'admin'
        and valid_from <= current_date and (valid_until is null or valid_until >= current_date))
    on conflict do nothing`.execute(db);
}

export async function holds(db: DbOrTransaction, { agencyId, employeeId }: Holder, sha256: string): Promise<boolean> {
  const { rows } = await sql`select from file_holder
    where agency_id = ${agencyId} and sha256 = ${sha256} and employee_id = ${employeeId}`.execute(db);
  return rows.length > 0;
}

/** What an explanation shows to the office that decides on it, once a superior has agreed. */
const beforeOffice = sql`exists (select from explanation x
  where x.agency_id = e.agency_id and x.scope_id = e.scope_id and x.date = e.explanation_date and not x.deleted
    and x.state in ('agreed', 'accepted', 'refused'))`;

/**
 * Whether an entry in one of the scopes, or before the office, shows the file `f`: it names it, and the file came from whom
 * the entry is of, or from somebody who was an administrator then, and brings the work of others from a file.
 */
export const shownIn = (scopes: readonly string[], office: boolean): RawBuilder<boolean> => sql`exists (
  select from evidence e
  join file_holder h on h.agency_id = e.agency_id and h.sha256 = f.sha256
  where e.agency_id = f.agency_id and (e.sha256 = f.sha256 or e.thumbnail = f.sha256) and not e.deleted
    and (e.scope_id = any(${scopes}::text[]) or (${office}::boolean and ${beforeOffice}))
    and (h.employee_id = substr(e.scope_id, 3) or h.brings))`;
