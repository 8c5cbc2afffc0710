// The rows that mutations run on, and what they were before: the way back when the server has answered.

import { type Actor, type Decision, type Failed, type Parsed, runMutation } from '#shared/sync/mutation.ts';
import { keyOf, type Read, type RowChange, RowSet } from '#shared/sync/row-set.ts';
import type { SyncRow } from '#shared/sync/table.ts';
import type { BaseRow, LocalTransaction, OutboxEntry } from './store.ts';

export interface Loaded {
  rows: RowSet;
  /** Each row as it was loaded, by its key. */
  before: ReadonlyMap<string, SyncRow>;
}

export function loaded(found: readonly { table: string; row: SyncRow }[]): Loaded {
  const rows = new RowSet();
  const before = new Map<string, SyncRow>();
  for (const { table, row } of found) {
    rows.load(table, row);
    before.set(keyOf({ table, scope: row.scope, id: row.id }), row);
  }
  return { rows, before };
}

/** Runs an act on the rows of this device, at the time that counts for it as far as the device knows. */
export function runHere(
  { spec, args }: Extract<Parsed, { ok: true }>,
  { id: mutationId, at, first }: Pick<OutboxEntry, 'id' | 'at' | 'first'>,
  on: { rows: RowSet; actor: Actor; failed: Failed },
): Decision {
  const again = first ? { ...first, clock: 'trusted' as const } : null;
  return runMutation(spec, { ...on, args, mutationId, at, again });
}

/**
 * What each changed row was before. A rule may write what it did not read, and the server's row must come back all the
 * same: what was not asked for is looked up now.
 */
export async function basesOf(
  tx: LocalTransaction,
  changes: readonly RowChange[],
  { reads, before }: { reads: readonly Read[]; before: ReadonlyMap<string, SyncRow> },
): Promise<BaseRow[]> {
  const asked = new Set(reads.flatMap((read) => ('id' in read ? keyOf(read) : [])));
  const unknown = changes.filter((change) => !before.has(keyOf(change)) && !asked.has(keyOf(change)));
  const found =
    unknown.length === 0 ? [] : await tx.loadRows(unknown.map(({ table, scope, id }) => ({ table, scope, id })));
  const more = new Map(found.map(({ table, row }) => [keyOf({ table, scope: row.scope, id: row.id }), row]));
  return changes.map(({ table, scope, id }) => {
    const key = keyOf({ table, scope, id });
    return { key, table, scope, id, row: before.get(key) ?? more.get(key) ?? null };
  });
}
