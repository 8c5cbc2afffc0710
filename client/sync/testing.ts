// For tests of the engine: a product of one table, and a server for it that keeps the rules of the wire in memory.

import 'fake-indexeddb/auto';
import * as v from 'valibot';
import type { Domain } from '#shared/sync/domain.ts';
import { madeText } from '#shared/sync/made.ts';
import { type FieldEdits, fieldEdits, mergeFields } from '#shared/sync/merge.ts';
import { type Actor, mutation, parseMutation, runMutation } from '#shared/sync/mutation.ts';
import { type Outcome, PROTOCOL, type SyncRequest, type SyncResponse } from '#shared/sync/protocol.ts';
import { RowSet } from '#shared/sync/row-set.ts';
import { madeDigest } from '#shared/sync/signing.ts';
import { type SyncRow, text } from '#shared/sync/table.ts';
import { PersonDatabase } from './database.ts';
import { dexieStore } from './dexie-store.ts';
import { MemoryStore } from './memory-store.ts';
import type { AttentionItem, LocalStore } from './store.ts';
import type { SyncerPorts } from './syncer.ts';
import type { Failure, Transport } from './transport.ts';

export const actor: Actor = { id: 'me', tenant: 't', timeZone: 'Asia/Makassar', roles: [] };
const SCOPE = 'mine';
const fields = { text: v.string(), place: v.string() };
const note = (id: string) => ({ table: 'note', scope: SCOPE, id });

export const domain: Domain = {
  tables: { note: { columns: { text: text(), place: text() }, indexes: ['place'] } },
  referenceScope: () => 'all',
  ownScope: () => SCOPE,
  opens: () => false,
  mutations: {
    'note.write': mutation({
      version: 1,
      args: v.strictObject({ id: v.string(), ...fields }),
      writes: () => [SCOPE],
      reads: ({ id }) => [note(id)],
      decide: ({ args, rows }) =>
        rows.get('note', SCOPE, args.id)
          ? { result: 'refused', refusal: { code: 'already-exists' } }
          : { result: 'applied', changes: [{ ...note(args.id), row: { ...args, scope: SCOPE, version: 0 } }] },
    }),
    /** Writes a row without having asked for it, as a rule should not. */
    'note.claim': mutation({
      version: 1,
      args: v.strictObject({ id: v.string() }),
      writes: () => [SCOPE],
      reads: () => [],
      decide: ({ args, rows }) =>
        rows.get('note', SCOPE, args.id)
          ? { result: 'refused', refusal: { code: 'already-exists' } }
          : {
              result: 'applied',
              changes: [
                { ...note(args.id), row: { ...args, scope: SCOPE, version: 0, text: 'claimed', place: 'here' } },
              ],
            },
    }),
    /** Breaks on a row that it did not expect. */
    'note.fragile': mutation({
      version: 1,
      args: v.strictObject({ id: v.string() }),
      writes: () => [SCOPE],
      reads: ({ id }) => [note(id)],
      decide: ({ args, rows }) => {
        const row = rows.get('note', SCOPE, args.id);
        if (row?.place === 'harbour') throw new Error('no rule for the harbour');
        return { result: 'applied', changes: row ? [{ ...note(args.id), row: { ...row, text: 'touched' } }] : [] };
      },
    }),
    'note.edit': mutation({
      version: 1,
      args: v.strictObject({ id: v.string(), edits: fieldEdits(fields) }),
      writes: () => [SCOPE],
      reads: ({ id }) => [note(id)],
      decide: ({ args, rows }) => {
        const row = rows.get('note', SCOPE, args.id) as (SyncRow & { text: string; place: string }) | undefined;
        if (!row) return { result: 'refused', refusal: { code: 'not-found' } };
        const { text: words, place } = row;
        const { apply } = mergeFields(
          { text: words, place },
          args.edits as FieldEdits<{ text: string; place: string }>,
        );
        return { result: 'applied', changes: [{ ...note(args.id), row: { ...row, ...apply } }] };
      },
    }),
  },
};

/** A rule that breaks fails its test. */
export const failed = (error: unknown) => {
  throw error;
};

let made = 0;
/** A UUID that tells in which order it was made. */
export const newId = () => `00000000-0000-7000-8000-${String(++made).padStart(12, '0')}`;

