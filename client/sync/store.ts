// What the engine needs of the device's storage, as a port: IndexedDB in the app (dexie-store.ts), memory in simulations.
// Everything happens in transactions that hold or fall as a whole; a write transaction is durable when it resolves.

import type { QueuedMutation, Refusal } from '#shared/sync/mutation.ts';
import type { Outcome, Position } from '#shared/sync/protocol.ts';
import type { Read, RowChange } from '#shared/sync/row-set.ts';
import type { SyncRow } from '#shared/sync/table.ts';

/** A pending mutation. It leaves the outbox only with the pull that contains its effect. */
export interface OutboxEntry extends QueuedMutation {
  seq: number;
  /** Keys of the rows it changed here: they are marked as "only on this device". */
  touched: string[];
  /** The rows it changed, as the person saw them when acting; shown beside today's if the server refuses. */
  seen: SyncRow[];
  /** Known once the server has answered. */
  outcome: Outcome | null;
  /** Of what does again what was refused: what that was, and when. */
  first?: { at: string; args: unknown };
  /** Until when it may be taken back and is not sent (held.ts), and the form that it saved, which is then there again. */
  heldUntil?: string;
  draft?: Draft;
}

/** A half-typed form, saved as one types. */
export interface Draft {
  key: string;
  value: unknown;
  at: string;
  /** Which form it is: one that is begun after it was saved is another. */
  form?: string;
  /** The ids of the act that saving it is. */
  ids?: Record<string, string>;
}

/** A mutation that the server refused: kept with all its content until the person decides. */
export interface AttentionItem extends QueuedMutation, Pick<OutboxEntry, 'seen' | 'first'> {
  refusal: Refusal;
  refusedAt: string;
}

/** How long what the server has acknowledged is kept: an older backup is not restored by anybody. */
export const SENT_KEPT_MS = 30 * 86_400_000;

/** A mutation that the server has applied, kept for a time: a server restored from a backup needs it again. */
export interface SentEntry extends OutboxEntry {
  /** When the server answered, ISO 8601 UTC of its clock. */
  settledAt: string;
  /** The id of the device under which it had its number; older apps kept none. */
  device?: string;
}

/** The server's version of a row that a pending mutation touches; `row` is null where the server has none. */
export interface BaseRow {
  key: string;
  table: string;
  scope: string;
  id: string;
  row: SyncRow | null;
}

export interface DeviceIdentity {
  id: string;
  nextSeq: number;
}

/** What the state of the sync is, for the person's eyes. Kept in the storage, so that all tabs say the same. */
export type SyncStatus =
  | { kind: 'new' }
  /** `heldUntil`: what is held here goes then. */
  | { kind: 'settled'; at: string; heldUntil?: string }
  | { kind: 'unreachable' | 'captive' | 'busy' | 'failed'; retryAt: string }
  | { kind: 'maintenance'; until: string; message: string; retryAt: string }
  | { kind: 'signed-out' | 'other-person' | 'outdated' };

export interface Meta {
  device: DeviceIdentity;
  positions: Record<string, Position>;
  status: SyncStatus;
  /** Failures in a row, for the backoff. */
  failures: number;
  /** Whether the first sync has come to its end. */
  complete: boolean;
  /** The server's history that positions and `settled` belong to. */
  epoch: string;
  /** The last number that the server told to be settled. */
  settled: number;
  /** The server's seal on positions, epoch and `settled`; null once this device has changed any of them by itself. */
  seal: string | null;
  /** Up to this number the server has answered the queue, and up to this one it was told of at a contact. */
  answered: number;
  told: number;
  /**
   * Scopes held from before, of an epoch that is over or without what a newer app knows. They are asked for anew, and stay
   * readable meanwhile: what is not of today goes when the scope has arrived whole.
   */
  stale: string[];
  /** A new epoch has begun, and the files that are here have not been offered again yet. */
  offerFilesAgain: boolean;
}

export interface LocalTransaction {
  loadRows(reads: readonly Read[]): Promise<{ table: string; row: SyncRow }[]>;
  writeRows(changes: readonly RowChange[]): Promise<void>;
  /** Removes every row of a scope from the device. */
  dropScope(scope: string): Promise<void>;
  /** Notes rows that have arrived of a scope that is asked for anew. */
  noteArrived(rows: readonly { table: string; scope: string; id: string }[]): Promise<void>;
  /** A scope has arrived whole: every row of it goes that was not noted, and the notes. */
  dropNotArrived(scope: string): Promise<void>;
  /** The scopes are asked for from their beginning once more: nothing of them has arrived yet. */
  forgetArrived(scopes: readonly string[]): Promise<void>;

  base(): Promise<BaseRow[]>;
  hasBase(keys: readonly string[]): Promise<boolean[]>;
  /** Those of the rows that there are. */
  baseOf(keys: readonly string[]): Promise<BaseRow[]>;
  removeBase(keys: readonly string[]): Promise<void>;
  addBase(rows: readonly BaseRow[]): Promise<void>;
  clearBase(): Promise<void>;

  /** In the order in which the person acted. */
  outbox(): Promise<OutboxEntry[]>;
  /** The same beyond a number, at most so many; and how many there are. */
  outboxAfter(seq: number, most: number): Promise<OutboxEntry[]>;
  countAfter(seq: number): Promise<number>;
  /** What the device has stored of acts by their ids: waiting, kept after a refusal, or acknowledged. */
  findActs(ids: readonly string[]): Promise<(QueuedMutation & Pick<OutboxEntry, 'first'>)[]>;
  putOutbox(entries: readonly OutboxEntry[]): Promise<void>;
  removeOutbox(seqs: readonly number[]): Promise<void>;

  addAttention(items: readonly AttentionItem[]): Promise<void>;

  countAttention(): Promise<number>;
  /** In the order in which they were added. */
  sent(): Promise<SentEntry[]>;
  addSent(entries: readonly SentEntry[]): Promise<void>;
  /** Removes those that were settled before an instant. */
  forgetSent(before: string): Promise<void>;
  clearSent(): Promise<void>;

  /** What lies under a key, whosesoever it is: forms ask by own-draft.ts. */
  forgetDraft(key: string): Promise<void>;
  draft(key: string): Promise<Draft | undefined>;
  keepDraft(draft: Draft): Promise<void>;
  get<Key extends keyof Meta>(key: Key): Promise<Meta[Key] | undefined>;
  set<Key extends keyof Meta>(key: Key, value: Meta[Key]): Promise<void>;
}

export interface LocalStore {
  /** Name of the store, one for each person: also the name of the lock that one syncer holds. */
  readonly name: string;
  read<T>(work: (tx: LocalTransaction) => Promise<T>): Promise<T>;
  write<T>(work: (tx: LocalTransaction) => Promise<T>): Promise<T>;
}
