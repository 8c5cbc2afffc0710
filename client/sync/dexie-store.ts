// The storage port on IndexedDB.

import { Dexie, RangeSet } from 'dexie';
import { groupBy } from '#shared/group-by.ts';
import { keyOf, type Read, type RowChange } from '#shared/sync/row-set.ts';
import type { SyncRow } from '#shared/sync/table.ts';
import { type PersonDatabase, syncedName } from './database.ts';
import type { DraftStore } from './own-draft.ts';
import type { LocalStore, LocalTransaction, Meta } from './store.ts';

export function dexieStore(db: PersonDatabase): LocalStore {
  const all = [
    ...db.syncedTables.map(syncedName),
    ...['base', 'outbox', 'attention', 'sent', 'meta', 'drafts', 'arrived'],
  ];
  const tx = transactionOn(db);
  return {
    name: db.name,
    // Async functions, or Dexie does not follow the native awaits of `work` and the transaction ends too early.
    read: (work) => reopening(db, () => db.transaction('r', all, async () => work(tx))),
    write: (work) => reopening(db, () => db.transaction('rw', all, async () => work(tx))),
  };
}

/**
 * Browsers lose the connection to their own storage, iOS after the app has slept ("Connection to Indexed Database server
 * lost"): it is opened again and the transaction repeated. It may have committed before the connection broke: whatever is
 * done in a transaction must therefore look first whether it was done. A database that we closed ourselves stays closed.
 */
async function reopening<T>(db: PersonDatabase, work: () => PromiseLike<T>): Promise<T> {
  for (let attempt = 1; ; attempt += 1) {
    try {
      const done = await work();
      if (attempt > 1) lookAgain();
      return done;
    } catch (error) {
      if (!connectionWasLost(error) || attempt === ATTEMPTS) throw error;
      db.close({ disableAutoOpen: false });
      await db.open();
    }
  }
}

/** A connection that breaks is likely to break once more. */
const ATTEMPTS = 5;

/** What was committed before a connection broke told nobody of it: every live query asks again, in every tab. */
const lookAgain = () => Dexie.on.storagemutated.fire({ all: new RangeSet(-Infinity, [[]]) });

/** Browsers give it no name of its own, so its words must do. Lost before a transaction began, Dexie reopens by itself. */
function connectionWasLost(error: unknown): boolean {
  const inner = error instanceof Error && 'inner' in error ? error.inner : null;
  return [error, inner].some(
    (candidate) =>
      (candidate instanceof Error || candidate instanceof DOMException) &&
      /connection to indexed database server lost|database connection is closing/i.test(candidate.message),
  );
}

/** For a transaction of half-typed forms alone. */
export const draftsIn = (db: PersonDatabase): DraftStore => ({
  forgetDraft: (key) => db.drafts.delete(key),
  draft: (key) => db.drafts.get(key),
  keepDraft: async (draft) => void (await db.drafts.put(draft)),
});

