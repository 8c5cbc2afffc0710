// An SKP with its parts, and the superior's results that its own can intervene in.

import type { Workspace } from '#client/workspace.ts';
import { supervisorOn } from '#shared/rules/supervision.ts';
import { type Employee, type Indicator, planScope, type Result, type Skp } from '#shared/tables.ts';

export interface ResultParts {
  result: Result;
  indicators: Indicator[];
  /** The superior's result that this one intervenes in, as far as it is known here. */
  parent: Result | undefined;
}

export async function loadParts({ rows }: Workspace, skp: Skp): Promise<ResultParts[]> {
  const [results, indicators] = await Promise.all([
    rows('result').where('[scope+skpId]').equals([skp.scope, skp.id]).toArray(),
    rows('indicator').where('[scope+skpId]').equals([skp.scope, skp.id]).toArray(),
  ]);
  const parents = await Promise.all(
    results.map(({ parentId, parentOwnerId }) =>
      parentId && parentOwnerId ? rows('result').get([planScope(parentOwnerId), parentId]) : undefined,
    ),
  );
  return results
    .map((result, index) => ({
      result,
      parent: parents[index],
      indicators: indicators.filter(({ resultId }) => resultId === result.id),
    }))
    .sort(
      (a, b) =>
        Number(a.result.kind === 'tambahan') - Number(b.result.kind === 'tambahan') ||
        a.result.createdAt.localeCompare(b.result.createdAt),
    );
}

export interface OwnPlan {
  skp: Skp | undefined;
  supervisor: Employee | undefined;
  /** The superior's main results. */
  parents: Result[];
}

export async function loadOwnPlan({ rows, scopes, me, today }: Workspace): Promise<OwnPlan> {
  const date = today();
  const assignments = await rows('assignment').where('[scope+employeeId]').equals([scopes.agency, me]).toArray();
  const supervisorId = supervisorOn(assignments, me, date);
  const [skps, supervisor, parents] = await Promise.all([
    rows('skp').where('[scope+employeeId]').equals([scopes.plan, me]).toArray(),
    supervisorId ? rows('employee').get([scopes.agency, supervisorId]) : undefined,
    supervisorId
      ? rows('result')
          .where('[scope+kind]')
          .equals([planScope(supervisorId), 'utama'])
          .toArray()
      : [],
  ]);
  const skp = skps.find(({ validFrom, validUntil }) => validFrom <= date && date <= validUntil);
  return { skp, supervisor, parents };
}
