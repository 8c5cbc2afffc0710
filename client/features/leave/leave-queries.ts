// What this device knows of leave: an employee's with what is left of the year, the team's, and what waits for a decision.

import { loadRulesFor } from '#client/workspace/agency-rules.ts';
import type { Workspace } from '#client/workspace/workspace.ts';
import type { LeaveRecord } from '#shared/leave/rules/annual-leave.ts';
import { type LeaveDays, OPEN_LEAVE } from '#shared/leave/rules/leave.ts';
import { awayDays, commonDays } from '#shared/leave/rules/leave-days.ts';
import { officialOf, superiorsOf } from '#shared/leave/rules/leave-official.ts';
import { leavePolicyOn } from '#shared/leave/rules/policy.ts';
import type { Leave } from '#shared/leave/tables.ts';
import { actsFor, subordinatesOn } from '#shared/people/rules/supervision.ts';
import type { Employee, EmployeeId } from '#shared/people/tables.ts';
import { workScope } from '#shared/scopes.ts';

export interface LeaveOf {
  employee: Employee | undefined;
  record: LeaveRecord;
  /** From the direct superior upwards. */
  superiors: EmployeeId[];
  /** Who decides; null: the office. Undefined where the posts do not tell. */
  officialId: EmployeeId | null | undefined;
  /** For whom this person acts today, and this person. */
  mine: EmployeeId[];
  nameOf: (id: EmployeeId | null) => string;
}

export async function loadLeaveOf(workspace: Workspace, employeeId: EmployeeId): Promise<LeaveOf> {
  const { rows, scopes, me, today } = workspace;
  const [leaves, entries, employees, assignments, delegations, { calendar, policies }] = await Promise.all([
    rows('leave').where('scope').equals(workScope(employeeId)).sortBy('validFrom'),
    rows('leaveEntry').where('scope').equals(workScope(employeeId)).toArray(),
    rows('employee').where('scope').equals(scopes.agency).toArray(),
    rows('assignment').where('scope').equals(scopes.agency).toArray(),
    rows('delegation').where('[scope+toId]').equals([scopes.agency, me]).toArray(),
    loadRulesFor(workspace, employeeId),
  ]);
  const names = new Map(employees.map(({ id, name }) => [id, name]));
  const superiors = superiorsOf(assignments, employeeId, today());
  return {
    employee: employees.find(({ id }) => id === employeeId),
    record: { leaves: leaves.reverse(), entries, calendar, policies },
    superiors: superiors.ids,
    officialId: officialOf(employeeId, superiors, leavePolicyOn(policies, today())),
    mine: [me, ...actsFor(delegations, me, today())],
    nameOf: (id) => names.get(id ?? '') ?? '',
  };
}

export interface Absence {
  employee: Employee;
  leave: Leave;
  /** Without what was given back. */
  days: LeaveDays[];
}

/** Who is away between two days, or asked for it, of those whose work this device holds; the soonest first. */
export async function loadAbsences(
  { rows, scopes }: Workspace,
  between: LeaveDays,
  of: (employee: EmployeeId) => boolean = () => true,
): Promise<Absence[]> {
  const open = await rows('leave')
    .filter(({ state }) => (OPEN_LEAVE as readonly string[]).includes(state))
    .toArray();
  const found = await Promise.all(
    open.map(async (leave): Promise<Absence | null> => {
      const id = leave.scope.slice(workScope('').length);
      const days = awayDays(leave).filter((stretch) => commonDays(stretch, between));
      if (days.length === 0 || !of(id)) return null;
      const employee = await rows('employee').get([scopes.agency, id]);
      return employee ? { employee, leave, days } : null;
    }),
  );
  return found
    .filter((one) => one !== null)
    .sort(
      (a, b) => a.leave.validFrom.localeCompare(b.leave.validFrom) || a.employee.name.localeCompare(b.employee.name),
    );
}

/** The people whom the person leads today, also in another's place, and the person. */
export async function loadTeamIds({ rows, scopes, me, today }: Workspace): Promise<Set<EmployeeId>> {
  const [assignments, delegations] = await Promise.all([
    rows('assignment').where('scope').equals(scopes.agency).toArray(),
    rows('delegation').where('[scope+toId]').equals([scopes.agency, me]).toArray(),
  ]);
  const leaders = [me, ...actsFor(delegations, me, today())];
  return new Set([me, ...leaders.flatMap((leader) => subordinatesOn(assignments, leader, today()))]);
}

/** A request that the person, or whom they act for, must decide. */
export interface DueLeave {
  employee: Employee;
  leave: Leave;
}

export async function loadDueLeaves({ rows, scopes, me, today }: Workspace): Promise<DueLeave[]> {
  const delegations = await rows('delegation').where('[scope+toId]').equals([scopes.agency, me]).toArray();
  const mine = new Set([me, ...actsFor(delegations, me, today())]);
  const waiting = await rows('leave')
    .filter(
      ({ state, officialId, scope }) =>
        state === 'considered' && officialId !== null && mine.has(officialId) && scope !== workScope(me),
    )
    .toArray();
  const due = await Promise.all(
    waiting.map(async (leave) => {
      const employee = await rows('employee').get([scopes.agency, leave.scope.slice(workScope('').length)]);
      return employee ? { employee, leave } : null;
    }),
  );
  return due
    .filter((one) => one !== null)
    .sort(
      (a, b) => a.leave.validFrom.localeCompare(b.leave.validFrom) || a.employee.name.localeCompare(b.employee.name),
    );
}
