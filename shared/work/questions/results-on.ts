// Which RHK the work of a day can support.

import { allOf, allRows, byColumn, rowsWhere } from '#shared/acts/rows.ts';
import type { EmployeeId } from '#shared/people/tables.ts';
import { inOrder, standing } from '#shared/plan/rules/skp-content.ts';
import type { Result } from '#shared/plan/tables.ts';
import { planScope } from '#shared/scopes.ts';
import { question } from '#shared/sync/question.ts';
import type { Read, RowSet } from '#shared/sync/row-set.ts';

export const resultReads = (employee: EmployeeId): Read[] => [
  byColumn('skp', planScope(employee), 'employeeId', employee),
  allOf('result', planScope(employee)),
];

export function resultsFrom(rows: RowSet, employee: EmployeeId, date: string): Result[] {
  const plan = planScope(employee);
  const ids = rowsWhere(rows, 'skp', plan, 'employeeId', employee)
    .filter(({ validFrom, validUntil }) => validFrom <= date && date <= validUntil)
    .map(({ id }) => id);
  return inOrder(standing(allRows(rows, 'result', plan))).filter(({ skpId }) => ids.includes(skpId));
}

/** Of the own plans that hold on the day, in the order of the plan. */
export const resultsOn = question<{ date: string }, Result[]>({
  reads: (_day, { actor }) => resultReads(actor.id),
  answer: ({ date }, { actor }, rows) => resultsFrom(rows, actor.id, date),
});
