// The matrix of roles and results: the results of a head, the members of the team, and who carries what.

import type { Workspace } from '#client/workspace/workspace.ts';
import { groupBy } from '#shared/group-by.ts';
import { assignmentOn, subordinatesOn } from '#shared/people/rules/supervision.ts';
import type { Employee } from '#shared/people/tables.ts';
import { inOrder, standing } from '#shared/plan/rules/skp-content.ts';
import type { Result, Role } from '#shared/plan/tables.ts';
import { planScope } from '#shared/scopes.ts';

export interface Cell {
  result: Result;
  /** What the head gave. */
  roles: Role[];
  /** What the member's own SKP has for it. */
  taken: Result[];
}

export interface Line {
  employee: Employee;
  position: string;
  cells: Cell[];
}

export interface Matrix {
  results: Result[];
  lines: Line[];
  /** Results that nobody carries. */
  gapResults: Result[];
  /** Members who carry nothing. */
  gapMembers: Employee[];
}

const carries = ({ roles, taken }: Cell) => roles.length + taken.length > 0;

export async function loadMatrix({ rows, scopes, me, today }: Workspace): Promise<Matrix> {
  const date = today();
  const [skps, ownResults, roles, assignments] = await Promise.all([
    rows('skp').where('[scope+employeeId]').equals([scopes.plan, me]).toArray(),
    rows('result').where('[scope+kind]').equals([scopes.plan, 'utama']).toArray(),
    rows('role').where('scope').equals(scopes.plan).toArray(),
    rows('assignment').where('scope').equals(scopes.agency).toArray(),
  ]);
  const skp = skps.find(({ validFrom, validUntil }) => validFrom <= date && date <= validUntil);
  const results = inOrder(standing(ownResults)).filter(({ skpId }) => skpId === skp?.id);
  const team = subordinatesOn(assignments, me, date).filter((id) => id !== me);
  const lines = await Promise.all(
    team.map(async (id): Promise<Line | null> => {
      const [employee, theirs] = await Promise.all([
        rows('employee').get([scopes.agency, id]),
        rows('result').where('scope').equals(planScope(id)).toArray(),
      ]);
      if (!employee || employee.employment === 'honorer') return null;
      const byParent = groupBy(standing(theirs), ({ parentId }) => parentId);
      const cells = results.map((result) => ({
        result,
        roles: roles.filter((role) => role.employeeId === id && role.resultId === result.id),
        taken: byParent.get(result.id) ?? [],
      }));
      return { employee, position: assignmentOn(assignments, id, date)?.position ?? '', cells };
    }),
  );
  const present = lines.filter((line) => line !== null).sort((a, b) => a.employee.name.localeCompare(b.employee.name));
  return {
    results,
    lines: present,
    gapResults: results.filter((_, column) => !present.some(({ cells }) => cells[column] && carries(cells[column]))),
    gapMembers: present.filter(({ cells }) => !cells.some(carries)).map(({ employee }) => employee),
  };
}
