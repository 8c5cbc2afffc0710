import 'fake-indexeddb/auto';
import { beforeEach, expect, it } from 'vitest';
import { sha256Of } from '#client/sha256.ts';
import { newId, PersonDatabase } from '#client/sync/index.ts';
import { domain } from '#shared/domain.ts';
import { importUnsent, type UnsentWork } from './unsent-file.ts';

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
