// Whom a person supervises today, also in another's place, and what of theirs waits for a decision.

import type { Workspace } from '#client/workspace.ts';
import { actsFor, subordinatesOn } from '#shared/rules/supervision.ts';
import { type Activity, type Employee, planScope, type Skp, workScope } from '#shared/tables.ts';

export interface Member {
  employee: Employee;
  position: string;
  activities: Activity[];
  skps: Skp[];
}

export async function loadTeam({ rows, scopes, me, today }: Workspace): Promise<Member[]> {
  const [assignments, delegations] = await Promise.all([
    rows('assignment').where('scope').equals(scopes.agency).toArray(),
    rows('delegation').where('[scope+toId]').equals([scopes.agency, me]).toArray(),
  ]);
  const leaders = [me, ...actsFor(delegations, me, today())];
  const team = new Set(leaders.flatMap((leader) => subordinatesOn(assignments, leader, today())));
  const ids = [...team].filter((id) => id !== me);
  const members = await Promise.all(
    ids.map(async (id): Promise<Member | null> => {
      const [employee, activities, skps] = await Promise.all([
        rows('employee').get([scopes.agency, id]),
        rows('activity')
          .where('[scope+state]')
          .equals([workScope(id), 'submitted'])
          .sortBy('date'),
        rows('skp')
          .where('scope')
          .equals(planScope(id))
          .and((skp) => skp.state === 'submitted')
          .toArray(),
      ]);
      const position = assignments.find((assignment) => assignment.employeeId === id)?.position ?? '';
      return employee ? { employee, position, activities, skps } : null;
    }),
  );
  return members
    .filter((member) => member !== null)
    .sort((a, b) => waitingOf(b) - waitingOf(a) || a.employee.name.localeCompare(b.employee.name));
}

export const waitingOf = ({ activities, skps }: Member) => activities.length + skps.length;
