// Who supervises whom on a date. Source: PermenPANRB 6/2022 article 1 (pejabat penilai kinerja is the direct superior).

import type { Assignment, EmployeeId } from '#shared/tables.ts';

const inForce = (assignment: Assignment, on: string) =>
  assignment.validFrom <= on && (assignment.validUntil === null || assignment.validUntil >= on);

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

/** Null for the head of the agency, and for somebody without a post on that date. */
export function supervisorOn(assignments: readonly Assignment[], employee: EmployeeId, on: string): EmployeeId | null {
  return assignmentOn(assignments, employee, on)?.supervisorId ?? null;
}

/** The direct subordinates on a date. */
export function subordinatesOn(assignments: readonly Assignment[], supervisor: EmployeeId, on: string): EmployeeId[] {
  const candidates = new Set(assignments.filter((a) => a.supervisorId === supervisor).map((a) => a.employeeId));
  return [...candidates].filter((employee) => supervisorOn(assignments, employee, on) === supervisor);
}
