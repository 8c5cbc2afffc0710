import 'fake-indexeddb/auto';
import { beforeEach, expect, it } from 'vitest';
import { newId, PersonDatabase } from '#client/sync/index.ts';
import { sha256Of } from '#client/workspace/sha256.ts';
import { domain } from '#shared/domain.ts';
import { importUnsent, type UnsentWork, writeUnsentFile } from './unsent-file.ts';

const bytesOf = (words: string) => Uint8Array.from(words, (letter) => letter.charCodeAt(0)).buffer;
const PHOTO = bytesOf('\xff\xd8\xff photo');
const PAGE = bytesOf('<script>alert(1)</script>');
let db: PersonDatabase;

beforeEach(() => {
  db = new PersonDatabase(newId(), domain.tables);
});

const bring = (files: UnsentWork['files']) =>
  importUnsent(db, {
    ...{ format: 1, person: { id: 'me', name: 'Ridha', nip: '' }, device: newId(), exportedAt: '' },
    ...{ mutations: [], files, shown: files.length },
  });

it('a photo that came with a file of unsent work is queued as what it is', async () => {
  const sha256 = await sha256Of(PHOTO);
  expect(await bring([{ sha256, bytes: PHOTO, type: 'text/html' }])).toMatchObject({ filesLeftOut: 0 });
  expect(await db.files.get(sha256)).toMatchObject({ type: 'image/jpeg' });
  expect(await db.uploads.toCollection().primaryKeys()).toEqual([sha256]);
});

it('a page that calls itself a photo, and a photo under the hash of another, are left out and told', async () => {
  const victim = await sha256Of(bytesOf('\xff\xd8\xff somebody’s evidence'));
  const files = [
    { sha256: await sha256Of(PAGE), bytes: PAGE, type: 'image/jpeg' },
    { sha256: victim, bytes: PHOTO, type: 'image/jpeg' },
  ];
  expect(await bring(files)).toMatchObject({ filesLeftOut: 2 });
  expect(await db.files.count()).toBe(0);
  expect(await db.uploads.count()).toBe(0);
});

it('a file of unsent work shows also what is typed and not saved, such as an entry that waits for its RHK', async () => {
  const at = '2026-11-24T02:00:00.000Z';
  const value = { title: 'Uji <b>rem</b>', date: '2026-11-24', description: 'Terminal Amuntai', minutes: 90 };
  await db.drafts.put({ key: 'activity aside 1', value, at });
  await db.drafts.put({ key: 'feedback', value: 'of an older app', at });
  const session = { employeeId: 'me', agencyId: 'a', agencyName: '', name: 'Ridha', nip: '', roles: [], expiresAt: at };
  const file = await writeUnsentFile({ ...session, timeZone: 'Asia/Makassar', lastUsed: at }, db, new Date(at));
  const page = await file.text();
  for (const words of ['Uji &lt;b&gt;rem&lt;/b&gt;', '24 November 2026', 'Terminal Amuntai'])
    expect(page).toContain(words);
});
