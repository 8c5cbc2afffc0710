// The rows a run of mutations works on, in memory: loaded once, read and changed by one mutation after the other.
// The server fills it from PostgreSQL, the browser from IndexedDB; both write back what `changes()` tells.

import type { SyncRow } from './table.ts';

/** Rows of one table in one scope: that of an id, those with a value or a range of values in an indexed column, or all. */
export type Read = { table: string; scope: string } & (
  | { id: string }
  | { where: string; equals: string }
  /** Both ends are included. */
  | { where: string; between: readonly [from: string, until: string] }
  | { all: true }
);

/** Whether a row of the table and scope of a read is among those it names. */
export function isNamedBy(read: Read, row: SyncRow): boolean {
  if ('id' in read) return row.id === read.id;
  if ('all' in read) return true;
  const value = row[read.where];
  if ('equals' in read) return value === read.equals;
  const [from, until] = read.between;
  return typeof value === 'string' && from <= value && value <= until;
}

export type RowChange = { table: string; scope: string; id: string } & (
  | { row: SyncRow; removed?: undefined; was?: undefined }
  /** `was`: the row as it last was, where the one who removes it knows. */
  | { row?: undefined; removed: true; was?: SyncRow }
);

export const keyOf = (of: { table: string; scope: string; id: string }) => `${of.table}/${of.scope}/${of.id}`;

/** The rows of one table in one scope, by id; and, once somebody asked, by the value of a column. */
class ScopeRows {
  #rows = new Map<string, SyncRow>();
  #columns = new Map<string, Map<unknown, Set<string>>>();

  get(id: string): SyncRow | undefined {
    return this.#rows.get(id);
  }

  put(row: SyncRow): void {
    const before = this.#rows.get(row.id);
    this.#rows.set(row.id, row);
    for (const [column, ids] of this.#columns) {
      if (before && before[column] === row[column]) continue;
      if (before) ids.get(before[column])?.delete(row.id);
      idsOf(ids, row[column]).add(row.id);
    }
  }

  delete(id: string): void {
    const row = this.#rows.get(id);
    if (!row) return;
    this.#rows.delete(id);
    for (const [column, ids] of this.#columns) ids.get(row[column])?.delete(id);
  }

  where(column: string, equals: unknown): SyncRow[] {
    const ids = this.#column(column).get(equals) ?? [];
    return [...ids].flatMap((id) => this.#rows.get(id) ?? []);
  }

  all(): SyncRow[] {
    return [...this.#rows.values()];
  }

  #column(column: string): Map<unknown, Set<string>> {
    let ids = this.#columns.get(column);
    if (!ids) {
      this.#columns.set(column, (ids = new Map()));
      for (const row of this.#rows.values()) idsOf(ids, row[column]).add(row.id);
    }
    return ids;
  }
}

function idsOf(ids: Map<unknown, Set<string>>, value: unknown): Set<string> {
  let found = ids.get(value);
  if (!found) ids.set(value, (found = new Set()));
  return found;
}

export class RowSet {
  /** By table and scope: a question is about one scope, and never looks at the rows of others. */
  #scopes = new Map<string, ScopeRows>();
  #changed = new Map<string, RowChange>();
  /** Rows that are there no more, as they last were. */
  #removed = new Map<string, SyncRow>();

  /** Puts a row in place as loaded; it does not count as changed. */
  load(table: string, row: SyncRow): void {
    this.#of(table, row.scope).put(row);
  }

  /** Notes a row that was removed before. A device keeps none: what it knows of them was removed in this run. */
  loadRemoved(table: string, row: SyncRow): void {
    this.#removed.set(keyOf({ table, scope: row.scope, id: row.id }), row);
  }

  get(table: string, scope: string, id: string): SyncRow | undefined {
    return this.#of(table, scope).get(id);
  }

  /** What an id named before it was removed, as far as that is known here: of one that is there again as well. */
  removed(table: string, scope: string, id: string): SyncRow | undefined {
    return this.#removed.get(keyOf({ table, scope, id }));
  }

  where(table: string, scope: string, column: string, equals: unknown): SyncRow[] {
    return this.#of(table, scope).where(column, equals);
  }

  all(table: string, scope: string): SyncRow[] {
    return this.#of(table, scope).all();
  }

  apply(changes: readonly RowChange[]): void {
    for (const change of changes) {
      const rows = this.#of(change.table, change.scope);
      if (!change.removed) {
        rows.put(change.row);
        this.#changed.set(keyOf(change), change);
        continue;
      }
      const was = rows.get(change.id);
      // What is not there has nothing to lose, and nothing to be remembered by.
      if (!was) continue;
      rows.delete(change.id);
      this.#removed.set(keyOf(change), was);
      this.#changed.set(keyOf(change), { ...change, was });
    }
  }

  /** The last state of each changed row, in the order of first change. */
  changes(): RowChange[] {
    return [...this.#changed.values()];
  }

  #of(table: string, scope: string): ScopeRows {
    const key = `${table}/${scope}`;
    let rows = this.#scopes.get(key);
    if (!rows) this.#scopes.set(key, (rows = new ScopeRows()));
    return rows;
  }
}
