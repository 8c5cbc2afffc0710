// The rows that mutations run on, and what they were before: the way back when the server has answered.

import { keyOf, type RowChange, RowSet } from '#shared/sync/row-set.ts';
import type { SyncRow } from '#shared/sync/table.ts';
import type { BaseRow } from './store.ts';

/** `before`: each row as it was loaded, by its key. */
export function loaded(found: readonly { table: string; row: SyncRow }[]): {
  rows: RowSet;
  before: ReadonlyMap<string, SyncRow>;
} {
  const rows = new RowSet();
  const before = new Map<string, SyncRow>();
  for (const { table, row } of found) {
    rows.load(table, row);
    before.set(keyOf({ table, scope: row.scope, id: row.id }), row);
  }
  return { rows, before };
}

export function baseOf(change: RowChange, before: ReadonlyMap<string, SyncRow>): BaseRow {
  const { table, scope, id } = change;
  const key = keyOf(change);
  return { key, table, scope, id, row: before.get(key) ?? null };
}
