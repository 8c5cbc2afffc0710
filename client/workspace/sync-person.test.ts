import 'fake-indexeddb/auto';
import { beforeEach, expect, it, vi } from 'vitest';
import { newId, type PersonDatabase } from '#client/sync/index.ts';
import { ANSWER_MARK } from '#shared/sync/our-answer.ts';
import { PROTOCOL, type SyncResponse } from '#shared/sync/protocol.ts';
import { leave, openDatabase, type PersonHere, rememberPerson } from './device.ts';
import { isUnfinished, syncPerson } from './sync-person.ts';

const NOW = new Date('2026-11-26T02:00:00Z');
const EPOCH = newId();
let person: PersonHere;
let db: PersonDatabase;
let asked: string[];
/** Called with each request before it is answered. */
let meanwhile: (request: string) => Promise<void>;
let more: boolean;
let fileStatus: number;

vi.stubGlobal('__APP_VERSION__', 'test');
vi.stubGlobal('location', new URL('http://kerjaku.test/'));
vi.stubGlobal('fetch', async (input: string, init: RequestInit) => {
  const request = `${init.method} ${input}`;
  asked.push(request);
  await meanwhile(request);
  const headers = { [ANSWER_MARK]: '1', 'content-type': 'application/json' };
  if (input !== '/api/sync') return new Response(null, { status: fileStatus, headers });
  const answer: SyncResponse = {
    ...{ protocol: PROTOCOL, now: NOW.toISOString(), lastSeq: 0, epoch: EPOCH, seal: 'sealed' },
    ...{ outcomes: [], changes: [], positions: {}, more },
  };
  return new Response(JSON.stringify(answer), { headers });
});

const begin = () => syncPerson(person, db, () => Promise.reject(new Error('nothing is uploaded here')));
/** A run with its files. */
async function run() {
  const begun = await begin();
  await begun.files;
  return begun;
}

beforeEach(async () => {
  person = {
    ...{ employeeId: newId(), agencyId: 'dishub', agencyName: 'Dinas', timeZone: 'Asia/Makassar', name: 'Ridha' },
    ...{ nip: '198812042014021003', roles: [], expiresAt: '2026-12-26T02:00:00Z', lastUsed: '' },
  };
  await rememberPerson(person, NOW);
  db = openDatabase(person);
  asked = [];
  meanwhile = async () => {};
  more = false;
  fileStatus = 200;
  await db.files.put({ sha256: 'photo', bytes: new ArrayBuffer(8), type: 'image/jpeg', state: 'draft' });
  await db.uploads.put({ sha256: 'photo', size: 8, sent: 0, url: null });
});

it('a run is finished when the photo is sent, too: the browser must try again else', async () => {
  fileStatus = 500;
  expect(await isUnfinished(await run())).toBe(true);
  await db.uploads.update('photo', { failure: undefined });
  fileStatus = 200;
  expect(await isUnfinished(await run())).toBe(false);
  expect(await db.uploads.count()).toBe(0);
});

it('the next entry does not wait for a file that is under way', async () => {
  let arrive = () => {};
  const arrived = new Promise<void>((done) => {
    arrive = done;
  });
  meanwhile = (request) => (request.startsWith('HEAD') ? arrived : Promise.resolve());
  const first = await begin();
  const second = await begin();
  expect(asked.filter((request) => request === 'POST /api/sync')).toHaveLength(2);
  expect([first.status.kind, second.status.kind]).toEqual(['settled', 'settled']);
  arrive();
  expect([await first.files, await second.files]).toEqual([false, false]);
  expect(asked.filter((request) => request.startsWith('HEAD'))).toHaveLength(1);
});

it('what the server will never take is no reason to try again', async () => {
  fileStatus = 400;
  expect(await isUnfinished(await run())).toBe(false);
});

it('nothing more is sent for a person who signs out while a run is under way', async () => {
  more = true;
  meanwhile = () => leave(person, db, NOW);
  await run();
  expect(asked).toEqual(['POST /api/sync']);
});

it('no file is sent for a person who signed out while the one before it was sent', async () => {
  await db.files.put({ sha256: 'second', bytes: new ArrayBuffer(9), type: 'image/jpeg', state: 'draft' });
  await db.uploads.put({ sha256: 'second', size: 9, sent: 0, url: null });
  meanwhile = async (request) => {
    if (request.startsWith('HEAD')) await leave(person, db, NOW);
  };
  await run();
  expect(asked).toEqual(['POST /api/sync', 'HEAD /api/files/photo']);
  expect(await db.uploads.toCollection().primaryKeys()).toEqual(['second']);
});

it('files are offered again after a restore, though the process that heard of it was killed', async () => {
  await db.uploads.clear();
  await db.files.update('photo', { state: 'sent' });
  await db.meta.put({ key: 'offerFilesAgain', value: true });
  await run();
  expect(asked).toEqual(['POST /api/sync', 'HEAD /api/files/photo']);
  asked = [];
  await run();
  expect(asked).toEqual(['POST /api/sync']);
});
