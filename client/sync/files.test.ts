import 'fake-indexeddb/auto';
import { beforeEach, expect, it } from 'vitest';
import { PersonDatabase } from './database.ts';
import { makeRoom, queueFiles, sendAgain } from './files.ts';
import { domain, newId } from './testing.ts';

let db: PersonDatabase;
const states = async () => Object.fromEntries((await db.files.toArray()).map(({ sha256, state }) => [sha256, state]));

beforeEach(async () => {
  db = new PersonDatabase(newId(), domain.tables);
  const file = (sha256: string, state: 'draft' | 'waiting' | 'sent') =>
    db.files.put({ sha256, bytes: new ArrayBuffer(8), type: 'image/jpeg', state });
  await file('given-up', 'draft');
  await file('half-typed', 'draft');
  await file('waiting', 'waiting');
  await file('sent', 'sent');
  await db.drafts.put({ key: 'activity new', value: { added: [{ sha256: 'half-typed' }] }, at: '' });
});

it('a full device gives up what the server has and what nobody needs, and nothing else', async () => {
  expect(await makeRoom(db)).toBe(true);
  expect(await states()).toEqual({ 'half-typed': 'draft', waiting: 'waiting' });
  expect(await makeRoom(db)).toBe(false);
});

it('a file is queued once, when its entry is saved', async () => {
  await queueFiles(db, ['half-typed', 'sent', 'waiting']);
  expect((await db.uploads.toArray()).map(({ sha256 }) => sha256)).toEqual(['half-typed']);
  expect(await states()).toMatchObject({ 'half-typed': 'waiting', sent: 'sent' });
});

it('after the server was restored the files that are here are offered again', async () => {
  await sendAgain(db);
  expect(await db.uploads.toArray()).toEqual([{ sha256: 'sent', size: 8, sent: 0, url: null, refused: false }]);
  expect(await states()).toMatchObject({ sent: 'waiting', 'given-up': 'draft' });
});