function transactionOn(db: PersonDatabase): LocalTransaction {
  return {
    loadRows: (reads) => loadRows(db, reads),

    async writeRows(changes) {
      await Promise.all(
        [...byTable(changes)].map(async ([table, mine]) => {
          const rows = mine.flatMap(({ row }) => (row ? [row] : []));
          const gone = mine.filter(isRemoval).map(({ scope, id }): [string, string] => [scope, id]);
          if (rows.length > 0) await db.rows(table).bulkPut(rows);
          if (gone.length > 0) await db.rows(table).bulkDelete(gone);
        }),
      );
    },

    async dropScope(scope) {
      for (const table of db.syncedTables) await db.rows(table).where('scope').equals(scope).delete();
    },

    noteArrived: async (rows) => {
      const notes = rows.map(({ table, scope, id }) => ({ key: keyOf({ table, scope, id }), scope }));
      await db.arrived.bulkPut(notes);
    },
    async dropNotArrived(scope) {
      const arrived = new Set(await db.arrived.where('scope').equals(scope).primaryKeys());
      for (const table of db.syncedTables) {
        const held = await db.rows(table).where('scope').equals(scope).primaryKeys();
        await db.rows(table).bulkDelete(held.filter(([, id]) => !arrived.has(keyOf({ table, scope, id }))));
      }
      await db.arrived.where('scope').equals(scope).delete();
    },
    forgetArrived: async (scopes) =>
      void (await db.arrived
        .where('scope')
        .anyOf([...scopes])
        .delete()),

    base: () => db.base.toArray(),
    hasBase: async (keys) => (await db.base.bulkGet([...keys])).map((row) => row !== undefined),
    removeBase: (keys) => db.base.bulkDelete([...keys]),
    baseOf: async (keys) => (await db.base.bulkGet([...keys])).filter((row) => row !== undefined),
    addBase: async (rows) => void (await db.base.bulkPut(rows)),
    clearBase: () => db.base.clear(),

    outbox: () => db.outbox.orderBy('seq').toArray(),
    outboxAfter: (seq, most) => db.outbox.where('seq').above(seq).limit(most).toArray(),
    countAfter: (seq) => db.outbox.where('seq').above(seq).count(),
    async findActs(ids) {
      const [waiting, kept, sent] = await Promise.all([
        db.outbox
          .where('id')
          .anyOf([...ids])
          .toArray(),
        db.attention.bulkGet([...ids]),
        db.sent
          .where('id')
          .anyOf([...ids])
          .toArray(),
      ]);
      return [...waiting, ...kept.filter((item) => item !== undefined), ...sent];
    },
    putOutbox: async (entries) => void (await db.outbox.bulkPut(entries)),
    removeOutbox: (seqs) => db.outbox.bulkDelete([...seqs]),

    addAttention: async (items) => void (await db.attention.bulkPut(items)),

    countAttention: () => db.attention.count(),
    sent: () => db.sent.orderBy('order').toArray(),
    addSent: async (entries) => void (await db.sent.bulkAdd(entries)),
    forgetSent: async (before) => void (await db.sent.where('settledAt').below(before).delete()),
    clearSent: () => db.sent.clear(),

    ...draftsIn(db),
    get: async (key) => (await db.meta.get(key))?.value as never,
    set: async (key: keyof Meta, value) => void (await db.meta.put({ key, value })),
  };
}

/** The rows that reads name; one that two of them name may come twice. */
export async function loadRows(db: PersonDatabase, reads: readonly Read[]): Promise<{ table: string; row: SyncRow }[]> {
  const found = await Promise.all([...byTable(reads)].map(([table, mine]) => loadTable(db, table, mine)));
  return found.flat();
}

async function loadTable(
  db: PersonDatabase,
  table: string,
  reads: readonly Read[],
): Promise<{ table: string; row: SyncRow }[]> {
  const rows = db.rows(table);
  const ids: [string, string][] = [];
  const values = new Map<string, [string, string][]>();
  const parts: Promise<(SyncRow | undefined)[]>[] = [];
  for (const read of reads) {
    const { scope } = read;
    if ('id' in read) ids.push([scope, read.id]);
    else if ('all' in read) parts.push(rows.where('scope').equals(scope).toArray());
    else if ('equals' in read) values.set(read.where, [...(values.get(read.where) ?? []), [scope, read.equals]]);
    else {
      const [from, until] = read.between;
      parts.push(rows.where(`[scope+${read.where}]`).between([scope, from], [scope, until], true, true).toArray());
    }
  }
  if (ids.length > 0) parts.push(rows.bulkGet(unique(ids)));
  for (const [column, keys] of values) parts.push(rows.where(`[scope+${column}]`).anyOf(unique(keys)).toArray());
  return (await Promise.all(parts)).flat().flatMap((row) => (row ? [{ table, row }] : []));
}

function byTable<Item extends { table: string }>(items: readonly Item[]): Map<string, Item[]> {
  return groupBy(items, ({ table }) => table);
}

const unique = (keys: [string, string][]) => [...new Map(keys.map((key) => [key.join('\0'), key])).values()];

const isRemoval = (change: RowChange) => change.removed === true;
