// The morning after an outage: 500 devices send 20 entries each, 64 at a time and then all at once. Ours with the engine's
// own signed and packed requests to a real server process, the peer's with one `_bulk_docs` a device, which is less than a
// replication does; and the limit, the same rows by multi-row INSERT, 20 a transaction, over 8 connections.

import { readFile } from 'node:fs/promises';
import { Agent, request as httpRequest } from 'node:http';
import { setTimeout as sleep } from 'node:timers/promises';
import { promisify } from 'node:util';
import { gzip } from 'node:zlib';
import { sql } from 'kysely';
import * as v from 'valibot';
import { dispatch } from '#client/sync/dispatch.ts';
import { newId } from '#client/sync/ids.ts';
import { MemoryStore } from '#client/sync/memory-store.ts';
import { type SyncerPorts, sync } from '#client/sync/syncer.ts';
import type { Answer } from '#client/sync/transport.ts';
import type { Db } from '#server/db/database.ts';
import { loadRows } from '#server/db/rows.ts';
import { domain } from '#shared/domain.ts';
import { type SyncRequest, SyncResponse } from '#shared/sync/protocol.ts';
import { keyOf } from '#shared/sync/row-set.ts';
import { deviceKeyOf, newKeyPair } from '#shared/sync/signing.ts';
import { ServerProcess } from '../e2e/support/server.ts';
import { entryOf } from './entries.ts';
import { type Figure, median, percentile, spread } from './measure.ts';
import { type Peer, startPeer } from './peer.ts';
import { addPeople, type BenchPerson } from './people.ts';

const DEVICES = 500;
const ENTRIES = 20;
const AT_ONCE = 64;
const RUNS = 3;
const TENANT = 'dishub-hsu';

/** One storm: how fast, how long a device waited in milliseconds, and how often one was told to come back later. */
interface Storm {
  perSecond: number;
  waits: number[];
  busy: number;
}

export async function storm(): Promise<Figure[]> {
  const server = await ServerProcess.create({ DATABASE_TIMEOUT: '60' });
  const peer = await startPeer();
  try {
    const db = await server.database(8);
    const people = await addPeople(db, 'storm', DEVICES);
    await sql`create table bare (like activity including all)`.execute(db);
    await sql`analyze`.execute(db);
    const devices = await devicesOf(db, people);
    const wire = new Wire(server.origin);
    // A device in use: it has been heard of, and has sent before.
    await ourStorm(wire, devices, { atOnce: 16, entries: 1 });
    const ours: Storm[] = [];
    const theirs: Storm[] = [];
    const inserts: number[] = [];
    const processor = await processorTime(server);
    for (let run = 0; run < RUNS; run += 1) {
      ours.push(await ourStorm(wire, devices, { atOnce: AT_ONCE, entries: ENTRIES }));
      theirs.push(await peerStorm(peer, run));
      inserts.push(await bareInserts(db));
    }
    const spent = ((await processorTime(server)) - processor) / RUNS;
    const memory = await peakMemory(server);
    const allAtOnce = await ourStorm(wire, devices, { atOnce: DEVICES, entries: ENTRIES });
    wire.close();
    return figures({ ours, theirs, inserts, allAtOnce, spent, memory });
  } finally {
    await peer.stop();
    await server.stop();
  }
}

interface Measured {
  ours: Storm[];
  theirs: Storm[];
  inserts: number[];
  allAtOnce: Storm;
  /** Seconds of the server's processor in one storm. */
  spent: number;
  /** Megabytes. */
  memory: number;
}

function figures({ ours, theirs, inserts, allAtOnce, spent, memory }: Measured): Figure[] {
  const speeds = (storms: Storm[]) => storms.map(({ perSecond }) => perSecond);
  const p99 = (storms: Storm[]) =>
    spread(
      storms.map(({ waits }) => percentile(waits, 0.99)),
      0,
    );
  const [own, peers, limit] = [median(speeds(ours)), median(speeds(theirs)), median(inserts)];
  const share = (part: number, whole: number) => `${((100 * part) / whole).toFixed(0)} %`;
  return [
    {
      what: `storm: ${DEVICES} devices x ${ENTRIES} entries, ${AT_ONCE} at a time, entries/s: median (min–max) of ${RUNS}`,
      measured: `${spread(speeds(ours), 0)}, p99 ${p99(ours)} ms`,
      against: `PouchDB: ${spread(speeds(theirs), 0)}, p99 ${p99(theirs)} ms; ours ${(own / peers).toFixed(2)}x, goal ≥ 1.5x`,
      holds: own >= 1.5 * peers,
    },
    {
      what: 'the same, of what a raw INSERT does',
      measured: share(own, limit),
      against: `raw INSERT: ${spread(inserts, 0)} rows/s; goal ≥ 20 %`,
      holds: own >= 0.2 * limit,
    },
    {
      what: `the same, all ${DEVICES} at once, entries/s`,
      measured: `${allAtOnce.perSecond.toFixed(0)}, p99 ${percentile(allAtOnce.waits, 0.99).toFixed(0)} ms, told busy ${allAtOnce.busy} times`,
      against: `${share(allAtOnce.perSecond, own)} of the peak, goal ≥ 80 %`,
      holds: allAtOnce.perSecond >= 0.8 * own,
    },
    {
      what: 'the server in one such storm',
      measured: `${spent.toFixed(1)} s of its processor, peak memory ${memory.toFixed(0)} MB`,
      against: `${((1000 * spent) / DEVICES).toFixed(1)} ms a request of ${ENTRIES}`,
    },
  ];
}

