// Who supervises whom on a date. Source: PermenPANRB 6/2022 article 1 (pejabat penilai kinerja is the direct superior).

import type { Assignment, Delegation, EmployeeId } from '../tables.ts';

const inForce = (of: { validFrom: string; validUntil: string | null }, on: string) =>
  of.validFrom <= on && (of.validUntil === null || of.validUntil >= on);

/** The employee's own post on a date: the definitive one before an acting one, the latest first. */
export function assignmentOn(
  assignments: readonly Assignment[],
  employee: EmployeeId,
  on: string,
): Assignment | undefined {
  return assignments
    .filter((assignment) => assignment.employeeId === employee && inForce(assignment, on))
    .sort(
      (a, b) =>
        Number(b.kind === 'definitive') - Number(a.kind === 'definitive') || b.validFrom.localeCompare(a.validFrom),
    )[0];
}

/** Null for the head of the agency, for somebody without a post on that date, and where none is named. */
export function supervisorOn(assignments: readonly Assignment[], employee: EmployeeId, on: string): EmployeeId | null {
  return assignmentOn(assignments, employee, on)?.supervisorId ?? null;
}

/** Who decides on somebody's records on a date: the superior, or the head of the agency on the own. */
export function approverOn(assignments: readonly Assignment[], employee: EmployeeId, on: string): EmployeeId | null {
  const post = assignmentOn(assignments, employee, on);
  if (post?.headsAgency) return employee;
  return post?.supervisorId ?? null;
}

/** Whether somebody heads the agency on a date. */
export const headsAgencyOn = (assignments: readonly Assignment[], employee: EmployeeId, on: string): boolean =>
  assignmentOn(assignments, employee, on)?.headsAgency === true;

/** The direct subordinates on a date. */
export function subordinatesOn(assignments: readonly Assignment[], supervisor: EmployeeId, on: string): EmployeeId[] {
  const candidates = new Set(assignments.filter((a) => a.supervisorId === supervisor).map((a) => a.employeeId));
  return [...candidates].filter((employee) => supervisorOn(assignments, employee, on) === supervisor);
}

/** For whom somebody acts as superior on a date (Plt or Plh; UU 30/2014 article 14), besides themselves. */
export function actsFor(delegations: readonly Delegation[], person: EmployeeId, on: string): EmployeeId[] {
  return delegations
    .filter((delegation) => delegation.toId === person && inForce(delegation, on))
    .map(({ fromId }) => fromId);
}