/** What the server does with the next requests, before it goes on as usual. */
export type Mishap = Failure | 'answer' | 'answer-lost' | 'changes-come-later' | Empty;
/** Answers that leave more to do and bring nowhere: nothing at all, the same row again, or positions that go to and fro. */
type Empty = 'nothing' | 'the-same' | 'to-and-fro';

export class ToyServer implements Transport {
  rows = new Map<string, SyncRow>();
  log = new Map<string, { outcome: Outcome; device: string; seq: number }>();
  version = 0;
  scopes = [SCOPE];
  mishaps: Mishap[] = [];
  requests: SyncRequest[] = [];
  epoch = newId();
  /** Whether it leaves out what a device has made just so, see shared/sync/made.ts. */
  leavesOutMade = false;
  /** Rows in one answer. */
  page = Number.POSITIVE_INFINITY;
  /** The sequence number settled for each device. */
  settled = new Map<string, number>();

  async sync(request: SyncRequest) {
    this.requests.push(request);
    const mishap = this.mishaps.shift();
    const failed = (failure: Failure) => ({ ok: false as const, failure });
    if (typeof mishap === 'object') return failed(mishap);
    if (request.epoch !== null && request.epoch !== this.epoch) {
      return failed({ kind: 'new-epoch', epoch: this.epoch, spread: 0 });
    }
    if (mishap === 'nothing' || mishap === 'the-same' || mishap === 'to-and-fro') {
      return { ok: true as const, response: this.#nothing(request, mishap) };
    }
    if (!this.#inOrder(request)) return failed({ kind: 'device-forked' });
    const before = this.version;
    const outcomes = request.mutations.map((queued) => this.#apply(request.device, queued));
    if (mishap === 'answer-lost') return failed({ kind: 'unreachable' });
    const later = mishap === 'changes-come-later';
    const pulled = !request.continues;
    const { through: known = 0, rest } = request.known[SCOPE] ?? {};
    // A resumed page keeps its top: what moved above it since comes after it.
    const [top = this.version, mark = Number.POSITIVE_INFINITY] = rest?.split(' ').map(Number) ?? [];
    const wanted = [...this.rows.values()]
      .filter(({ version }) => version > known && version <= top && version < mark)
      .sort((a, b) => b.version - a.version);
    const moved = wanted.slice(0, this.page);
    const last = wanted.length > moved.length ? moved.at(-1) : undefined;
    const position = last ? { through: known, rest: `${top} ${last.version}` } : { through: top };
    const response: SyncResponse = {
      ...{
        protocol: PROTOCOL,
        now: '2026-11-24T02:00:00.000Z',
        lastSeq: this.settled.get(request.device) ?? 0,
        epoch: this.epoch,
        outcomes,
      },
      changes:
        later || !pulled || moved.length === 0 ? [] : [{ table: 'note', scope: SCOPE, rows: moved, removed: [] }],
      positions: Object.fromEntries(this.scopes.map((scope) => [scope, later ? { through: known } : position])),
      more: later || !pulled || last !== undefined || top < this.version,
      seal: pulled ? 'sealed' : null,
    };
    if (this.leavesOutMade && known === before && !rest && (await this.#isMade(request))) {
      const made = { changes: [], held: request.mutations.map(({ seq }) => seq), seal: 'sealed' };
      const positions = { [SCOPE]: { through: this.version } };
      return {
        ok: true as const,
        response: structuredClone({ ...response, ...made, positions, more: request.continues }),
      };
    }
    return { ok: true as const, response: structuredClone(response) };
  }

  /** Whether each mutation wrote one row, and made of it what is here. */
  async #isMade({ mutations }: SyncRequest): Promise<boolean> {
    const { note: spec } = domain.tables;
    for (const { args, made } of mutations) {
      const row = this.rows.get((args as { id: string }).id);
      if (!spec || !row || made?.length !== 1) return false;
      if (made[0] !== (await madeDigest(madeText(spec, { ...note(row.id), row })))) return false;
    }
    return mutations.length > 0;
  }

  /** An answer that says nothing of what it was asked. */
  #nothing({ known }: SyncRequest, empty: Empty): SyncResponse {
    const { epoch } = this;
    const row = { id: 'same', text: 'same', place: 'here', scope: SCOPE, version: 1 };
    const through = empty === 'to-and-fro' ? this.requests.length % 2 : known[SCOPE]?.through;
    const answer = {
      protocol: PROTOCOL,
      now: '2026-11-24T02:00:00.000Z',
      lastSeq: 0,
      epoch,
      outcomes: [],
      changes: empty === 'the-same' ? [{ table: 'note', scope: SCOPE, rows: [row], removed: [] }] : [],
    };
    const positions = through === undefined ? known : { [SCOPE]: { through } };
    return { ...answer, protocol: PROTOCOL, positions, more: true, seal: 'sealed' };
  }

  /** A change that somebody else makes. */
  put(row: { id: string; text: string; place: string }): void {
    this.version += 1;
    this.rows.set(row.id, { ...row, scope: SCOPE, version: this.version });
  }

  /** Whether each number is that of a mutation known by its id, or the next one. */
  #inOrder({ device, mutations }: SyncRequest): boolean {
    let expected = (this.settled.get(device) ?? 0) + 1;
    for (const { seq, id } of mutations) {
      if (!this.log.has(id) && seq !== expected) return false;
      expected = Math.max(expected, seq + 1);
    }
    return true;
  }

  #apply(device: string, queued: SyncRequest['mutations'][number]): Outcome {
    const { seq, id } = queued;
    const before = this.log.get(id);
    this.settled.set(device, Math.max(seq, this.settled.get(device) ?? 0));
    if (before) return { ...before.outcome, seq };
    const outcome = this.#decide(queued);
    this.log.set(id, { outcome, device, seq });
    return outcome;
  }

