// Who heads the agency is told, and no longer taken from having no superior: that is also so of whom the office has not placed
// yet. Where it was clear, it stays: the only one without a superior, or the only one of them in a unit with none above; a definitive
// post before an acting one. Whoever follows in that unit on a later day follows as the head.

import { type Kysely, sql } from 'kysely';

// biome-ignore lint/suspicious/noExplicitAny: a migration knows the schema of its own day, not today's
export async function up(db: Kysely<any>): Promise<void> {
  await sql.raw(`alter table assignment add heads_agency jsonb not null default 'false'`).execute(db);
  await sql
    .raw(`
    with present as (
      select distinct on (a.agency_id, a.employee_id) a.agency_id, a.employee_id, a.unit_id, a.supervisor_id,
        a.kind = 'definitive' as definitive, u.id is not null and u.parent_id is null as top
      from assignment a left join unit u
        on u.agency_id = a.agency_id and u.scope_id = a.scope_id and u.id = a.unit_id and not u.deleted
      where not a.deleted and a.valid_from <= current_date and (a.valid_until is null or a.valid_until >= current_date)
      order by a.agency_id, a.employee_id, definitive desc, a.valid_from desc),
    alone as (select * from present where supervisor_id is null),
    counted as (
      select agency_id, count(*) as people, count(*) filter (where top) as tops,
        count(*) filter (where top and definitive) as definitive_tops
      from alone group by agency_id),
    heads as (
      select a.agency_id, a.employee_id, a.unit_id from alone a join counted c using (agency_id)
      where c.people = 1 or (a.top and (c.tops = 1 or (a.definitive and c.definitive_tops = 1)))),
    moved as (
      update assignment a set heads_agency = 'true', version = s.version + 1
      from heads h, scope s
      where h.agency_id = a.agency_id and a.supervisor_id is null and not a.deleted
        and (h.employee_id = a.employee_id or (a.unit_id = h.unit_id and a.valid_from > current_date))
        and s.agency_id = a.agency_id and s.id = a.scope_id
      returning a.agency_id, a.scope_id)
    update scope s set version = version + 1, moved = null
    from (select distinct agency_id, scope_id from moved) m
    where s.agency_id = m.agency_id and s.id = m.scope_id`)
    .execute(db);
}
