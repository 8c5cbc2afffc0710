// The directory as administrators keep it: people with their posts, and who acts for whom.

import type { Workspace } from '#client/workspace/workspace.ts';
import { groupBy } from '#shared/group-by.ts';
import { assignmentOn } from '#shared/people/rules/supervision.ts';
import type { Assignment, Delegation, Employee, Unit } from '#shared/people/tables.ts';

export interface PersonInOffice {
  employee: Employee;
  /** Today's. */
  post: Assignment | undefined;
  /** All, the latest first. */
  posts: Assignment[];
}

export interface Office {
  people: PersonInOffice[];
  units: Unit[];
  delegations: Delegation[];
  nameOf: (id: string | null) => string;
  unitOf: (id: string) => string;
}

export async function loadOffice({ rows, scopes, today }: Workspace): Promise<Office> {
  const of = <Name extends 'employee' | 'assignment' | 'unit' | 'delegation'>(table: Name) =>
    rows<Name>(table).where('scope').equals(scopes.agency).toArray();
  const [employees, assignments, units, delegations] = await Promise.all([
    of('employee'),
    of('assignment'),
    of('unit'),
    of('delegation'),
  ]);
  const posts = groupBy(assignments, ({ employeeId }) => employeeId);
  const names = new Map(employees.map(({ id, name }) => [id, name]));
  const unitNames = new Map(units.map(({ id, name }) => [id, name]));
  return {
    people: employees
      .filter(({ nip }) => nip !== null)
      .map((employee) => {
        const held = posts.get(employee.id) ?? [];
        return {
          employee,
          post: assignmentOn(held, employee.id, today()),
          posts: held.sort((a, b) => b.validFrom.localeCompare(a.validFrom)),
        };
      })
      .sort((a, b) => a.employee.name.localeCompare(b.employee.name)),
    units,
    delegations: delegations
      .filter(({ validUntil }) => validUntil === null || validUntil >= today())
      .sort((a, b) => a.validFrom.localeCompare(b.validFrom)),
    nameOf: (id) => names.get(id ?? '') ?? '',
    unitOf: (id) => unitNames.get(id) ?? '',
  };
}
