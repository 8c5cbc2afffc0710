// A person's database on this device, in IndexedDB by Dexie. One database for each person: a shared office PC never
// mixes people.

import { Dexie, type DexieOptions, type Table, type Transaction } from 'dexie';
import { type SyncRow, type Tables, withLaterColumns } from '#shared/sync/table.ts';
import { endWithPage } from './frozen-page.ts';
import type { AttentionItem, BaseRow, Draft, OutboxEntry, SentEntry } from './store.ts';

/** An evidence file of this device. Whether it waits to be sent stands in `uploads`. */
export interface LocalFile {
  sha256: string;
  bytes: ArrayBuffer;
  type: string;
  /** `sent`: the server has shown that it has it. `waiting` is what earlier versions wrote in place of `draft`. */
  state: 'draft' | 'waiting' | 'sent';
  /** When it was taken in, ISO 8601 UTC; earlier versions did not note it. */
  keptAt?: string;
}

/** Why a file did not go up, though the network was there. */
export type UploadProblem =
  /** The server takes no such content: it never will. */
  | 'not-taken'
  | 'too-large'
  | 'not-allowed'
  /** It was sent, but the server does not have it afterwards. */
  | 'not-kept'
  | 'server-failed'
  /** Something between this device and the server answers for this file. */
  | 'foreign-answer';

/**
 * How far a file that waits has come. Beside the file, so that queueing and progress do not write its bytes again: on a
 * full device there may be room for a line, but not for a second copy.
 */
export interface UploadProgress {
  sha256: string;
  /** Bytes. */
  size: number;
  sent: number;
  /** Where the server takes it, once it was begun. */
  url: string | null;
  /** Set where the last try failed by the file's own fault; `retryAt` null: it is not tried again by itself. */
  failure?: { problem: UploadProblem; times: number; retryAt: string | null };
}

/** An upload that has not begun. */
export const newUpload = ({ sha256, bytes }: Pick<LocalFile, 'sha256' | 'bytes'>): UploadProgress => ({
  sha256,
  size: bytes.byteLength,
  sent: 0,
  url: null,
});

export class PersonDatabase extends Dexie {
  declare readonly base: Table<BaseRow, string>;
  declare readonly outbox: Table<OutboxEntry, number>;
  declare readonly attention: Table<AttentionItem, string>;
  declare readonly sent: Table<SentEntry & { order?: number }, number>;
  declare readonly meta: Table<{ key: string; value: unknown }, string>;
  declare readonly drafts: Table<Draft, string>;
  declare readonly files: Table<LocalFile, string>;
  declare readonly uploads: Table<UploadProgress, string>;
  /** Rows that have arrived of scopes that are asked for anew. */
  declare readonly arrived: Table<{ key: string; scope: string }, string>;

  readonly syncedTables: readonly string[];

