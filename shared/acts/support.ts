// What the mutations have in common: typed access to rows, typed changes, and the questions most of them ask first.

import { refuse } from '#shared/refusals.ts';
import { agencyScope } from '#shared/scopes.ts';
import { type FieldEdits, mergeFields } from '#shared/sync/merge.ts';
import type { Actor, Decision } from '#shared/sync/mutation.ts';
import type { Read, RowChange } from '#shared/sync/row-set.ts';
import type { SyncRow } from '#shared/sync/table.ts';
import type { Row, TableName } from '#shared/tables.ts';
import { byColumn, byId, getRow, isTaken, removedRow, rowsWhere } from './rows.ts';
import type { Conflict } from './tables.ts';

/** An upcast that leaves to the schema what is no object at all: a queue may hold anything. */
export const upgrade =
  (change: (args: Record<string, unknown>) => unknown) =>
  (args: unknown): unknown =>
    typeof args === 'object' && args !== null && !Array.isArray(args) ? change({ ...args }) : args;

/** The scope of the actor's agency. */
export const agencyOf = (actor: Actor) => agencyScope(actor.tenant);

export const isAdministrator = ({ roles }: Actor) => roles.includes('admin');

/** By the role alone, before anything is read. */
export const forTreasurers = ({ roles }: Actor) =>
  roles.includes('treasurer') ? null : refuse('not-treasurer', {}).refusal;
export const forAdministrators = (actor: Actor) =>
  isAdministrator(actor) ? null : refuse('not-administrator', {}).refusal;
export const forTheOffice = (actor: Actor) => (isAdministrator(actor) ? null : forTreasurers(actor));

export { byColumn, byId, getRow, isTaken, removedRow, rowsWhere };

export function put<Name extends TableName>(table: Name, row: Row<Name>): RowChange {
  return { table, scope: row.scope, id: row.id, row: row as SyncRow };
}

export const remove = (table: TableName, row: { scope: string; id: string }): RowChange => ({
  table,
  scope: row.scope,
  id: row.id,
  removed: true,
});

/** The questions that stay open of a row: a merge that cannot be made adds to them. */
export const conflictsOf = (scope: string, rowId: string): Read => byColumn('conflict', scope, 'rowId', rowId);

/**
 * When the content of an entry was last changed: never earlier than it was, whichever device's change arrives last, so that a
 * change after the deadline stays marked.
 */
export const lastEdit = ({ editedAt }: { editedAt: string | null }, now: string): string =>
  editedAt !== null && editedAt > now ? editedAt : now;

/** What a merged edit means: its changes, if there are any, and the conflicts beside them. */
export function decideMerged(
  { changed, conflicts }: { changed: boolean; conflicts: RowChange[] },
  changes: () => RowChange[],
): Decision {
  return {
    result: conflicts.length > 0 ? 'conflict' : 'applied',
    changes: [...(changed ? changes() : []), ...conflicts],
  };
}

/** Merges an edit into a row's fields; what cannot be merged becomes conflict rows beside it. */
export function mergeInto<Fields extends object>(input: {
  row: { id: string; scope: string };
  table: Conflict['table'];
  stored: Fields;
  edits: FieldEdits<Fields>;
  mutationId: string;
  now: string;
}): { fields: Fields; changed: boolean; conflicts: RowChange[] } {
  const { row, table, stored, edits, mutationId, now } = input;
  const { apply, conflicts } = mergeFields(stored, edits);
  return {
    fields: { ...stored, ...apply },
    changed: Object.keys(apply).length > 0,
    conflicts: conflicts.map(({ field, kept, offered }) => {
      const id = `${mutationId}.${field}`;
      const state = 'open' as const;
      const at = now;
      return put('conflict', {
        id,
        scope: row.scope,
        version: 0,
        table,
        rowId: row.id,
        field,
        kept,
        offered,
        at,
        state,
      });
    }),
  };
}
