// Which scopes a person sees today: the agency's directory, the own plan, work and pay, the superior's plan (own results
// intervene in it), and plan and work of the direct subordinates, the own and those of whom one acts for; last of those
// whom one must still evaluate, or on whose objection or leave one must decide; and what is typed for the person, or by them
// for others whom they help that day. In this order, so that a first sync is usable early.

import { sql } from 'kysely';
import type { DbOrTransaction } from '#server/db/rows.ts';
import type { EmployeeId } from '#shared/people/tables.ts';
import { agencyScope, payScope, planScope, workScope } from '#shared/scopes.ts';
import type { Actor } from '#shared/sync/mutation.ts';

export async function visibleScopes(db: DbOrTransaction, actor: Actor, today: string): Promise<string[]> {
  // The rule of shared/people/rules/supervision.ts in SQL: of the assignments in force, the definitive before the acting one.
  const agency = agencyScope(actor.tenant);
  const { rows } = await sql<{ employeeId: EmployeeId; supervisorId: EmployeeId | null }>`
    with leaders as (
      select ${actor.id}::text as id union
      select from_id from delegation
      where agency_id = ${actor.tenant} and scope_id = ${agency} and to_id = ${actor.id} and not deleted
        and valid_from <= ${today} and (valid_until is null or valid_until >= ${today}))
    select * from (
      select distinct on (employee_id) employee_id, supervisor_id from assignment
      where agency_id = ${actor.tenant} and scope_id = ${agency} and not deleted
        and valid_from <= ${today} and (valid_until is null or valid_until >= ${today})
        and employee_id in (
          select ${actor.id} union all
          select employee_id from assignment
          where agency_id = ${actor.tenant} and scope_id = ${agency} and supervisor_id in (select id from leaders))
      order by employee_id, (kind = 'definitive') desc, valid_from desc
    ) as posts where employee_id = ${actor.id} or supervisor_id in (select id from leaders)
    order by employee_id`.execute(db);
  const scopes = [agency, planScope(actor.id), workScope(actor.id), payScope(actor.id)];
  // Of whom one must decide on a leave, one sees the work alone: the leave with the days around it, until it is decided.
  const { rows: open } = await sql<{ employeeId: string; withPlan: boolean | null }>`
    with leaders as (
      select ${actor.id}::text as id union
      select from_id from delegation
      where agency_id = ${actor.tenant} and scope_id = ${agency} and to_id = ${actor.id} and not deleted
        and valid_from <= ${today} and (valid_until is null or valid_until >= ${today}))
    select substr(scope_id, 3) as employee_id, true as with_plan from evaluation
    where agency_id = ${actor.tenant} and state in ('assessed', 'rated') and not deleted
      and evaluator_id in (select id from leaders)
    union
    select substr(scope_id, 3), true from evaluation
    where agency_id = ${actor.tenant} and state = 'objected' and not deleted
      and decider_id in (select id from leaders)
    union
    select substr(scope_id, 3), false from leave
    where agency_id = ${actor.tenant} and state = 'considered' and not deleted
      and official_id in (select id from leaders)
    union all
    select scope, null from (${helpScopesOf(actor, today)}) as help
    order by with_plan desc nulls last, employee_id`.execute(db);
  const supervisor = rows.find((row) => row.employeeId === actor.id)?.supervisorId;
  if (supervisor) scopes.push(planScope(supervisor));
  const known = rows.map(({ employeeId }) => ({ employeeId, withPlan: true }));
  for (const { employeeId, withPlan } of [...known, ...open]) {
    if (withPlan === null) scopes.push(employeeId);
    if (withPlan === null || employeeId === actor.id) continue;
    scopes.push(...(withPlan ? [planScope(employeeId)] : []), workScope(employeeId));
  }
  return [...new Set(scopes)];
}

/** Of those whom the person helps to type that day, and of all who ever helped the person: what they typed stays to be read. */
const helpScopesOf = (actor: Actor, today: string) => sql<{ scope: string }>`
  select distinct scope_id as scope from helper
  where agency_id = ${actor.tenant} and not deleted and scope_id = 'h:' || owner_id || '.' || helper_id
    and (owner_id = ${actor.id} or (helper_id = ${actor.id} and valid_from <= ${today} and valid_until >= ${today}
      and (ended_at is null or (ended_at at time zone ${actor.timeZone})::date >= ${today})))`;

export async function helpScopes(db: DbOrTransaction, actor: Actor, today: string): Promise<string[]> {
  return (await helpScopesOf(actor, today).execute(db)).rows.map(({ scope }) => scope);
}
