// What a real browser has stored, read past the app: straight from IndexedDB.

import type { MemoryState } from '#client/sync/memory-store.ts';
import type { AttentionItem, OutboxEntry } from '#client/sync/store.ts';
import { keyOf } from '#shared/sync/row-set.ts';
import type { SyncRow } from '#shared/sync/table.ts';
import type { Device } from '../support/device.ts';

export async function storedIn(device: Device): Promise<Pick<MemoryState, 'rows' | 'outbox' | 'attention'>> {
  const content = await device.page.evaluate(async () => {
    const promised = <T>(request: IDBRequest<T>) =>
      new Promise<T>((done, failed) => {
        request.onsuccess = () => done(request.result);
        request.onerror = () => failed(request.error);
      });
    const name = (await indexedDB.databases()).map((one) => one.name ?? '').find((one) => one.startsWith('kerjaku '));
    if (!name) return {};
    const db = await promised(indexedDB.open(name));
    const tables = [...db.objectStoreNames].filter((table) => /^rows_|^outbox$|^attention$/.test(table));
    const tx = db.transaction(tables, 'readonly');
    const all = await Promise.all(
      tables.map(async (table) => [table, await promised(tx.objectStore(table).getAll())] as const),
    );
    db.close();
    return Object.fromEntries(all) as Record<string, unknown[]>;
  });
  const rows: MemoryState['rows'] = new Map();
  for (const [store, held] of Object.entries(content)) {
    if (!store.startsWith('rows_')) continue;
    const table = store.slice('rows_'.length);
    for (const row of held as SyncRow[]) rows.set(keyOf({ ...row, table }), { table, row });
  }
  const outbox = (content.outbox ?? []) as OutboxEntry[];
  const attention = (content.attention ?? []) as AttentionItem[];
  return {
    rows,
    outbox: new Map(outbox.map((entry) => [entry.seq, entry])),
    attention: new Map(attention.map((item) => [item.id, item])),
  };
}
