// What the acts of a request have made of their rows here. Digests of it go with the acts; what the server has made just so
// is taken from here as its answer arrives, whatever was done meanwhile (docs/decisions/0036-as-made.md).

import type { Domain } from '#shared/sync/domain.ts';
import { madeText } from '#shared/sync/made.ts';
import type { SyncResponse } from '#shared/sync/protocol.ts';
import { keyOf, type RowChange } from '#shared/sync/row-set.ts';
import { madeDigest } from '#shared/sync/signing.ts';
import type { LocalTransaction, OutboxEntry } from './store.ts';

/** Of each act by its number: the rows that it wrote, in the order of its changes; null of what an act after it wrote again. */
export type Made = ReadonlyMap<number, readonly (RowChange | null)[]>;

/**
 * What pending acts after the batch made of the same rows is in it, too: then it is not what the server makes of them, and
 * comes back as content.
 */
export async function madeBy(tx: LocalTransaction, batch: readonly OutboxEntry[]): Promise<Made> {
  const last = new Map(batch.flatMap(({ seq, touched }) => touched.map((key) => [key, seq] as const)));
  if (last.size === 0) return new Map();
  // Only what a pending act has an effect on has a base: what a rule refused meanwhile has none.
  const touched = await tx.baseOf([...last.keys()]);
  const rows = await tx.loadRows(touched.map(({ table, scope, id }) => ({ table, scope, id })));
  const rowOf = new Map(rows.map(({ table, row }) => [keyOf({ table, scope: row.scope, id: row.id }), row]));
  const changeOf = new Map(
    touched.map(({ key, table, scope, id }): [string, RowChange] => {
      const row = rowOf.get(key);
      return [key, row ? { table, scope, id, row } : { table, scope, id, removed: true }];
    }),
  );
  return new Map(
    batch.map(({ seq, touched: keys }) => [
      seq,
      keys.map((key) => (last.get(key) === seq ? (changeOf.get(key) ?? null) : null)),
    ]),
  );
}

/** The digests that go with an act, in the order of its changes. */
export function digestsOf({ tables }: Domain, changes: readonly (RowChange | null)[]): Promise<string[]> {
  return Promise.all(
    changes.map((change) => {
      const spec = change && tables[change.table];
      return spec ? madeDigest(madeText(spec, change)) : '';
    }),
  );
}

/** Whether the rows here are still those that were sent. */
export async function isStillMade(
  tx: LocalTransaction,
  { tables }: Domain,
  changes: readonly RowChange[],
): Promise<boolean> {
  const found = await tx.loadRows(changes.map(({ table, scope, id }) => ({ table, scope, id })));
  const rowOf = new Map(found.map(({ table, row }) => [keyOf({ table, scope: row.scope, id: row.id }), row]));
  return changes.every((change) => {
    const [spec, row] = [tables[change.table], rowOf.get(keyOf(change))];
    if (!spec || !change.row || !row) return change.removed === true && !row;
    return madeText(spec, change) === madeText(spec, { ...change, row });
  });
}

/** The rows that the server has as they were made here, with the versions that it gave them. */
export function heldRows({ held = [], outcomes }: SyncResponse, made: Made): RowChange[] {
  const outcomeOf = new Map(outcomes.map((outcome) => [outcome.seq, outcome]));
  return held.flatMap((seq) => {
    const [changes, outcome] = [made.get(seq), outcomeOf.get(seq)];
    // Never passed over: without its rows the device would hold a scope that lacks them.
    if (!changes || !outcome || outcome.result === 'refused') throw new Error(`nothing was made by ${seq}`);
    return changes.flatMap((change): RowChange[] => {
      if (!change) return [];
      if (change.removed) return [change];
      return [{ ...change, row: { ...change.row, version: outcome.versions[change.scope] ?? 0 } }];
    });
  });
}
