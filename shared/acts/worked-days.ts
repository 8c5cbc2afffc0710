// Days that were accepted as work although the attendance machine says otherwise: nobody is on leave on them.

import type { Read, RowSet } from '#shared/sync/row-set.ts';
import { byColumn, rowsWhere } from './rows.ts';

/** Kinds that say somebody was at work: no leave can lie on such a day. */
const AT_WORK: readonly string[] = ['forgot', 'duty', 'wfa', 'training'];

/** Explanations that the treasurer accepted: what `workedOn` looks at. */
export const acceptedExplanations = (scope: string): Read => byColumn('explanation', scope, 'state', 'accepted');

/** The first day of a span that was accepted as work: nobody is on leave on it. */
export function workedOn(
  rows: RowSet,
  scope: string,
  { validFrom, validUntil }: { validFrom: string; validUntil: string },
): string | undefined {
  return rowsWhere(rows, 'explanation', scope, 'state', 'accepted')
    .filter(({ kind, date }) => AT_WORK.includes(kind) && validFrom <= date && date <= validUntil)
    .map(({ date }) => date)
    .sort()[0];
}
