// What an SKP holds its owner to: the content of the approved edition.

import { byColumn, byId, getRow, rowsWhere } from '#shared/acts/rows.ts';
import type { EmployeeId } from '#shared/people/tables.ts';
import { planScope } from '#shared/scopes.ts';
import { question } from '#shared/sync/question.ts';
import type { Read, RowSet } from '#shared/sync/row-set.ts';
import { contentOf } from '../rules/skp-content.ts';
import { editionId, type Skp, type SkpContent, type SkpId } from '../tables.ts';

export interface OfSkp {
  employeeId: EmployeeId;
  skpId: SkpId;
}

/** The edition before the one that is being written. */
const editionBefore = ({ id, edition }: Skp) => editionId(id, edition - 1);

/** Of an SKP that is not approved now its parts are a draft: what is in force stands in the edition before. */
export function contentReads({ employeeId, skpId }: OfSkp, rows: RowSet): Read[] {
  const scope = planScope(employeeId);
  const skp = getRow(rows, 'skp', scope, skpId);
  const parts =
    skp?.state === 'approved'
      ? (['result', 'indicator', 'expectation', 'annex'] as const).map((table) =>
          byColumn(table, scope, 'skpId', skpId),
        )
      : [];
  return [
    byId('skp', scope, skpId),
    ...(skp && skp.state !== 'approved' ? [byId('edition', scope, editionBefore(skp))] : []),
    ...parts,
  ];
}

/** Null where none was ever approved. */
export function contentFrom(rows: RowSet, skp: Skp): SkpContent | null {
  const { scope, id } = skp;
  if (skp.state !== 'approved') return getRow(rows, 'edition', scope, editionBefore(skp))?.content ?? null;
  return contentOf({
    results: rowsWhere(rows, 'result', scope, 'skpId', id),
    indicators: rowsWhere(rows, 'indicator', scope, 'skpId', id),
    expectations: rowsWhere(rows, 'expectation', scope, 'skpId', id),
    annexes: rowsWhere(rows, 'annex', scope, 'skpId', id),
  });
}

/** The content in force, also while it is under revision; undefined where none was ever approved, or none is known here. */
export const contentInForce = question<OfSkp, SkpContent>({
  reads: (of, _asking, rows) => contentReads(of, rows),
  answer: ({ employeeId, skpId }, _asking, rows) => {
    const skp = getRow(rows, 'skp', planScope(employeeId), skpId);
    return (skp && contentFrom(rows, skp)) ?? undefined;
  },
});
