import 'fake-indexeddb/auto';
import { beforeEach, expect, it } from 'vitest';
import { type LocalFile, newUpload, PersonDatabase } from './database.ts';
import { dexieStore } from './dexie-store.ts';
import { forgetFiles, makeRoom, offerFilesAgain, queueFiles, retryFiles } from './files.ts';
import { beginEpoch } from './new-history.ts';
import { domain, newId } from './testing.ts';

const NOW = new Date('2026-11-26T02:00:00Z');
const YESTERDAY = '2026-11-24T02:00:00.000Z';

let db: PersonDatabase;
const here = () => db.files.toCollection().primaryKeys();
const queued = () => db.uploads.toCollection().primaryKeys();
const keep = (sha256: string, state: LocalFile['state'], keptAt?: string) =>
  db.files.put({ sha256, bytes: new ArrayBuffer(8), type: 'image/jpeg', state, ...(keptAt && { keptAt }) });

beforeEach(async () => {
  db = new PersonDatabase(newId(), domain.tables);
  await keep('given-up', 'draft', YESTERDAY);
  await keep('half-typed', 'draft', YESTERDAY);
  await keep('just-taken', 'draft', NOW.toISOString());
  await keep('of-old-app', 'waiting');
  await keep('queued', 'draft', YESTERDAY);
  await keep('sent', 'sent');
  await db.uploads.bulkPut(['of-old-app', 'queued'].map((sha256) => newUpload({ sha256, bytes: new ArrayBuffer(8) })));
  await db.drafts.put({ key: 'activity new', value: { added: [{ sha256: 'half-typed' }] }, at: '' });
});

it('a full device gives up what the server has and what nobody needs, and nothing else', async () => {
  expect(await makeRoom(db, NOW)).toBe(true);
  expect(await here()).toEqual(['half-typed', 'just-taken', 'of-old-app', 'queued']);
  expect(await makeRoom(db, NOW)).toBe(false);
});

it('a full device keeps the photo of a refused entry, and of one that waits: each may be needed again', async () => {
  const entry = { id: newId(), name: 'evidence.attach', v: 2, at: '', seen: [] };
  await keep('refused', 'sent');
  await keep('unqueued', 'draft', YESTERDAY);
  const refusal = { refusal: { code: 'x' }, refusedAt: '' };
  await db.attention.put({ ...entry, args: { sha256: 'refused' }, ...refusal });
  await db.outbox.put({ ...entry, seq: 1, args: { sha256: 'unqueued' }, touched: [], outcome: null });
  await makeRoom(db, NOW);
  expect(await here()).toEqual(expect.arrayContaining(['refused', 'unqueued']));
});

it('a file is queued once, when its entry is saved, and its bytes are not written again', async () => {
  const before = await db.files.toArray();
  await db.uploads.update('queued', { sent: 5 });
  await queueFiles(db, ['half-typed', 'half-typed', 'queued', 'sent', 'unknown']);
  expect(await queued()).toEqual(['half-typed', 'of-old-app', 'queued', 'sent']);
  expect(await db.uploads.get('queued')).toMatchObject({ sent: 5 });
  expect(await db.files.toArray()).toEqual(before);
});

it('after the server was restored the files that are here are offered again, also by another process', async () => {
  await db.uploads.clear();
  await beginEpoch(dexieStore(db), newId(), newId);
  // The process that began the epoch was killed here.
  const name = db.name;
  db.close();
  db = new PersonDatabase(name, domain.tables);
  await offerFilesAgain(db);
  expect(await queued()).toEqual(['sent']);
  // Offered, it stays until the server has shown it again.
  expect(await makeRoom(db, NOW)).toBe(true);
  expect(await here()).toContain('sent');
  await db.uploads.clear();
  await offerFilesAgain(db);
  expect(await queued()).toEqual([]);
});

it('files that nothing names go, those that wait or were just taken stay', async () => {
  await keep('named', 'sent');
  await forgetFiles(db, (sha256) => sha256 === 'named' || sha256 === 'half-typed', NOW);
  expect(await here()).toEqual(['half-typed', 'just-taken', 'named', 'of-old-app', 'queued']);
});

it('the person may have a file that failed tried again at once', async () => {
  await db.uploads.update('queued', { failure: { problem: 'not-taken', times: 3, retryAt: null } });
  await retryFiles(db);
  expect((await db.uploads.get('queued'))?.failure).toBeUndefined();
});
