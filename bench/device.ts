// One device in a real browser against a real server process: a week offline, first syncs, long queues, and nothing new.
// Beside it PouchDB in the same browser against its own server, and what the content alone comes to when it is packed.
// Bytes are those of bodies as they travel, counted between browser and servers.

import { once } from 'node:events';
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { createServer, request as httpRequest, type Server } from 'node:http';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { brotliCompressSync, gzipSync } from 'node:zlib';
import { chromium, type Page } from '@playwright/test';
import { sql } from 'kysely';
import { build } from 'vite';
import type { Db } from '#server/db/database.ts';
import { launchOptions } from '../e2e/support/browser.ts';
import { ServerProcess } from '../e2e/support/server.ts';
import type { device as DevicePage } from './device-page/page.ts';
import { entryOf } from './entries.ts';
import { type Figure, median, spread } from './measure.ts';
import { PEER, startPeer } from './peer.ts';
import { addEntries, addPeople, type BenchPerson } from './people.ts';

const PAGE = resolve(import.meta.dirname, 'device-page');
const RUNS = 3;
const WEEK = { logged: 60, edited: 20 };
const YEARS = 6000;
const PEOPLE = 5000;
const QUEUES = [
  { length: 600, goal: 600 },
  { length: 3000, goal: 3000 },
];

interface Bench {
  page: Page;
  db: Db;
  wire: CountingWire;
  people: BenchPerson[];
}

export async function device(): Promise<Figure[]> {
  const server = await ServerProcess.create({ DATABASE_TIMEOUT: '60' });
  const peer = await startPeer();
  const outDir = await mkdtemp(join(tmpdir(), 'kerjaku-bench-page-'));
  await build({ root: PAGE, configFile: false, logLevel: 'error', build: { outDir, target: 'es2023' } });
  const wire = await CountingWire.open({ outDir, app: server.origin, peer: peer.origin });
  const browser = await chromium.launch(launchOptions());
  try {
    const db = await server.database();
    const people = await addPeople(db, 'device', 10);
    const page = await browser.newPage();
    await page.goto(wire.origin);
    await page.waitForFunction(() => 'device' in globalThis);
    const bench = { page, db, wire, people };
    const figures = [...(await week(bench)), ...(await years(bench)), ...(await queues(bench))];
    return [...figures, ...(await largeAgency(bench))];
  } finally {
    await browser.close();
    wire.close();
    await peer.stop();
    await server.stop();
    await rm(outDir, { recursive: true, force: true });
  }
}

/** Calls what the page offers. */
function on<Name extends Exclude<keyof typeof DevicePage, 'peer'>>(
  { page }: Bench,
  name: Name,
  argument?: Parameters<(typeof DevicePage)[Name]>[0],
): Promise<Awaited<ReturnType<(typeof DevicePage)[Name]>>> {
  return page.evaluate(
    ([what, value]) =>
      (globalThis as never as { device: Record<string, (given: unknown) => never> }).device[what]?.(value),
    [name, argument] as const,
  ) as never;
}

function onPeer<Name extends keyof typeof DevicePage.peer>(
  { page }: Bench,
  name: Name,
  argument?: Parameters<(typeof DevicePage.peer)[Name]>[0],
): Promise<Awaited<ReturnType<(typeof DevicePage.peer)[Name]>>> {
  return page.evaluate(
    ([what, value]) =>
      (globalThis as never as { device: { peer: Record<string, (given: unknown) => never> } }).device.peer[what]?.(
        value,
      ),
    [name, argument] as const,
  ) as never;
}

function personOf({ people, wire }: Bench, index: number): string {
  const person = people[index];
  if (!person) throw new Error(`there is no person ${index}`);
  wire.cookie = person.cookie;
  return person.id;
}

const bytes = (values: readonly number[]) => `${(median(values) / 1000).toFixed(1)} kB`;

