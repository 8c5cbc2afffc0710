import 'fake-indexeddb/auto';
import { Dexie } from 'dexie';
import { expect, it } from 'vitest';
import { domain as product } from '#shared/domain.ts';
import { PersonDatabase } from './database.ts';
import { dexieStore } from './dexie-store.ts';
import { dispatch } from './dispatch.ts';
import { sync } from './syncer.ts';
import { actor, domain, failed, newId, ToyServer } from './testing.ts';

const now = () => new Date('2026-11-24T02:00:00.000Z');
const write = (id: string) => ({ name: 'note.write', args: { id, text: 'hello', place: 'office' } });

/** The database as version 0.1.0 of the app made it, with work in it that was never sent. */
async function storedBy010(name: string): Promise<void> {
  const old = new Dexie(name);
  old.version(1).stores({
    rows_unit: '[scope+id], scope',
    rows_activity: '[scope+id], scope, [scope+date], [scope+state]',
    ...{ base: 'key', outbox: 'seq, id', attention: 'id', meta: 'key', drafts: 'key', files: 'sha256, state' },
  });
  old.version(2).stores({ sent: '++order, id' });
  await old.open();
  const at = '2026-11-20T02:00:00.000Z';
  const entry = { seq: 7, id: newId(), name: 'activity.submit', v: 1, at, args: { id: newId() } };
  await old.table('outbox').put({ ...entry, touched: [], seen: [], outcome: null });
  await old.table('drafts').put({ key: 'activity new', value: { title: 'Setengah jalan' }, at });
  await old.table('files').put({ sha256: 'a', bytes: new ArrayBuffer(5), type: 'image/jpeg', state: 'waiting' });
  await old.table('rows_unit').put({ scope: 'a:1', id: 'u', version: 3, name: 'UPT', parentId: null });
  await old.table('meta').bulkPut([
    { key: 'device', value: { id: newId(), nextSeq: 8 } },
    { key: 'positions', value: { 'a:1': { through: 3 } } },
  ]);
  old.close();
}

it('an update of the app keeps the queue, the drafts and the files, and asks for what the old one did not know', async () => {
  const name = newId();
  await storedBy010(name);
  const db = new PersonDatabase(name, product.tables);
  expect(await db.outbox.toArray()).toMatchObject([{ seq: 7, name: 'activity.submit' }]);
  expect(await db.drafts.count()).toBe(1);
  expect(await db.uploads.toArray()).toEqual([{ sha256: 'a', size: 5, sent: 0, url: null }]);
  expect(await db.rows('unit').count()).toBe(1);
  expect(await db.rows('delegation').count()).toBe(0);
  expect((await db.meta.get('positions'))?.value).toEqual({});
  expect((await db.meta.get('stale'))?.value).toEqual(['a:1']);
  expect((await db.meta.get('device'))?.value).toMatchObject({ nextSeq: 8 });
});

it('a queue in which a repeated transaction has left an act twice is healed, and goes up once', async () => {
  const name = newId();
  const older = new Dexie(name);
  older.version(6).stores({
    ...{ rows_note: '[scope+id], scope, [scope+place]', base: 'key', outbox: 'seq, id', attention: 'id', meta: 'key' },
    ...{ drafts: 'key', files: 'sha256, state', sent: '++order, id, settledAt', uploads: 'sha256, size' },
  });
  const [id, other] = [newId(), newId()];
  const entry = { id, ...write('a'), v: 1, at: now().toISOString(), touched: [], seen: [], outcome: null };
  const last = { ...entry, ...write('b'), id: other };
  await older.table('outbox').bulkPut([
    { ...entry, seq: 1 },
    { ...entry, seq: 2 },
    { ...last, seq: 3 },
  ]);
  await older.table('meta').put({ key: 'device', value: { id: newId(), nextSeq: 4 } });
  older.close();

  const server = new ToyServer();
  const db = new PersonDatabase(name, domain.tables);
  const ports = { store: dexieStore(db), domain, actor, newId, failed, transport: server, app: 'newer', now };
  const alone = { random: () => 0.5, key: async () => null };
  const status = await sync({ ...ports, ...alone, exclusively: (_name, work) => work() });
  expect(status.kind).toBe('settled');
  expect([...server.log.keys()]).toEqual([id, other]);
  expect(await db.outbox.count()).toBe(0);
});

it('a tab with an older app gives way to a newer one in another tab, goes on beside it, and nothing is lost', async () => {
  const name = newId();
  const old = new PersonDatabase(name, domain.tables);
  const acting = { store: dexieStore(old), domain, actor, now, newId, failed };
  await dispatch(acting, [write('a')]);
  class Newer extends PersonDatabase {
    constructor() {
      super(name, domain.tables);
      this.version(99).stores({ later: 'id' });
    }
  }
  const newer = new Newer();
  // Would wait for ever if the old connection did not close by itself.
  expect(await newer.outbox.count()).toBe(1);
  expect(await dispatch(acting, [write('b')])).toEqual({ ok: true });
  const server = new ToyServer();
  const ports = { store: dexieStore(newer), domain, actor, newId, failed, transport: server, app: 'newer', now };
  const alone = { random: () => 0.5, key: async () => null };
  await sync({ ...ports, ...alone, exclusively: (_name, work) => work() });
  expect([...server.rows.keys()]).toEqual(['a', 'b']);
});