interface StormDevice {
  person: BenchPerson;
  memory: MemoryStore;
  ports: SyncerPorts;
  /** Set while a request is taken down instead of sent. */
  taken: SyncRequest | null;
  /** What the server answered to it, taken in by the engine at the next sync. */
  answer: Answer | null;
}

/** Engines that hold the plan and are up to date with everything else, as after a sync. */
async function devicesOf(db: Db, people: readonly BenchPerson[]): Promise<StormDevice[]> {
  const key = await deviceKeyOf(await newKeyPair());
  const { rows: agencies } = await sql<{ epoch: string }>`select epoch from agency where id = ${TENANT}`.execute(db);
  const { rows: heads } = await sql<{ id: string; version: number; stamp: string }>`
    select id, version, stamp from scope where agency_id = ${TENANT}`.execute(db);
  const headOf = new Map(heads.map(({ id, version, stamp }) => [id, { through: version, stamp }]));
  const supervisors = await sql<{ id: string; supervisor: string }>`
    select employee_id as id, supervisor_id as supervisor from assignment
    where agency_id = ${TENANT} and not deleted`.execute(db);
  const supervisorOf = new Map(supervisors.rows.map(({ id, supervisor }) => [id, supervisor]));
  const devices: StormDevice[] = [];
  for (const person of people) {
    const plan = await loadRows(db, domain.tables, TENANT, [
      ...(['skp', 'result'] as const).map((table) => ({ table, scope: `p:${person.id}`, all: true as const })),
    ]);
    const memory = new MemoryStore(person.id);
    for (const { table, row } of plan) {
      memory.state.rows.set(keyOf({ table, ...row }), { table, row });
    }
    const seen = [`a:${TENANT}`, `p:${person.id}`, `w:${person.id}`, `p:${supervisorOf.get(person.id)}`];
    const positions = Object.fromEntries(seen.map((scope) => [scope, headOf.get(scope) ?? { through: 0 }]));
    memory.state.meta.set('positions', positions);
    memory.state.meta.set('epoch', agencies[0]?.epoch);
    memory.state.meta.set('complete', true);
    const device: StormDevice = { person, memory, taken: null, answer: null, ports: null as never };
    device.ports = {
      ...{ store: memory, domain, newId, app: 'bench', random: Math.random, now: () => new Date() },
      failed: console.error,
      key: async () => key,
      actor: { id: person.id, tenant: TENANT, timeZone: 'Asia/Makassar', roles: [] },
      exclusively: (_name, work) => work(),
      transport: {
        sync: async (request) => {
          device.taken = request;
          return device.answer ?? { ok: false, failure: { kind: 'unreachable' } };
        },
      },
    };
    devices.push(device);
  }
  return devices;
}

/** Logs entries on every device, then sends them all, so many at a time. */
async function ourStorm(
  wire: Wire,
  devices: readonly StormDevice[],
  { atOnce, entries }: { atOnce: number; entries: number },
): Promise<Storm> {
  const pack = promisify(gzip);
  const requests: { device: StormDevice; body: Buffer }[] = [];
  for (const device of devices) {
    await log(device, entries);
    device.answer = null;
    await sync(device.ports);
    requests.push({ device, body: await pack(JSON.stringify(device.taken)) });
  }
  const [waits, answers] = [[] as number[], new Map<StormDevice, SyncResponse>()];
  let busy = 0;
  const began = performance.now();
  await each(requests, atOnce, async ({ device, body }) => {
    const asked = performance.now();
    for (;;) {
      const { status, text, retryAfter } = await wire.post('/api/sync', body, {
        cookie: device.person.cookie,
        'content-encoding': 'gzip',
      });
      if (status === 200) {
        answers.set(device, v.parse(SyncResponse, JSON.parse(text)));
        break;
      }
      if (status !== 503) throw new Error(`${status} ${text}`);
      busy += 1;
      await sleep(retryAfter * 1000 * (1 + Math.random()));
    }
    waits.push(performance.now() - asked);
  });
  const seconds = (performance.now() - began) / 1000;
  for (const [device, response] of answers) {
    if (response.outcomes.some(({ result }) => result !== 'applied')) throw new Error('not everything was applied');
    device.answer = { ok: true, response };
    const { kind } = await sync(device.ports);
    if (kind !== 'settled') throw new Error(`a device ended ${kind}`);
  }
  return { perSecond: (devices.length * entries) / seconds, waits, busy };
}

