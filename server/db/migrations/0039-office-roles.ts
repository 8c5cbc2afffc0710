// Roles have days and stand in the directory, where giving and taking them is logged; what accounts had until now holds
// from the first day of the year.

import { type Kysely, sql } from 'kysely';
import { synced } from './synced-table.ts';

// biome-ignore lint/suspicious/noExplicitAny: a migration knows the schema of its own day, not today's
export async function up(db: Kysely<any>): Promise<void> {
  const columns = ['employee_id text not null', 'role text not null', 'valid_from date not null', 'valid_until date'];
  const statements = [
    ...synced('office_role', columns, ['employee_id']),
    `update scope s set version = version + 1, moved = '{officeRole}' where s.id = 'a:' || s.agency_id
      and exists (select from account a where a.agency_id = s.agency_id and cardinality(a.roles) > 0)`,
    `insert into office_role (agency_id, scope_id, id, version, employee_id, role, valid_from)
      select a.agency_id, s.id, gen_random_uuid()::text, s.version, a.employee_id, r.role, date_trunc('year', now())::date
      from account a join scope s on s.agency_id = a.agency_id and s.id = 'a:' || a.agency_id
      cross join lateral unnest(a.roles) as r (role)`,
    'alter table account drop column roles',
  ];
  for (const statement of statements) await sql.raw(statement).execute(db);
}
