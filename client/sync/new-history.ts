// The device and the server no longer share a history: the device was copied, or the server restored from a backup.
// Either way the device begins anew under another id. The ids of its mutations stay, so that what the server has is
// answered from its record, and nothing is applied twice.

import type { LocalStore, LocalTransaction, OutboxEntry } from './store.ts';

/** The server knows this device with another history (a copied profile, a restored phone). */
export function becomeNewDevice(store: LocalStore, newId: () => string): Promise<void> {
  return store.write(async (tx) => queueAnew(tx, await tx.outbox(), newId()));
}

/**
 * The server was restored from a backup: what it had acknowledged since is gone there, but not here. It is sent again,
 * before what still waits; and everything held of the old history goes when the first rows of the new one come.
 */
export function beginEpoch(store: LocalStore, epoch: string, newId: () => string): Promise<void> {
  return store.write(async (tx) => {
    const sent = (await tx.sent()).map(({ settledAt: _then, ...entry }) => entry);
    const pending = await tx.outbox();
    await queueAnew(
      tx,
      [...sent, ...pending].map((entry) => ({ ...entry, outcome: null })),
      newId(),
    );
    await tx.clearSent();
    const held = new Set([...((await tx.get('stale')) ?? []), ...Object.keys((await tx.get('positions')) ?? {})]);
    await tx.set('stale', [...held]);
    await tx.set('positions', {});
    await tx.set('epoch', epoch);
  });
}

async function queueAnew(tx: LocalTransaction, entries: OutboxEntry[], id: string): Promise<void> {
  await tx.removeOutbox((await tx.outbox()).map(({ seq }) => seq));
  await tx.putOutbox(entries.map((entry, index) => ({ ...entry, seq: index + 1 })));
  await tx.set('device', { id, nextSeq: entries.length + 1 });
  await tx.set('settled', 0);
}
