// Who may do what with the payroll of a month: the same questions that the mutations ask (shared/allowance/mutations/payroll.ts),
// for a screen that should offer nothing that would be refused.

import { sql } from 'kysely';
import { type DbOrTransaction, rowAsJson } from '#server/db/rows.ts';
import type { PayrollSheet } from '#shared/allowance/api.ts';
import { payrollStates } from '#shared/allowance/rules/states.ts';
import type { Payroll } from '#shared/allowance/tables.ts';
import type { Role } from '#shared/people/rules/roles.ts';
import { actsFor, headsAgencyOn, supervisorOn } from '#shared/people/rules/supervision.ts';
import type { Assignment, Delegation } from '#shared/people/tables.ts';
import { agencyScope } from '#shared/scopes.ts';
import type { Actor } from '#shared/sync/mutation.ts';
import { tables } from '#shared/tables.ts';

export interface Chain {
  /** Acts that are open to the actor in the state the payroll is in. */
  may: PayrollSheet['may'];
  /** Whether the actor has to do with the payroll at all. */
  concerned: boolean;
  headId: string | null;
}

export async function chainOf(
  db: DbOrTransaction,
  actor: Actor,
  { payroll, month, today }: { payroll: Payroll | undefined; month: string; today: string },
): Promise<Chain> {
  const [assignments, delegations, treasurers] = await Promise.all([
    all<Assignment>(db, actor.tenant, 'assignment'),
    all<Delegation>(db, actor.tenant, 'delegation'),
    holdersOf(db, actor.tenant, 'treasurer', today),
  ]);
  const stands = [actor.id, ...actsFor(delegations, actor.id, today)];
  const standsFor = (id: string | null) => id !== null && stands.includes(id);
  const superiorOf = (id: string) => supervisorOn(assignments, id, today);
  const head = assignments.find(({ employeeId }) => headsAgencyOn(assignments, employeeId, today))?.employeeId;
  const treasurer = actor.roles.includes('treasurer');
  const superior = standsFor(payroll ? superiorOf(payroll.drawnBy) : null);
  const asHead = standsFor(head ?? null);
  const own = payroll?.drawnBy === actor.id;
  const acts = payroll ? payrollStates[payroll.state] : { draw: 'drawn' };
  const over = today > `${month}-31`;
  const may: PayrollSheet['may'] = [
    ...(treasurer && 'draw' in acts && over ? (['draw'] as const) : []),
    ...(superior && !own && 'check' in acts ? (['check'] as const) : []),
    ...(asHead && !own && 'approve' in acts ? (['approve'] as const) : []),
    ...((superior || asHead) && !own && 'return' in acts ? (['return'] as const) : []),
    ...(treasurer ? (['adjust'] as const) : []),
  ];
  const concerned =
    treasurer ||
    asHead ||
    superior ||
    actor.roles.includes('admin') ||
    actor.roles.includes('auditor') ||
    treasurers.some((id) => standsFor(superiorOf(id)));
  return { may, concerned, headId: head ?? null };
}

async function all<Row>(db: DbOrTransaction, tenant: string, table: 'assignment' | 'delegation'): Promise<Row[]> {
  const { rows } = await sql<{ row: Row }>`
    select ${rowAsJson(tables[table])} as row from ${sql.table(table)} r
    where r.agency_id = ${tenant} and r.scope_id = ${agencyScope(tenant)} and not r.deleted`.execute(db);
  return rows.map(({ row }) => row);
}

async function holdersOf(db: DbOrTransaction, tenant: string, role: Role, today: string): Promise<string[]> {
  const { rows } = await sql<{ employeeId: string }>`
    select employee_id from office_role where agency_id = ${tenant} and scope_id = ${agencyScope(tenant)} and not deleted
      and role = ${role} and valid_from <= ${today} and (valid_until is null or valid_until >= ${today})`.execute(db);
  return rows.map(({ employeeId }) => employeeId);
}