  constructor(name: string, tables: Tables, options: DexieOptions = {}) {
    // Strict: what the person was told is saved survives a power cut. No cache: it would answer with what was before where
    // the connection broke after a commit.
    super(name, { ...options, chromeTransactionDurability: 'strict', cache: 'disabled' });
    endWithPage(this);
    this.syncedTables = Object.keys(tables);
    const synced = Object.entries(tables).map(([table, { indexes }]) => [
      syncedName(table),
      ['[scope+id]', 'scope', ...indexes.map((column) => `[scope+${column}]`)].join(', '),
    ]);
    this.version(1).stores({
      ...Object.fromEntries(synced),
      base: 'key',
      outbox: 'seq, id',
      attention: 'id',
      meta: 'key',
      drafts: 'key',
      files: 'sha256, state',
    });
    this.version(2).stores({ sent: '++order, id' });
    this.version(3)
      .stores({ sent: '++order, id, settledAt', uploads: 'sha256, size' })
      .upgrade(async (tx) => {
        const waiting = await tx.table<LocalFile>('files').where('state').equals('waiting').toArray();
        await tx.table('uploads').bulkPut(waiting.map(newUpload));
      });
    // A new synced table (delegation): its rows came before and were not kept, so everything is asked for again.
    this.version(4).upgrade(async (tx) => {
      const meta = tx.table<{ key: string; value: unknown }>('meta');
      const positions = (await meta.get('positions'))?.value ?? {};
      await meta.put({ key: 'stale', value: Object.keys(positions) });
      await meta.put({ key: 'positions', value: {} });
    });
    // The tables of the whole cycle, then those of the allowance, and columns that rows of before do not have.
    for (const version of [5, 6]) this.version(version).upgrade((tx) => completeAndAskAgain(tx, tables));
    // Receipts of evaluations, files that others brought, what rules look up by. And a transaction that was repeated, before
    // it looked first, may have queued an act twice.
    this.version(7)
      .stores({ arrived: 'key, scope' })
      .upgrade(async (tx) => {
        await queueOnce(tx.table<OutboxEntry, number>('outbox'), tx.table<SentEntry, number>('sent'));
        await completeAndAskAgain(tx, tables);
      });
    this.version(8).stores({ outbox: 'seq, &id' });
    // New tables and columns: what holds for one person's allowance.
    this.version(9).upgrade((tx) => completeAndAskAgain(tx, tables));
    // New tables and columns: evidence of explanations, working hours and shifts, leave considered and decided. And what is held for a moment is found at once.
    this.version(10)
      .stores({ outbox: 'seq, &id, heldUntil' })
      .upgrade((tx) => completeAndAskAgain(tx, tables));
    // New columns: what the last tax period of a year needs.
    this.version(11).upgrade((tx) => completeAndAskAgain(tx, tables));
    // A new table: requests that an approved entry be reopened.
    this.version(13).upgrade((tx) => completeAndAskAgain(tx, tables));
    // A new table: what may be filled in longer than its last day.
    this.version(14).upgrade((tx) => completeAndAskAgain(tx, tables));
    // New tables and a new column: what helpers type.
    this.version(16).upgrade((tx) => completeAndAskAgain(tx, tables));
    // A new table: who holds a role.
    this.version(17).upgrade((tx) => completeAndAskAgain(tx, tables));
    // New columns: who heads the agency; the words of the superior's results.
    this.version(18).upgrade((tx) => completeAndAskAgain(tx, tables));
  }

  /** The rows of a synced table as the person should see them now: the server's state with the own pending acts on it. */
  rows<Row = SyncRow>(table: string): Table<Row, [scope: string, id: string]> {
    return this.table(syncedName(table));
  }
}

/** Synced tables have a prefix, so that none can be called like one of the engine's own. */
export const syncedName = (table: string) => `rows_${table}`;

/**
 * Of entries with one id the first stays, none where it was acknowledged already. The gap in the numbers is told by the
 * server, and mended as any other.
 */
async function queueOnce(outbox: Table<OutboxEntry, number>, sent: Table<SentEntry, number>): Promise<void> {
  const found = new Set((await sent.toArray()).map(({ id }) => id));
  await outbox
    .orderBy('seq')
    .filter(({ id }) => found.has(id) || !found.add(id))
    .delete();
}

/** For new tables and columns: rows of before get what they lack, and every scope is asked for again. */
async function completeAndAskAgain(tx: Transaction, tables: Tables): Promise<void> {
  const meta = tx.table<{ key: string; value: unknown }>('meta');
  const [positions, stale] = await meta.bulkGet(['positions', 'stale']);
  const held = new Set([...Object.keys(positions?.value ?? {}), ...((stale?.value ?? []) as string[])]);
  await meta.put({ key: 'stale', value: [...held] });
  await meta.put({ key: 'positions', value: {} });
  await meta.put({ key: 'seal', value: null });
  for (const [table, spec] of Object.entries(tables)) {
    const complete = (row: SyncRow | null) => {
      if (row) withLaterColumns(spec, row);
    };
    await tx
      .table<SyncRow>(syncedName(table))
      .toCollection()
      .modify((row) => complete(row));
    const touched = tx.table<BaseRow>('base').filter((base) => base.table === table);
    await touched.modify((base) => complete(base.row));
  }
}
