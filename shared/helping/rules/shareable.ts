// What of a plan a helper is told: the words of each RHK of an approved SKP, and on which days it may carry work. Nothing of
// its targets, its expectations or how it was rated.

import { allOf, allRows, byColumn, rowsWhere } from '#shared/acts/rows.ts';
import type { EmployeeId } from '#shared/people/tables.ts';
import { inOrder, standing } from '#shared/plan/rules/skp-content.ts';
import type { ResultId } from '#shared/plan/tables.ts';
import { helpScope, planScope } from '#shared/scopes.ts';
import type { Read, RowSet } from '#shared/sync/row-set.ts';
import type { HelperResult } from '../tables.ts';

export const shareableReads = (owner: EmployeeId): Read[] => [
  byColumn('skp', planScope(owner), 'employeeId', owner),
  allOf('result', planScope(owner)),
  allOf('edition', planScope(owner)),
];

/** Of an SKP that is being revised it is the approved edition that holds. */
export function shareable(rows: RowSet, owner: EmployeeId, helper: EmployeeId): HelperResult[] {
  const plan = planScope(owner);
  const editions = allRows(rows, 'edition', plan);
  const plans = rowsWhere(rows, 'skp', plan, 'employeeId', owner).sort((a, b) =>
    a.validFrom.localeCompare(b.validFrom),
  );
  const told = plans.flatMap(({ id, state, edition, validFrom, validUntil }) => {
    const approved = editions.find(({ skpId, number }) => skpId === id && number === edition - 1);
    const results: { id: ResultId; text: string }[] =
      state === 'approved'
        ? inOrder(standing(allRows(rows, 'result', plan))).filter(({ skpId }) => skpId === id)
        : (approved?.content.results ?? []).filter(({ endedIn }) => endedIn === null);
    return results.map((result) => ({ id: result.id as string, text: result.text, validFrom, validUntil }));
  });
  const scope = helpScope(owner, helper);
  return told.map((one, place) => ({ ...one, scope, version: 0, place }) as HelperResult);
}