let entry = 0;

async function log({ memory, ports }: StormDevice, entries: number): Promise<void> {
  const result = [...memory.state.rows.values()].find(({ table }) => table === 'result');
  const today = new Date(Date.now() + 8 * 3_600_000).toISOString().slice(0, 10);
  const calls = Array.from({ length: entries }, () => ({
    name: 'activity.log',
    args: { id: newId(), resultId: result?.row?.id, date: today, ...entryOf((entry += 1)) },
  }));
  const done = await dispatch(ports, calls);
  if (!done.ok) throw new Error(`a device refused: ${JSON.stringify(done.refusal)}`);
}

async function peerStorm(peer: Peer, run: number): Promise<Storm> {
  const wire = new Wire(peer.origin);
  const path = `/storm${run}`;
  await wire.post(path, Buffer.from(''), {}, 'PUT');
  const bodies = Array.from({ length: DEVICES }, () =>
    Buffer.from(JSON.stringify({ docs: Array.from({ length: ENTRIES }, () => document((entry += 1))) })),
  );
  const waits: number[] = [];
  const began = performance.now();
  await each(bodies, AT_ONCE, async (body) => {
    const asked = performance.now();
    const { status, text } = await wire.post(`${path}/_bulk_docs`, body, {});
    if (status !== 201) throw new Error(`the peer answers ${status} ${text}`);
    waits.push(performance.now() - asked);
  });
  const seconds = (performance.now() - began) / 1000;
  wire.close();
  return { perSecond: (DEVICES * ENTRIES) / seconds, waits, busy: 0 };
}

function document(seed: number) {
  const { time, output, ...texts } = entryOf(seed);
  const of = { owner: 'penguji-1', date: '2026-11-24', result: 'uji', status: 'draft', evidence: [] };
  return { _id: newId(), ...of, ...texts, ...time, ...output };
}

/** Rows a second. */
async function bareInserts(db: Db): Promise<number> {
  const { rows } = await sql<{ row: object }>`select to_jsonb(a) as row from activity a limit 1`.execute(db);
  const batches = Array.from({ length: DEVICES }, () =>
    JSON.stringify(
      Array.from({ length: ENTRIES }, () => {
        const { title, description } = entryOf((entry += 1));
        return { ...rows[0]?.row, id: newId(), title, description };
      }),
    ),
  );
  const began = performance.now();
  await each(batches, 8, (text) =>
    db
      .transaction()
      .execute((tx) =>
        sql`insert into bare select * from jsonb_populate_recordset(null::bare, ${text}::jsonb)`.execute(tx),
      ),
  );
  return (DEVICES * ENTRIES) / ((performance.now() - began) / 1000);
}

/** Does the work for each item, so many at a time, in order. */
async function each<Item>(items: readonly Item[], atOnce: number, work: (item: Item) => Promise<unknown>) {
  const left = items.values();
  await Promise.all(
    Array.from({ length: atOnce }, async () => {
      for (const item of left) await work(item);
    }),
  );
}

/** Seconds that a process has worked, as Linux counts them. */
async function processorTime({ pid }: ServerProcess): Promise<number> {
  const fields = (await readFile(`/proc/${pid}/stat`, 'utf8')).split(') ')[1]?.split(' ') ?? [];
  return (Number(fields[11]) + Number(fields[12])) / TICKS_A_SECOND;
}

const TICKS_A_SECOND = 100;

/** The most memory that a process has had, in megabytes. */
async function peakMemory({ pid }: ServerProcess): Promise<number> {
  const kilobytes = /VmHWM:\s+(\d+)/.exec(await readFile(`/proc/${pid}/status`, 'utf8'))?.[1];
  return Number(kilobytes) / 1024;
}

interface WireAnswer {
  status: number;
  text: string;
  /** Seconds. */
  retryAfter: number;
}

/** Requests over connections that stay open. */
class Wire {
  #agent = new Agent({ keepAlive: true });
  #origin: string;

  constructor(origin: string) {
    this.#origin = origin;
  }

  post(path: string, body: Buffer, headers: Record<string, string>, method = 'POST'): Promise<WireAnswer> {
    return new Promise((done, failed) => {
      const request = httpRequest(
        this.#origin + path,
        {
          method,
          agent: this.#agent,
          headers: { 'content-type': 'application/json', 'content-length': body.length, ...headers },
        },
        (response) => {
          const parts: Buffer[] = [];
          response.on('data', (part: Buffer) => parts.push(part));
          response.on('end', () =>
            done({
              status: response.statusCode ?? 0,
              text: Buffer.concat(parts).toString(),
              retryAfter: Number(response.headers['retry-after']) || 0,
            }),
          );
          response.on('error', failed);
        },
      );
      request.on('error', failed);
      request.end(body);
    });
  }

  close(): void {
    this.#agent.destroy();
  }
}
