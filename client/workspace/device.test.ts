import 'fake-indexeddb/auto';
import { Dexie } from 'dexie';
import { beforeEach, expect, it, vi } from 'vitest';
import type { Session } from '#shared/people/api.ts';
import { ANSWER_MARK } from '#shared/sync/our-answer.ts';
import {
  changeSession,
  clearJournals,
  currentPerson,
  deviceKey,
  finishSignOut,
  leave,
  leftIn,
  openDatabase,
  peopleWithUnsentWork,
  rememberPerson,
  whileCurrent,
} from './device.ts';

const NOW = new Date('2026-11-26T02:00:00Z');
const AFTER = new Date('2026-12-30T02:00:00Z');
const session = (employeeId: string): Session => ({
  ...{ employeeId, agencyId: 'dishub', agencyName: 'Dinas', timeZone: 'Asia/Makassar', name: employeeId },
  ...{ nip: '198812042014021003', roles: [], expiresAt: '2026-12-26T02:00:00Z' },
});
const ridha = session('ridha');
const supiani = session('supiani');
const databases = async () => (await Dexie.getDatabaseNames()).filter((name) => name.startsWith('kerjaku '));
const draft = { key: 'activity new', value: { title: 'Setengah jalan' }, at: '' };

function promised() {
  let resolve = () => {};
  const promise = new Promise<void>((done) => {
    resolve = done;
  });
  return { promise, resolve };
}

beforeEach(async () => {
  for (const name of await databases()) await Dexie.delete(name);
  await currentPerson();
  const device = await new Dexie('kerjaku').open();
  for (const table of device.tables) await table.clear();
  device.close();
  await rememberPerson(ridha, NOW);
});

it('an act is done for the person of the device, and for nobody who was it before', async () => {
  expect(await whileCurrent(ridha, async () => 'done')).toBe('done');
  await rememberPerson(supiani, NOW);
  let acted = false;
  const late = await whileCurrent(ridha, async () => {
    acted = true;
    return 'done';
  });
  expect(late).toBeNull();
  expect(acted).toBe(false);
  expect(await whileCurrent({ ...supiani, agencyId: 'other' }, async () => 'done')).toBeNull();
});

it('who signs out while an act is being stored in another tab leaves it on the device, and is remembered', async () => {
  const db = openDatabase(ridha);
  const stored = promised();
  const act = whileCurrent(ridha, async () => {
    await stored.promise;
    await db.drafts.put(draft);
    return 'done';
  });
  const left = leave(ridha, db, NOW);
  // Time enough for a sign-out that did not wait.
  setTimeout(stored.resolve, 100);
  expect(await act).toBe('done');
  await left;
  expect(await currentPerson()).toBeNull();
  expect(await peopleWithUnsentWork()).toMatchObject([{ employeeId: 'ridha' }]);
  db.close();
});

it('a sign-out in one tab is none of the person who has signed in since in another', async () => {
  const db = openDatabase(ridha);
  await rememberPerson(supiani, NOW);
  await leave(ridha, db, NOW);
  expect(await currentPerson()).toMatchObject({ employeeId: 'supiani' });
  db.close();
});

it('who leaves nothing behind is forgotten; what was acknowledged stays for its time, then goes', async () => {
  const db = openDatabase(ridha);
  await db.rows('activity').put({ scope: 'w:ridha', id: 'a', version: 1 });
  await db.meta.put({ key: 'positions', value: { 'w:ridha': { through: 1 } } });
  await leave(ridha, db, NOW);
  db.close();
  expect(await peopleWithUnsentWork()).toEqual([]);
  await clearJournals(NOW);
  const cleared = openDatabase(ridha);
  expect(await cleared.rows('activity').count()).toBe(0);
  cleared.close();
  expect(await databases()).toHaveLength(1);
  await clearJournals(AFTER);
  expect(await databases()).toEqual([]);
});

it('what was typed in another tab at the moment of the sign-out is never deleted', async () => {
  const db = openDatabase(ridha);
  await leave(ridha, db, NOW);
  await db.drafts.put(draft);
  db.close();
  await clearJournals(NOW);
  await clearJournals(AFTER);
  await rememberPerson(ridha, AFTER);
  const back = openDatabase(ridha);
  expect(await back.drafts.toArray()).toEqual([draft]);
  back.close();
});

it('who comes back before their rows were cleared keeps them', async () => {
  const db = openDatabase(ridha);
  await db.rows('activity').put({ scope: 'w:ridha', id: 'a', version: 1 });
  await db.meta.put({ key: 'positions', value: { 'w:ridha': { through: 1 } } });
  await leave(ridha, db, NOW);
  await rememberPerson(ridha, NOW);
  await clearJournals(NOW);
  expect(await db.rows('activity').count()).toBe(1);
  db.close();
});

const answering = (status: number, mark = true) =>
  (async () => new Response(null, { status, headers: mark ? { [ANSWER_MARK]: '1' } : {} })) as typeof fetch;

it('a sign-out that is due is told to the server once, and a hotspot does not count', async () => {
  const db = openDatabase(ridha);
  await leave(ridha, db, NOW);
  db.close();
  let asked = 0;
  const count = (fetch: typeof globalThis.fetch) =>
    finishSignOut((...args) => {
      asked += 1;
      return fetch(...args);
    });
  await count(answering(204, false));
  await count(answering(500));
  await count(answering(204));
  expect(asked).toBe(3);
  await count(answering(204));
  expect(asked).toBe(3);
});

it('a late sign-out never ends the session of who came next', async () => {
  const db = openDatabase(ridha);
  await leave(ridha, db, NOW);
  db.close();
  const signedIn = promised();
  const next = changeSession(async () => {
    await signedIn.promise;
    await rememberPerson(supiani, NOW);
  });
  let ended = false;
  const late = finishSignOut(async () => {
    ended = true;
    return new Response(null, { status: 204, headers: { [ANSWER_MARK]: '1' } });
  });
  signedIn.resolve();
  await Promise.all([next, late]);
  expect(ended).toBe(false);
});

it('what the server did not take, or is half-typed, is not told as unsent; what was said of a file is nothing left', async () => {
  const db = openDatabase(ridha);
  await rememberPerson(ridha, NOW);
  await db.drafts.put({ key: 'attendance memory', value: {}, at: '' });
  expect(await leftIn(db)).toEqual({ unsent: 0, refused: 0, drafts: 0 });
  await db.drafts.put(draft);
  await leave(ridha, db, NOW);
  expect(await peopleWithUnsentWork()).toMatchObject([{ employeeId: 'ridha', unsent: 0 }]);
  db.close();
});

it('a browser that can make no key now sends without one, and has one as soon as it can', async () => {
  const made = vi.spyOn(crypto.subtle, 'generateKey').mockRejectedValueOnce(new Error('not in private mode'));
  const told = vi.spyOn(console, 'error').mockImplementation(() => undefined);
  expect(await deviceKey()).toBeNull();
  expect(told).toHaveBeenCalledOnce();
  made.mockRestore();
  told.mockRestore();
  const key = await deviceKey();
  expect(key?.publicKey).toBeTypeOf('string');
  expect((await deviceKey())?.publicKey).toBe(key?.publicKey);
});
