// Who decides on somebody's records on a day, as the acts ask it: the approver, or who acts for the approver.

import { byColumn, rowsWhere } from '#shared/acts/rows.ts';
import { agencyScope } from '#shared/scopes.ts';
import type { Actor } from '#shared/sync/mutation.ts';
import type { Read, RowSet } from '#shared/sync/row-set.ts';
import { actsFor, approverOn, supervisorOn } from './rules/supervision.ts';
import type { EmployeeId } from './tables.ts';

export const assignmentsOf = (employee: EmployeeId, actor: Actor): Read =>
  byColumn('assignment', agencyScope(actor.tenant), 'employeeId', employee);

/** The employee's supervisor on a date, by the assignments that `assignmentsOf` made readable. */
export function supervisorOf(rows: RowSet, employee: EmployeeId, actor: Actor, on: string): EmployeeId | null {
  const assignments = rowsWhere(rows, 'assignment', agencyScope(actor.tenant), 'employeeId', employee);
  return supervisorOn(assignments, employee, on);
}

/**
 * Who approves the employee's records on a date. The head of the agency has no superior inside it (the regent agrees on
 * paper) and confirms the own records. Null for somebody without a post on that date, or whose superior is not named yet.
 */
export function approverOf(rows: RowSet, employee: EmployeeId, actor: Actor, on: string): EmployeeId | null {
  const assignments = rowsWhere(rows, 'assignment', agencyScope(actor.tenant), 'employeeId', employee);
  return approverOn(assignments, employee, on);
}

/** What `mayDecide` looks at. */
export const decisionReads = (employee: EmployeeId, actor: Actor): Read[] => [
  assignmentsOf(employee, actor),
  byColumn('delegation', agencyScope(actor.tenant), 'toId', actor.id),
];

/** Whether the actor decides on the employee's records on a date: as the approver, or acting for them. */
export function mayDecide(rows: RowSet, employee: EmployeeId, actor: Actor, on: string): boolean {
  const approver = approverOf(rows, employee, actor, on);
  if (approver === null) return false;
  const delegations = rowsWhere(rows, 'delegation', agencyScope(actor.tenant), 'toId', actor.id);
  // Nobody decides on the own records by acting for the superior.
  return approver === actor.id || (employee !== actor.id && actsFor(delegations, actor.id, on).includes(approver));
}
