// The rows a run of mutations works on, in memory: loaded once, read and changed by one mutation after the other.
// The server fills it from PostgreSQL, the browser from IndexedDB; both write back what `changes()` tells.

import type { SyncRow } from './table.ts';

/** A row by its id, or all rows of a scope with a given value in one indexed column. */
export type Read =
  | { table: string; scope: string; id: string }
  | { table: string; scope: string; where: string; equals: string };

export type RowChange = { table: string; scope: string; id: string } & (
  | { row: SyncRow; removed?: undefined }
  | { row?: undefined; removed: true }
);

export const keyOf = (of: { table: string; scope: string; id: string }) => `${of.table}/${of.scope}/${of.id}`;

export class RowSet {
  /** By table and scope, then by id: a question is about one scope, and never looks at the rows of others. */
  #scopes = new Map<string, Map<string, SyncRow>>();
  #changed = new Map<string, RowChange>();

  /** Puts a row in place as loaded; it does not count as changed. */
  load(table: string, row: SyncRow): void {
    this.#of(table, row.scope).set(row.id, row);
  }

  get(table: string, scope: string, id: string): SyncRow | undefined {
    return this.#of(table, scope).get(id);
  }

  where(table: string, scope: string, column: string, equals: unknown): SyncRow[] {
    return [...this.#of(table, scope).values()].filter((row) => row[column] === equals);
  }

  apply(changes: readonly RowChange[]): void {
    for (const change of changes) {
      const rows = this.#of(change.table, change.scope);
      if (change.removed) rows.delete(change.id);
      else rows.set(change.id, change.row);
      this.#changed.set(keyOf(change), change);
    }
  }

  /** The last state of each changed row, in the order of first change. */
  changes(): RowChange[] {
    return [...this.#changed.values()];
  }

  #of(table: string, scope: string): Map<string, SyncRow> {
    const key = `${table}/${scope}`;
    let rows = this.#scopes.get(key);
    if (!rows) this.#scopes.set(key, (rows = new Map()));
    return rows;
  }
}