async function week(bench: Bench): Promise<Figure[]> {
  const { wire } = bench;
  const ours = { time: [] as number[], up: [] as number[], down: [] as number[], requests: [] as number[] };
  const theirs = { time: [] as number[], up: [] as number[], down: [] as number[], requests: [] as number[] };
  const idle: number[] = [];
  const person = personOf(bench, 0);
  const note = (into: typeof ours, time: number) => {
    const { up, down, requests } = wire.counted();
    for (const [list, value] of [
      [into.time, time],
      [into.up, up],
      [into.down, down],
      [into.requests, requests],
    ] as const) {
      list.push(value);
    }
  };
  for (let run = 0; run < RUNS; run += 1) {
    await on(bench, 'open', person);
    await on(bench, 'synced');
    await on(bench, 'log', WEEK.edited);
    await on(bench, 'synced');
    await on(bench, 'log', WEEK.logged);
    await on(bench, 'edit', WEEK.edited);
    wire.count();
    note(ours, (await on(bench, 'synced')).all);
    for (let again = 0; again < 3; again += 1) idle.push((await on(bench, 'synced')).all);
    await on(bench, 'close');
    await onPeer(bench, 'open');
    await onPeer(bench, 'add', WEEK.edited + 10);
    await onPeer(bench, 'to', `week${run}`);
    await onPeer(bench, 'add', WEEK.logged);
    await onPeer(bench, 'edit', WEEK.edited);
    wire.count();
    note(theirs, await onPeer(bench, 'to', `week${run}`));
    await onPeer(bench, 'close');
  }
  const content = JSON.stringify(Array.from({ length: WEEK.logged }, (_, n) => entryOf(n)));
  const [time, down] = [median(ours.time), median(ours.down)];
  return [
    {
      what: `a week offline (${WEEK.logged} new, ${WEEK.edited} edits), ms: median (min–max) of ${RUNS}`,
      measured: `${spread(ours.time, 0)}; ${median(ours.requests)} request`,
      against: `PouchDB: ${spread(theirs.time, 0)}, ${median(theirs.requests)} requests; goal ≤ 60`,
      holds: time <= 60,
    },
    {
      what: 'the same, bytes up / down',
      measured: `${bytes(ours.up)} / ${bytes(ours.down)}`,
      against: `PouchDB: ${bytes(theirs.up)} / ${bytes(theirs.down)}; gzip of the entries: ${bytes([gzipSync(content).length])}; goal down ≤ 2 kB`,
      holds: down <= 2000,
    },
    {
      what: 'nothing new, ms',
      measured: spread(idle, 0),
      against: 'goal ≤ 10',
      holds: median(idle) <= 10,
    },
  ];
}

async function years(bench: Bench): Promise<Figure[]> {
  const { wire, db } = bench;
  const person = personOf(bench, 1);
  const texts = Array.from({ length: YEARS }, (_, n) => entryOf(n));
  await addEntries(db, person, texts);
  await onPeer(bench, 'open');
  await onPeer(bench, 'add', YEARS);
  await onPeer(bench, 'to', 'years');
  await onPeer(bench, 'close');
  const ours = { all: [] as number[], first: [] as number[], down: [] as number[], requests: [] as number[] };
  const theirs = { all: [] as number[], down: [] as number[] };
  for (let run = 0; run < RUNS; run += 1) {
    await on(bench, 'open', person);
    wire.count();
    const { all, first } = await on(bench, 'synced');
    const { down, requests } = wire.counted();
    ours.all.push(all);
    ours.first.push(first);
    ours.down.push(down);
    ours.requests.push(requests);
    await on(bench, 'close');
    await onPeer(bench, 'open');
    wire.count();
    theirs.all.push(await onPeer(bench, 'from', 'years'));
    theirs.down.push(wire.counted().down);
    await onPeer(bench, 'close');
  }
  const packed = brotliCompressSync(JSON.stringify(texts)).length;
  const [own, peer, first] = [median(ours.all), median(theirs.all), median(ours.first)];
  return [
    {
      what: `first sync of ${YEARS} entries, ms: median (min–max) of ${RUNS}`,
      measured: `${spread(ours.all, 0)}; ${bytes(ours.down)} in ${median(ours.requests)} requests`,
      against: `PouchDB: ${spread(theirs.all, 0)}, ${bytes(theirs.down)}; brotli of the entries: ${bytes([packed])}; ours ${(peer / own).toFixed(1)}x, goal ≥ 5x`,
      holds: peer >= 5 * own,
    },
    {
      what: 'its first page, ms',
      measured: spread(ours.first, 0),
      against: `PouchDB shows nothing before the end; ours ${(peer / first).toFixed(1)}x sooner, goal ≥ 15x`,
      holds: peer >= 15 * first,
    },
  ];
}

