// The real tus client of the browser, against a server in memory that keeps the rules of tus and can be told to fail.

import 'fake-indexeddb/auto';
import { beforeAll, beforeEach, expect, it, vi } from 'vitest';
import { ANSWER_MARK } from '#shared/sync/our-answer.ts';
import { newUpload, PersonDatabase } from './database.ts';
import { type FilePorts, sendFiles } from './send-files.ts';
import { domain, newId } from './testing.ts';

const SIZES = { small: 10, middle: 200_000, large: 300_000 };
const HOTSPOT = () => new Response('<h1>Silakan masuk</h1>', { headers: { 'content-type': 'text/html' } });

let db: PersonDatabase;
let stored: Set<string>;
let now: Date;
let loadTus: FilePorts['loadTus'];
/** Answers in the server's place where it gives an answer. */
let instead: (method: string, path: string, sha256: string) => Response | Error | null;

beforeAll(async () => {
  vi.stubGlobal('window', globalThis);
  vi.stubGlobal('location', new URL('http://kerjaku.test/'));
  // @ts-expect-error the library has no types for the file that browsers get
  const tus = await import('tus-js-client/lib.esm/browser/index.js');
  loadTus = async () => tus;
});

beforeEach(async () => {
  db = new PersonDatabase(newId(), domain.tables);
  stored = new Set();
  now = new Date('2026-11-26T02:00:00Z');
  instead = () => null;
  for (const [sha256, size] of Object.entries(SIZES)) {
    const file = { sha256, bytes: new ArrayBuffer(size), type: 'image/jpeg', state: 'draft' as const };
    await db.files.put(file);
    await db.uploads.put(newUpload(file));
  }
});

const received = new Map<string, { sha256: string; size: number; offset: number }>();
const ours = (status: number, headers: Record<string, string> = {}) =>
  new Response(null, { status, headers: { ...headers, [ANSWER_MARK]: '1', 'tus-resumable': '1.0.0' } });

const fetch = (async (input: string, init: RequestInit) => {
  const { pathname } = new URL(input, 'http://kerjaku.test');
  const headers = new Headers(init.headers);
  const named = atob((headers.get('upload-metadata') ?? '').replace('sha256 ', ''));
  const id = pathname.split('/').at(-1) ?? '';
  const sha256 = named || (received.get(id)?.sha256 ?? id);
  const other = instead(init.method ?? 'GET', pathname, sha256);
  if (other instanceof Error) throw other;
  if (other) return other;
  if (pathname.startsWith('/api/files/')) return ours(stored.has(id) ? 200 : 404);
  if (init.method === 'POST') {
    const upload = newId();
    received.set(upload, { sha256, size: Number(headers.get('upload-length')), offset: 0 });
    return ours(201, { location: `/api/uploads/${upload}` });
  }
  const upload = received.get(id);
  if (!upload) return ours(404);
  if (init.method === 'PATCH') upload.offset += (init.body as Blob).size;
  if (upload.offset === upload.size) stored.add(upload.sha256);
  return ours(init.method === 'PATCH' ? 204 : 200, {
    'upload-offset': String(upload.offset),
    'upload-length': String(upload.size),
  });
}) as typeof globalThis.fetch;

const run = () => sendFiles({ db, fetch, loadTus, now: () => now, random: () => 0.5 });
const waiting = () => db.uploads.toCollection().primaryKeys();
const failureOf = async (sha256: string) => (await db.uploads.get(sha256))?.failure;
const later = (hours: number) => {
  now = new Date(now.getTime() + hours * 3_600_000);
};

it('files go up in pieces, and count as sent when the server shows them', async () => {
  expect(await run()).toBe(false);
  expect([...stored].sort()).toEqual(['large', 'middle', 'small']);
  expect(await waiting()).toEqual([]);
  expect((await db.files.toArray()).map(({ state }) => state)).toEqual(['sent', 'sent', 'sent']);
});

