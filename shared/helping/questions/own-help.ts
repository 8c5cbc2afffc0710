// Who helps the person to type, and what they typed that the person has not confirmed yet.

import { allOf, allRows, byColumn, rowsWhere } from '#shared/acts/rows.ts';
import type { EmployeeId } from '#shared/people/tables.ts';
import type { Result } from '#shared/plan/tables.ts';
import { helpScope, workScope } from '#shared/scopes.ts';
import { equal } from '#shared/sync/merge.ts';
import { question } from '#shared/sync/question.ts';
import type { Read, RowSet } from '#shared/sync/row-set.ts';
import { resultReads, resultsFrom } from '#shared/work/questions/results-on.ts';
import { helpersAt } from '../rules/help.ts';
import { shareable, shareableReads } from '../rules/shareable.ts';
import type { TypedEntry } from '../tables.ts';

export interface TypedForMe {
  helperId: EmployeeId;
  entry: TypedEntry;
  /** The RHK that the helper picked, where it may carry work of that day. */
  result: Result | null;
  /** Those that may. */
  results: Result[];
}

export interface OwnHelp {
  /** `stale`: the plan was approved anew, and the helper has the RHK of before. */
  helpers: { helperId: EmployeeId; until: string; stale: boolean }[];
  waiting: TypedForMe[];
  /** What was not the person's own work, by their own word; the newest first. */
  declined: TypedForMe[];
}

const ownHelpers = (me: EmployeeId): Read => byColumn('helper', workScope(me), 'ownerId', me);

/** Everybody who ever helped: what they typed waits also after it. */
const everHelped = (rows: RowSet, me: EmployeeId): EmployeeId[] => [
  ...new Set(rowsWhere(rows, 'helper', workScope(me), 'ownerId', me).map(({ helperId }) => helperId)),
];

const typedBy = (rows: RowSet, me: EmployeeId, state: TypedEntry['state']) =>
  everHelped(rows, me).flatMap((helperId) =>
    rowsWhere(rows, 'typedEntry', helpScope(me, helperId), 'state', state).map((entry) => ({ helperId, entry })),
  );

export const ownHelp = question<null, OwnHelp>({
  reads: (_none, { actor: { id: me } }, rows) => [
    ownHelpers(me),
    ...resultReads(me),
    ...shareableReads(me),
    ...everHelped(rows, me).flatMap((helperId) => [
      byColumn('typedEntry', helpScope(me, helperId), 'state', 'waiting'),
      byColumn('typedEntry', helpScope(me, helperId), 'state', 'declined'),
      allOf('helperResult', helpScope(me, helperId)),
    ]),
  ],
  answer: (_none, { actor: { id: me }, now, today }, rows) => {
    const helpers = helpersAt(rowsWhere(rows, 'helper', workScope(me), 'ownerId', me), { now, today });
    const withResults = (of: { helperId: EmployeeId; entry: TypedEntry }): TypedForMe => {
      const results = resultsFrom(rows, me, of.entry.date);
      return { ...of, results, result: results.find(({ id }) => id === of.entry.resultId) ?? null };
    };
    return {
      helpers: [...helpers].map(([helperId, until]) => ({ helperId, until, stale: isStale(rows, me, helperId) })),
      waiting: typedBy(rows, me, 'waiting').map(withResults).sort(byTime),
      declined: typedBy(rows, me, 'declined').map(withResults).sort(byTime).reverse(),
    };
  },
});

const byTime = ({ entry: a }: TypedForMe, { entry: b }: TypedForMe) =>
  a.date.localeCompare(b.date) || (a.start ?? '').localeCompare(b.start ?? '') || a.id.localeCompare(b.id);

function isStale(rows: RowSet, me: EmployeeId, helper: EmployeeId): boolean {
  const plain = (all: readonly { id: string; version: number }[]) =>
    [...all].sort((a, b) => a.id.localeCompare(b.id)).map(({ version: _version, ...row }) => row);
  return !equal(plain(shareable(rows, me, helper)), plain(allRows(rows, 'helperResult', helpScope(me, helper))));
}

/** How much waits for the person's word. */
export const typedWaiting = question<null, { count: number }>({
  reads: (_none, { actor: { id: me } }, rows) => [
    ownHelpers(me),
    ...everHelped(rows, me).map((helperId) => byColumn('typedEntry', helpScope(me, helperId), 'state', 'waiting')),
  ],
  answer: (_none, { actor: { id: me } }, rows) => ({ count: typedBy(rows, me, 'waiting').length }),
});
