// What somebody needs to type for another: until when, which RHK there are, and what they typed already.

import { allOf, allRows, byColumn, rowsWhere } from '#shared/acts/rows.ts';
import type { EmployeeId } from '#shared/people/tables.ts';
import { helpScope } from '#shared/scopes.ts';
import { question } from '#shared/sync/question.ts';
import { helpersAt } from '../rules/help.ts';
import type { HelperResult, TypedEntry } from '../tables.ts';

export interface Helped {
  /** The last day of the help. */
  until: string;
  results: HelperResult[];
  /** The newest day first. */
  entries: TypedEntry[];
}

/** Absent where the person does not help the owner now. */
export const helpedOwner = question<{ ownerId: EmployeeId }, Helped>({
  reads: ({ ownerId }, { actor }) => {
    const scope = helpScope(ownerId, actor.id);
    return [byColumn('helper', scope, 'ownerId', ownerId), allOf('helperResult', scope), allOf('typedEntry', scope)];
  },
  answer: ({ ownerId }, { actor, now, today }, rows) => {
    const scope = helpScope(ownerId, actor.id);
    const until = helpersAt(rowsWhere(rows, 'helper', scope, 'ownerId', ownerId), { now, today }).get(actor.id);
    if (until === undefined) return undefined;
    return {
      until,
      results: allRows(rows, 'helperResult', scope).sort((a, b) => a.place - b.place),
      entries: allRows(rows, 'typedEntry', scope).sort(
        (a, b) => b.date.localeCompare(a.date) || b.createdAt.localeCompare(a.createdAt) || a.id.localeCompare(b.id),
      ),
    };
  },
});
