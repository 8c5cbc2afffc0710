// A person signs out with nothing left to send: what was synced leaves the device. What the server has acknowledged
// stays for its retention time, seen by nobody: were the server restored from a backup, it would be the only copy.

import type { LocalStore } from './store.ts';

export function clearSynced(store: LocalStore): Promise<void> {
  return store.write(async (tx) => {
    const held = new Set([...((await tx.get('stale')) ?? []), ...Object.keys((await tx.get('positions')) ?? {})]);
    for (const scope of held) await tx.dropScope(scope);
    await tx.forgetArrived([...held]);
    await tx.clearBase();
    await tx.set('stale', []);
    await tx.set('positions', {});
    await tx.set('seal', null);
    await tx.set('complete', false);
    await tx.set('status', { kind: 'new' });
  });
}
