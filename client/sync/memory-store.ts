// The storage port in memory, for simulations: transactions hold or fall as a whole, one after the other, and what was
// committed outlives the process that wrote it. Must behave as dexie-store.ts does; both pass the same tests.

import { isNamedBy, keyOf } from '#shared/sync/row-set.ts';
import type { SyncRow } from '#shared/sync/table.ts';
import type { AttentionItem, BaseRow, LocalStore, LocalTransaction, Meta, OutboxEntry, SentEntry } from './store.ts';

export interface MemoryState {
  rows: Map<string, { table: string; row: SyncRow }>;
  base: Map<string, BaseRow>;
  outbox: Map<number, OutboxEntry>;
  attention: Map<string, AttentionItem>;
  sent: Map<string, SentEntry>;
  meta: Map<string, unknown>;
  /** The scope of each row that has arrived anew, by its key. */
  arrived: Map<string, string>;
}

/** What can happen to a storage. */
export interface Mishaps {
  /** Called between any two storage operations of a writing transaction; throwing there is the process being killed. */
  interrupt?: () => void;
  /** Asked after each commit: whether its connection breaks, so that it is repeated as dexie-store.ts does. */
  connectionLost?: () => boolean;
}

const copy = (state: MemoryState): MemoryState => ({
  rows: new Map(state.rows),
  base: new Map(state.base),
  outbox: new Map(state.outbox),
  attention: new Map(state.attention),
  sent: new Map(state.sent),
  meta: new Map(state.meta),
  arrived: new Map(state.arrived),
});

const inOrder = (entries: Iterable<OutboxEntry>) => [...entries].sort((a, b) => a.seq - b.seq);

export class MemoryStore implements LocalStore {
  readonly name: string;
  state: MemoryState = {
    rows: new Map(),
    base: new Map(),
    outbox: new Map(),
    attention: new Map(),
    sent: new Map(),
    meta: new Map(),
    arrived: new Map(),
  };
  #interrupt: () => void;
  #connectionLost: () => boolean;
  #last: Promise<unknown> = Promise.resolve();

  constructor(name: string, { interrupt = () => undefined, connectionLost = () => false }: Mishaps = {}) {
    this.name = name;
    this.#interrupt = interrupt;
    this.#connectionLost = connectionLost;
  }

  read<T>(work: (tx: LocalTransaction) => Promise<T>): Promise<T> {
    return this.#inTurn(() => work(transactionOn(this.state, () => undefined)));
  }

  write<T>(work: (tx: LocalTransaction) => Promise<T>): Promise<T> {
    const once = async () => {
      const draft = copy(this.state);
      const result = await work(transactionOn(draft, this.#interrupt));
      this.#interrupt();
      this.state = draft;
      return result;
    };
    return this.#inTurn(async () => {
      const result = await once();
      return this.#connectionLost() ? once() : result;
    });
  }

  #inTurn<T>(work: () => Promise<T>): Promise<T> {
    const turn = this.#last.then(work);
    this.#last = turn.catch(() => undefined);
    return turn;
  }
}

function transactionOn(state: MemoryState, interrupt: () => void): LocalTransaction {
  const { rows, base, outbox, attention, sent, meta, arrived } = state;
  return {
    async loadRows(reads) {
      const found = new Map<string, { table: string; row: SyncRow }>();
      for (const read of reads) {
        if ('id' in read) {
          const held = rows.get(keyOf(read));
          if (held) found.set(keyOf(read), held);
          continue;
        }
        for (const [key, held] of rows) {
          const { table, row } = held;
          if (table === read.table && row.scope === read.scope && isNamedBy(read, row)) found.set(key, held);
        }
      }
      return structuredClone([...found.values()]);
    },
    async writeRows(changes) {
      for (const change of changes) {
        interrupt();
        const { table, row } = change;
        if (row) rows.set(keyOf(change), { table, row: structuredClone(row) });
        else rows.delete(keyOf(change));
      }
    },
    async dropScope(scope) {
      interrupt();
      for (const [key, { row }] of rows) if (row.scope === scope) rows.delete(key);
    },
    async noteArrived(noted) {
      interrupt();
      for (const row of noted) arrived.set(keyOf(row), row.scope);
    },
    async dropNotArrived(scope) {
      interrupt();
      for (const [key, { row }] of rows) if (row.scope === scope && !arrived.has(key)) rows.delete(key);
      for (const [key, of] of arrived) if (of === scope) arrived.delete(key);
    },
    async forgetArrived(scopes) {
      interrupt();
      for (const [key, of] of arrived) if (scopes.includes(of)) arrived.delete(key);
    },
    base: async () => structuredClone([...base.values()]),
    hasBase: async (keys) => keys.map((key) => base.has(key)),
    async removeBase(keys) {
      interrupt();
      for (const key of keys) base.delete(key);
    },
    baseOf: async (keys) => structuredClone(keys.flatMap((key) => base.get(key) ?? [])),
    async addBase(added) {
      interrupt();
      for (const row of added) base.set(row.key, structuredClone(row));
    },
    async clearBase() {
      interrupt();
      base.clear();
    },
    outbox: async () => structuredClone(inOrder(outbox.values())),
    outboxAfter: async (after, most) =>
      structuredClone(
        inOrder(outbox.values())
          .filter(({ seq }) => seq > after)
          .slice(0, most),
      ),
    countAfter: async (after) => [...outbox.keys()].filter((seq) => seq > after).length,
    async findActs(ids) {
      const all = [...outbox.values(), ...attention.values(), ...sent.values()];
      return structuredClone(all.filter(({ id }) => ids.includes(id)));
    },
    async putOutbox(entries) {
      interrupt();
      const numbers = new Map([...outbox.values()].map(({ id, seq }) => [id, seq]));
      for (const entry of entries) {
        const { id, seq } = entry;
        if ((numbers.get(id) ?? seq) !== seq) throw new Error(`the queue holds ${id} already`);
        outbox.set(seq, structuredClone(entry));
      }
    },
    async removeOutbox(seqs) {
      interrupt();
      for (const seq of seqs) outbox.delete(seq);
    },
    async addAttention(items) {
      interrupt();
      for (const item of items) attention.set(item.id, structuredClone(item));
    },
    countAttention: async () => attention.size,
    sent: async () => structuredClone([...sent.values()]),
    async addSent(entries) {
      interrupt();
      for (const entry of entries) sent.set(entry.id, structuredClone(entry));
    },
    async forgetSent(before) {
      interrupt();
      for (const [id, { settledAt }] of sent) if (settledAt < before) sent.delete(id);
    },
    async clearSent() {
      interrupt();
      sent.clear();
    },
    // Simulated people type no forms.
    forgetDraft: async () => undefined,
    draft: async () => undefined,
    keepDraft: async () => undefined,
    get: async (key) => structuredClone(meta.get(key)) as never,
    async set(key: keyof Meta, value) {
      interrupt();
      meta.set(key, structuredClone(value));
    },
  };
}
