import 'fake-indexeddb/auto';
import { Dexie } from 'dexie';
import { expect, it, vi } from 'vitest';
import { endWithPage, startAnewAfterBack } from './frozen-page.ts';

const notes = () => {
  const db = new Dexie('frozen');
  db.version(1).stores({ notes: 'id' });
  return db;
};

it('a page that is kept for the back button holds up no other page, and starts anew when it comes back', async () => {
  const page = Object.assign(new EventTarget(), { location: { reload: vi.fn() } });
  startAnewAfterBack(page as never);
  const kept = notes();
  endWithPage(kept);
  const table = kept.table('notes');
  await table.put({ id: 1 });

  // A frozen page: its transaction goes on asking and never ends.
  let going = true;
  const endless = kept.transaction('rw', table, async () => {
    await table.put({ id: 2 });
    while (going) await table.get(1);
  });
  await new Promise((done) => setTimeout(done, 20));
  page.dispatchEvent(Object.assign(new Event('pagehide'), { persisted: true }));
  await expect(endless).rejects.toThrow();
  going = false;
  await expect(table.put({ id: 3 })).rejects.toThrow('kept for the back button');

  const other = notes();
  expect(await other.table('notes').toCollection().primaryKeys()).toEqual([1]);
  await other.table('notes').put({ id: 4 });
  expect(page.location.reload).not.toHaveBeenCalled();
  page.dispatchEvent(Object.assign(new Event('pageshow'), { persisted: true }));
  expect(page.location.reload).toHaveBeenCalledOnce();
});
