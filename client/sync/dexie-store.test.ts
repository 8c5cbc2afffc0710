import 'fake-indexeddb/auto';
import { Dexie } from 'dexie';
import { expect, it } from 'vitest';
import { isNamedBy, type Read } from '#shared/sync/row-set.ts';
import { date } from '#shared/sync/table.ts';
import { PersonDatabase } from './database.ts';
import { dexieStore, loadRows } from './dexie-store.ts';
import { dispatch } from './dispatch.ts';
import { actor, domain, failed, newId } from './testing.ts';

const now = () => new Date('2026-11-24T02:00:00.000Z');
const write = (id: string) => ({ name: 'note.write', args: { id, text: 'hello', place: 'office' } });

it('an act survives that the browser loses the connection to its storage in the middle of it', async () => {
  const db = new PersonDatabase(newId(), domain.tables);
  const store = dexieStore(db);
  const acting = { store, domain, actor, now, newId, failed };
  await dispatch(acting, [write('a')]);
  const put = db.outbox.bulkPut;
  db.outbox.bulkPut = () => {
    db.outbox.bulkPut = put;
    db.backendDB().close();
    throw new DOMException('Connection to Indexed Database server lost. Refresh the page to try again', 'UnknownError');
  };
  expect(await dispatch(acting, [write('b')])).toEqual({ ok: true });
  expect(await db.rows('note').count()).toBe(2);
  expect(await db.outbox.count()).toBe(2);
});

it('a database that was closed on purpose stays closed', async () => {
  const db = new PersonDatabase(newId(), domain.tables);
  const store = dexieStore(db);
  await dispatch({ store, domain, actor, now, newId, failed }, [write('a')]);
  db.close();
  await expect(store.read((tx) => tx.outbox())).rejects.toMatchObject({ name: 'DatabaseClosedError' });
});

it('the draft of a form goes with the act that saves it, and stays when the act is refused', async () => {
  const db = new PersonDatabase(newId(), domain.tables);
  const acting = { store: dexieStore(db), domain, actor, now, newId, failed };
  await db.drafts.put({ key: 'form', value: {}, at: '' });
  await dispatch(acting, [write('a'), write('a')], { draft: { key: 'form', form: 'f' } });
  expect(await db.drafts.count()).toBe(1);
  await dispatch(acting, [write('a')], { draft: { key: 'form', form: 'f' } });
  expect(await db.drafts.count()).toBe(0);
});

it('an act whose transaction committed before the connection broke is queued once, though it is repeated', async () => {
  const db = new PersonDatabase(newId(), domain.tables);
  const acting = { store: dexieStore(db), domain, actor, now, newId, failed };
  await db.drafts.put({ key: 'form', value: {}, at: '' });
  const { transaction } = db;
  let losses = 2;
  db.transaction = (async (...args: unknown[]) => {
    losses -= 1;
    if (losses === 0) db.transaction = transaction;
    await Reflect.apply(transaction, db, args);
    throw new DOMException('Connection to Indexed Database server lost. Refresh the page to try again', 'UnknownError');
  }) as unknown as typeof transaction;
  let lookedAgain = false;
  const listen = (parts: { all?: unknown }) => (lookedAgain ||= parts.all !== undefined);
  Dexie.on.storagemutated.subscribe(listen);
  expect(await dispatch(acting, [write('a'), write('b')], { draft: { key: 'form', form: 'f' } })).toEqual({ ok: true });
  Dexie.on.storagemutated.unsubscribe(listen);
  // The broken connection told no screen of it.
  expect(lookedAgain).toBe(true);
  expect((await db.outbox.toArray()).map(({ args }) => (args as { id: string }).id)).toEqual(['a', 'b']);
  expect(await db.rows('note').count()).toBe(2);
  expect(await db.drafts.count()).toBe(0);
});

it('gives the rows that reads name, by id, value, range or scope, and no others', async () => {
  const columns = { day: date() };
  const db = new PersonDatabase(newId(), { visit: { columns, indexes: ['day'] } });
  const rows = ['a', 'b'].flatMap((scope) =>
    [1, 2, 3, 4].map((day) => ({ id: `${day}`, scope, version: 1, day: `2026-11-0${day}` })),
  );
  await db.rows('visit').bulkPut(rows);
  for (const read of [
    { id: '2' },
    { where: 'day', equals: '2026-11-03' },
    { where: 'day', between: ['2026-11-02', '2026-11-03'] as const },
    { all: true as const },
  ]) {
    const asked = { table: 'visit', scope: 'a', ...read } as Read;
    const found = await loadRows(db, [asked]);
    const named = rows.filter((row) => row.scope === 'a' && isNamedBy(asked, row));
    expect(named.length).toBeGreaterThan(0);
    expect(found.map(({ row }) => row)).toEqual(named);
  }
});
