import 'fake-indexeddb/auto';
import { beforeEach, expect, it } from 'vitest';
import { newId, PersonDatabase } from '#client/sync/index.ts';
import { domain } from '#shared/domain.ts';
import { queueNamedFiles, tidyFiles } from './evidence-files.ts';
import { waitingFiles } from './waiting-files.ts';

const NOW = new Date('2026-11-26T02:00:00Z');
const OLD = '2026-11-20T02:00:00.000Z';
const TOMORROW = new Date('2026-11-27T03:00:00Z');
let db: PersonDatabase;

const keep = (sha256: string, state: 'draft' | 'sent', keptAt = OLD) =>
  db.files.put({ sha256, bytes: new ArrayBuffer(8), type: 'image/jpeg', state, keptAt });
const attach = (id: string, sha256: string, thumbnail: string | null = null) =>
  db.rows('evidence').put({ ...{ scope: 'w:me', id, version: 1, activityId: 'a' }, sha256, thumbnail });
const here = () => db.files.toCollection().primaryKeys();
const mutation = (sha256: string) => ({
  ...{ id: newId(), name: 'evidence.attach', v: 2, at: OLD, seen: [], touched: [] },
  args: { sha256 },
});

beforeEach(() => {
  db = new PersonDatabase(newId(), domain.tables);
});

it('a photo that its entry names, but that no queue holds, is queued', async () => {
  await keep('photo', 'draft');
  await keep('small', 'draft');
  await keep('of-a-form', 'draft');
  await keep('at-the-server', 'sent');
  await attach('e1', 'photo', 'small');
  await attach('e2', 'at-the-server');
  await queueNamedFiles(db, 'w:me');
  expect(await db.uploads.toCollection().primaryKeys()).toEqual(['photo', 'small']);
});

it('the files of deleted evidence leave the device; those that anything still needs stay', async () => {
  await keep('detached', 'sent');
  await keep('shown', 'sent');
  await keep('small', 'sent');
  await keep('refused', 'sent');
  await keep('acknowledged', 'sent');
  await keep('half-typed', 'draft');
  await keep('given-up', 'draft');
  await keep('just-taken', 'draft', NOW.toISOString());
  await keep('waiting', 'draft');
  await attach('e1', 'shown', 'small');
  await db.attention.put({ ...mutation('refused'), refusal: { code: 'locked' }, refusedAt: OLD });
  const acknowledged = { seq: 1, outcome: null, settledAt: OLD };
  await db.sent.add({ ...mutation('acknowledged'), ...acknowledged });
  const taken = { ...mutation('detached'), args: { id: 'e9', activityId: 'a9', sha256: 'detached' } };
  const back = { ...mutation(''), name: 'evidence.detach', args: { id: 'e9', activityId: 'a9' } };
  await db.sent.bulkAdd([taken, back].map((entry) => ({ ...entry, ...acknowledged })));
  await db.drafts.put({ key: 'activity new', value: { added: [{ sha256: 'half-typed' }] }, at: OLD });
  await db.uploads.put({ sha256: 'waiting', size: 8, sent: 0, url: null });
  await tidyFiles(db, NOW);
  expect(await here()).toEqual(['acknowledged', 'half-typed', 'just-taken', 'refused', 'shown', 'small', 'waiting']);
});

it('is done once a day, and never while something of the person waits to be sent', async () => {
  await db.outbox.put({ ...mutation('x'), seq: 1, outcome: null });
  await keep('detached', 'sent');
  await tidyFiles(db, NOW);
  expect(await here()).toEqual(['detached']);
  await db.outbox.clear();
  await tidyFiles(db, NOW);
  expect(await here()).toEqual([]);
  await keep('again', 'sent');
  await tidyFiles(db, NOW);
  expect(await here()).toEqual(['again']);
  await tidyFiles(db, TOMORROW);
  expect(await here()).toEqual([]);
});

it('a photo and its small picture wait as one, with the reason of whichever failed', async () => {
  await attach('e1', 'photo', 'small');
  await db.rows('evidence').update(['w:me', 'e1'], { name: 'rem.jpg' });
  const upload = { size: 8, sent: 0, url: null };
  const failure = { problem: 'server-failed' as const, times: 1, retryAt: '' };
  await db.uploads.bulkPut([
    { sha256: 'photo', ...upload, failure },
    { sha256: 'small', ...upload },
    { sha256: 'of-another', ...upload },
  ]);
  expect(await waitingFiles(db, 'w:me')).toEqual([
    { key: 'of-another', name: null, problem: null },
    { key: 'e1', name: 'rem.jpg', problem: 'server-failed' },
  ]);
});
