// Runs in the browser: the engine of the app on IndexedDB, and PouchDB beside it, each against its own server.

import { dexieStore, newId, PersonDatabase } from '#client/sync/index.ts';
import { dispatch, httpTransport, sync } from '#client/sync/running.ts';
import type { SyncerPorts } from '#client/sync/syncer.ts';
import { domain } from '#shared/domain.ts';
import { deviceKeyOf, newKeyPair } from '#shared/sync/signing.ts';
import type { Activity } from '#shared/work/tables.ts';
import { entryOf } from '../entries.ts';

const dateToday = () => new Date(Date.now() + 8 * 3_600_000).toISOString().slice(0, 10);

interface Opened {
  db: PersonDatabase;
  ports: SyncerPorts;
  /** When each request was asked, milliseconds. */
  asked: number[];
}

let opened: Opened | null = null;

function here(): Opened {
  if (!opened) throw new Error('no device is open');
  return opened;
}

/** A device of a person that knows nothing yet. */
async function open(person: string): Promise<void> {
  const db = new PersonDatabase(`bench ${person} ${newId()}`, domain.tables);
  const key = await deviceKeyOf(await newKeyPair());
  const asked: number[] = [];
  const wire = httpTransport((path, init) => {
    asked.push(performance.now());
    return fetch(path, init);
  });
  const ports: SyncerPorts = {
    ...{ store: dexieStore(db), domain, newId, app: 'bench', random: Math.random, now: () => new Date() },
    actor: { id: person, tenant: 'dishub-hsu', timeZone: 'Asia/Makassar', roles: [] },
    ...{ transport: wire, failed: console.error, key: async () => key, exclusively: (_name, work) => work() },
  };
  opened = { db, ports, asked };
}

/** Milliseconds until everything is there, and until the first page was (the second was asked for). */
async function synced(): Promise<{ all: number; first: number }> {
  const { ports, asked } = here();
  asked.length = 0;
  const began = performance.now();
  const status = await sync(ports);
  const ended = performance.now();
  if (status.kind !== 'settled') throw new Error(`ended ${status.kind}`);
  return { all: ended - began, first: (asked[1] ?? ended) - began };
}

let seed = 0;

async function saved(calls: { name: string; args: unknown }[]): Promise<number> {
  const began = performance.now();
  const done = await dispatch(here().ports, calls);
  if (!done.ok) throw new Error(`refused: ${JSON.stringify(done.refusal)}`);
  return performance.now() - began;
}

/** Logs entries one by one; milliseconds of each. */
async function log(entries: number): Promise<number[]> {
  const [result] = await here().db.rows('result').limit(1).toArray();
  const times: number[] = [];
  for (let n = 0; n < entries; n += 1) {
    const args = { id: newId(), resultId: result?.id, date: dateToday(), ...entryOf((seed += 1)) };
    times.push(await saved([{ name: 'activity.log', args }]));
  }
  return times;
}

/** Edits entries that the server has. */
async function edit(entries: number): Promise<void> {
  const rows = await here()
    .db.rows<Activity>('activity')
    .filter(({ version, state }) => version > 0 && state === 'draft')
    .limit(entries)
    .toArray();
  if (rows.length < entries) throw new Error('there is too little to edit');
  for (const { id, title } of rows) {
    const edits = { title: { from: title, to: entryOf((seed += 1)).title } };
    await saved([{ name: 'activity.edit', args: { id, edits } }]);
  }
}

async function close(): Promise<void> {
  await here().db.delete();
  opened = null;
}

/** What is used of PouchDB, whose script the page loads. */
interface Pouch {
  bulkDocs(docs: object[]): Promise<unknown>;
  allDocs(options: object): Promise<{ rows: { doc: { _id: string } }[] }>;
  destroy(): Promise<unknown>;
  replicate: { to(url: string): Promise<unknown>; from(url: string): Promise<unknown> };
}
declare const PouchDB: new (name: string) => Pouch;

let pouch: Pouch | null = null;

function pouchHere(): Pouch {
  if (!pouch) throw new Error('no peer is open');
  return pouch;
}

const document = () => {
  const { time, output, ...texts } = entryOf((seed += 1));
  const of = { owner: 'penguji-1', date: dateToday(), result: 'uji', status: 'draft', evidence: [] };
  return { _id: newId(), ...of, ...texts, ...time, ...output };
};

const peer = {
  open: async () => {
    pouch = new PouchDB(`peer ${newId()}`);
  },
  add: async (count: number) => {
    await pouchHere().bulkDocs(Array.from({ length: count }, document));
  },
  edit: async (count: number) => {
    const { rows } = await pouchHere().allDocs({ limit: count, include_docs: true });
    await pouchHere().bulkDocs(rows.map(({ doc }) => ({ ...doc, title: entryOf((seed += 1)).title })));
  },
  to: async (name: string) => {
    const began = performance.now();
    await pouchHere().replicate.to(`${location.origin}/peer/${name}`);
    return performance.now() - began;
  },
  from: async (name: string) => {
    const began = performance.now();
    await pouchHere().replicate.from(`${location.origin}/peer/${name}`);
    return performance.now() - began;
  },
  close: async () => {
    await pouchHere().destroy();
    pouch = null;
  },
};

export const device = { open, synced, log, edit, close, peer };

Object.assign(globalThis, { device });