it('a hotspot that answers 200 to everything has taken nothing, and is not asked for every file', async () => {
  let asked = 0;
  instead = () => {
    asked += 1;
    return HOTSPOT();
  };
  expect(await run()).toBe(true);
  expect(asked).toBe(2);
  expect(await waiting()).toHaveLength(3);
  expect((await db.files.toArray()).map(({ state }) => state)).toEqual(['draft', 'draft', 'draft']);
  instead = () => null;
  later(1);
  expect(await run()).toBe(false);
  expect(stored.size).toBe(3);
});

it('a hotspot that comes in the middle of an upload does not end it', async () => {
  instead = (method) => (method === 'PATCH' ? HOTSPOT() : null);
  await run();
  expect(await failureOf('small')).toMatchObject({ problem: 'foreign-answer' });
  instead = () => null;
  later(1);
  expect(await run()).toBe(false);
  expect(stored.size).toBe(3);
});

const SERVER_SAYS = [
  [400, 'not-taken'],
  [403, 'not-allowed'],
  [404, 'not-kept'],
  [409, 'not-kept'],
  [413, 'too-large'],
  [423, 'server-failed'],
  [500, 'server-failed'],
] as const;
for (const [status, problem] of SERVER_SAYS) {
  for (const place of ['POST', 'PATCH', 'HEAD'] as const) {
    // To the question whether a file is there, 404 is no failure.
    if (place === 'HEAD' && status === 404) continue;
    it(`one file that is answered ${status} to ${place} holds up no other, and says why`, async () => {
      instead = (method, _path, sha256) => (method === place && sha256 === 'small' ? ours(status) : null);
      await run();
      expect([...stored].sort()).toEqual(['large', 'middle']);
      expect(await failureOf('small')).toMatchObject({ problem, times: 1 });
    });
  }
}

it('a file that fails is tried again, ever more seldom, at last every few hours, and goes up once it can', async () => {
  instead = (_method, _path, sha256) => (sha256 === 'small' ? ours(500) : null);
  const pauses: number[] = [];
  for (let times = 1; times <= 12; times += 1) {
    expect(await run()).toBe(true);
    const failure = await failureOf('small');
    expect(failure).toMatchObject({ times, problem: 'server-failed' });
    pauses.push((Date.parse(failure?.retryAt ?? '') - now.getTime()) / 60_000);
    // Not before it is due.
    await run();
    expect(await failureOf('small')).toMatchObject({ times });
    later(6);
  }
  expect(pauses.slice(0, 4)).toEqual([0.75, 1.5, 3, 6]);
  expect(pauses.at(-1)).toBe(270);
  instead = () => null;
  expect(await run()).toBe(false);
  expect(stored.has('small')).toBe(true);
});

it('what the server will never take is not asked again by itself, and keeps nothing waiting', async () => {
  instead = (method, _path, sha256) => (method === 'PATCH' && sha256 === 'small' ? ours(400) : null);
  expect(await run()).toBe(false);
  expect(await failureOf('small')).toMatchObject({ problem: 'not-taken', retryAt: null });
  expect(await db.files.get('small')).toBeDefined();
});

it('a network that breaks, a server that is busy and an ended session end the run, and cost no file its turn', async () => {
  for (const broken of [new TypeError('Failed to fetch'), ours(503), ours(401), ours(429)]) {
    let asked = 0;
    instead = () => {
      asked += 1;
      return broken;
    };
    expect(await run()).toBe(true);
    expect(asked).toBe(1);
    expect(await failureOf('small')).toBeUndefined();
  }
});

it('an upload that is gone at the server begins anew', async () => {
  instead = (method, _path, sha256) => (method === 'PATCH' && sha256 === 'large' ? new TypeError('cut') : null);
  await run();
  expect((await db.uploads.get('large'))?.url).toContain('/api/uploads/');
  received.clear();
  instead = () => null;
  expect(await run()).toBe(false);
  expect(stored.has('large')).toBe(true);
});

it('on a full device the note that a file was sent needs no second copy of it', async () => {
  db.files.hook('updating', () => {
    throw new DOMException('full', 'QuotaExceededError');
  });
  expect(await run()).toBe(false);
  expect(await db.files.count()).toBe(0);
});
