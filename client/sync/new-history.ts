// The device and the server no longer share a history: the device was copied, or the server restored from a backup.
// Either way the device begins anew under another id. The ids of its mutations stay, so that what the server has is
// answered from its record, and nothing is applied twice.

import { groupBy } from '#shared/group-by.ts';
import type { LocalStore, LocalTransaction, OutboxEntry, SentEntry } from './store.ts';

/**
 * The server knows this device with another history (a copied profile, a restored phone, or a restored server that has
 * forgotten what it answered in parts). Everything that waits is numbered anew, from 1, as a new device begins, also what
 * is answered and waits only for its rows: the server answers it from its record, or has lost it and applies it now.
 */
export function becomeNewDevice(store: LocalStore, newId: () => string): Promise<void> {
  return store.write(async (tx) => queueAnew(tx, await tx.outbox(), newId()));
}

/**
 * The server was restored from a backup: what it had acknowledged since is gone there, but not here. It is sent again,
 * before what still waits. What is held of the old history stays until the new one has arrived.
 */
export function beginEpoch(store: LocalStore, epoch: string, newId: () => string): Promise<void> {
  return store.write(async (tx) => {
    const device = (await tx.get('device'))?.id ?? '';
    const waiting = (await tx.outbox()).map((entry) => ({ ...entry, device }));
    const ids = new Set(waiting.map(({ id }) => id));
    // An older app may have acknowledged an act twice.
    const sent = (await tx.sent()).flatMap(({ settledAt: _then, ...entry }) => {
      if (ids.has(entry.id)) return [];
      ids.add(entry.id);
      return [entry];
    });
    await queueAnew(tx, asMade([...sent, ...waiting]), newId());
    await tx.clearSent();
    const held = new Set([...((await tx.get('stale')) ?? []), ...Object.keys((await tx.get('positions')) ?? {})]);
    await tx.set('stale', [...held]);
    await tx.set('positions', {});
    await tx.set('epoch', epoch);
    await tx.set('offerFilesAgain', true);
  });
}

/**
 * In the order in which they were done. What was acknowledged left in that of its rows, which may be another; under each id
 * that the device had its numbers tell, and the ids follow each other.
 */
function asMade(entries: readonly (OutboxEntry & Pick<SentEntry, 'device'>)[]): OutboxEntry[] {
  return [...groupBy(entries, ({ device = '' }) => device)].flatMap(([device, of]) => {
    // Those of older apps tell no id: they stay as they left.
    const inOrder = device === '' ? of : [...of].sort((a, b) => a.seq - b.seq);
    return inOrder.map(({ device: _then, ...entry }) => entry);
  });
}

async function queueAnew(tx: LocalTransaction, entries: readonly OutboxEntry[], id: string): Promise<void> {
  await tx.removeOutbox((await tx.outbox()).map(({ seq }) => seq));
  await tx.putOutbox(entries.map((entry, index) => ({ ...entry, seq: index + 1, outcome: null })));
  await tx.set('device', { id, nextSeq: entries.length + 1 });
  await tx.set('settled', 0);
  await tx.set('seal', null);
  await tx.set('answered', 0);
  // What was told of keeps its time under any number; to tell of it once more costs little.
  await tx.set('told', 0);
}