async function queues(bench: Bench): Promise<Figure[]> {
  const figures: Figure[] = [];
  for (const [index, { length, goal }] of QUEUES.entries()) {
    await on(bench, 'open', personOf(bench, 2 + index));
    await on(bench, 'synced');
    const logged = await on(bench, 'log', length);
    const { all } = await on(bench, 'synced');
    await on(bench, 'close');
    figures.push({
      what: `a queue of ${length} goes up, ms`,
      measured: all.toFixed(0),
      against: `logging one: ${median(logged).toFixed(1)} ms; goal ≤ ${goal}`,
      holds: all <= goal,
    });
  }
  return figures;
}

async function largeAgency(bench: Bench): Promise<Figure[]> {
  const { db, wire } = bench;
  await addPeople(db, 'many', PEOPLE);
  await sql`update scope set version = version + 1 where id like 'a:%'`.execute(db);
  await sql`analyze`.execute(db);
  const [all, first, down, requests] = [[], [], [], []] as number[][];
  for (let run = 0; run < RUNS; run += 1) {
    await on(bench, 'open', personOf(bench, 4));
    wire.count();
    const taken = await on(bench, 'synced');
    const counted = wire.counted();
    all?.push(taken.all);
    first?.push(taken.first);
    down?.push(counted.down);
    requests?.push(counted.requests);
    await on(bench, 'close');
  }
  const [whole, page, size] = [all ?? [], first ?? [], down ?? []];
  return [
    {
      what: `first sync of an employee of an agency of ${PEOPLE + 36} in a browser, ms: median (min–max) of ${RUNS}`,
      measured: `${spread(whole, 0)}; first page ${spread(page, 0)}; ${bytes(size)} in ${median(requests ?? [])} requests`,
      against: 'goal ≤ 1,500, first page ≤ 300, ≤ 60 kB',
      holds: median(whole) <= 1500 && median(page) <= 300 && median(size) <= 60_000,
    },
  ];
}

/** Serves the page, passes the rest on to the two servers, and counts what the bodies weigh on the way. */
class CountingWire {
  /** Of the person whose device the browser is. */
  cookie = '';
  readonly origin: string;
  #server: Server;
  #counted = { up: 0, down: 0, requests: 0 };

  private constructor(server: Server, origin: string) {
    this.#server = server;
    this.origin = origin;
  }

  static async open({ outDir, app, peer }: { outDir: string; app: string; peer: string }): Promise<CountingWire> {
    const server = createServer((request, response) => {
      const path = request.url ?? '/';
      const to = path.startsWith('/peer/')
        ? peer + path.slice('/peer'.length)
        : path.startsWith('/api/')
          ? app + path
          : null;
      if (!to) {
        const file =
          path === '/pouchdb.js'
            ? join(PEER, 'node_modules/pouchdb/dist/pouchdb.min.js')
            : join(outDir, path === '/' ? 'index.html' : path);
        const type = path.endsWith('.js') ? 'text/javascript' : 'text/html';
        readFile(file).then(
          (content) => response.setHeader('content-type', type).end(content),
          () => response.writeHead(404).end(),
        );
        return;
      }
      wire.#counted.requests += 1;
      const headers = { ...request.headers, cookie: wire.cookie };
      const passed = httpRequest(to, { method: request.method ?? 'GET', headers }, (answer) => {
        response.writeHead(answer.statusCode ?? 502, answer.headers);
        answer.on('data', (part: Buffer) => {
          wire.#counted.down += part.length;
        });
        answer.pipe(response);
      });
      passed.on('error', () => response.destroy());
      request.on('data', (part: Buffer) => {
        wire.#counted.up += part.length;
      });
      request.pipe(passed);
    }).listen(0, '127.0.0.1');
    await once(server, 'listening');
    const address = server.address();
    const wire = new CountingWire(server, `http://127.0.0.1:${typeof address === 'object' ? address?.port : ''}`);
    return wire;
  }

  /** From now on. */
  count(): void {
    this.#counted = { up: 0, down: 0, requests: 0 };
  }

  counted(): { up: number; down: number; requests: number } {
    return { ...this.#counted };
  }

  close(): void {
    this.#server.closeAllConnections();
    this.#server.close();
  }
}