  #decide({ seq, id, ...queued }: SyncRequest['mutations'][number]): Outcome {
    const parsed = parseMutation(domain.mutations, { ...queued, args: queued.args });
    if (!parsed.ok) return { seq, id, result: 'refused', refusal: parsed.refusal };
    const rows = new RowSet();
    for (const row of this.rows.values()) rows.load('note', row);
    const decision = runMutation(parsed.spec, {
      args: parsed.args,
      rows,
      actor,
      at: queued.at,
      mutationId: id,
      failed,
    });
    if (decision.result === 'refused') return { seq, id, ...decision };
    this.version += 1;
    for (const { row } of decision.changes) if (row) this.rows.set(row.id, { ...row, version: this.version });
    return { seq, id, result: decision.result, versions: { [SCOPE]: this.version } };
  }
}

export interface TestStore {
  store: LocalStore;
  rows: () => Promise<SyncRow[]>;
  attention: () => Promise<AttentionItem[]>;
  /** Closes it and opens what it has stored. */
  reopened: () => TestStore;
}

/** The storages that must behave alike. */
export const STORES = {
  IndexedDB: () => indexedDbStore(newId()),
  memory: () => memoryStore(new MemoryStore(newId())),
};

function indexedDbStore(name: string): TestStore {
  const db = new PersonDatabase(name, domain.tables);
  return {
    store: dexieStore(db),
    rows: () => db.rows('note').toArray(),
    attention: () => db.attention.toArray(),
    reopened: () => {
      db.close();
      return indexedDbStore(name);
    },
  };
}

function memoryStore(store: MemoryStore): TestStore {
  return {
    store,
    rows: async () => [...store.state.rows.values()].map(({ row }) => row),
    attention: async () => [...store.state.attention.values()],
    reopened: () => {
      const next = new MemoryStore(store.name);
      next.state = store.state;
      return memoryStore(next);
    },
  };
}

export interface TestDevice extends TestStore {
  server: ToyServer;
  ports: SyncerPorts;
}

export function newDevice(kind: keyof typeof STORES, server = new ToyServer()): TestDevice {
  const stored = STORES[kind]();
  const { store } = stored;
  const ports: SyncerPorts = {
    ...{ store, domain, actor, newId, failed, transport: server, app: 'test', key: async () => null },
    now: () => new Date('2026-11-24T02:00:00.000Z'),
    random: () => 0.5,
    exclusively: (_name, work) => work(),
  };
  return { ...stored, server, ports };
}
