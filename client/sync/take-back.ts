// Takes back what is held.

import type { Domain } from '#shared/sync/domain.ts';
import type { Actor, Failed } from '#shared/sync/mutation.ts';
import { isHeld } from './held.ts';
import { keepOwn } from './own-draft.ts';
import { rebase } from './receive.ts';
import type { LocalStore } from './store.ts';

export interface TakingBack {
  store: LocalStore;
  domain: Domain;
  actor: Actor;
  now: () => Date;
  failed: Failed;
}

/**
 * Takes acts back that are held: their effect goes, the form that they saved is there again, and what was done after them
 * moves up. All of them or none; false where it is too late, or where a later act builds on what they changed.
 */
export function takeBack({ store, domain, actor, now, failed }: TakingBack, ids: readonly string[]): Promise<boolean> {
  return store.write(async (tx) => {
    const wanted = new Set(ids);
    const queue = await tx.outbox();
    const taken = queue.filter(({ id }) => wanted.has(id));
    // A transaction that is repeated has done it already.
    if (taken.length === 0) return (await tx.findActs(ids)).length === 0;
    const first = Math.min(...taken.map(({ seq }) => seq));
    const later = queue.filter(({ seq, id }) => seq > first && !wanted.has(id));
    const touched = new Set(taken.flatMap((entry) => entry.touched));
    const at = now();
    if (taken.length < wanted.size || !taken.every((entry) => isHeld(entry, at))) return false;
    if (later.some((entry) => entry.touched.some((key) => touched.has(key)))) return false;

    const device = await tx.get('device');
    const movedUp = later.map((entry, index) => ({ ...entry, seq: first + index }));
    await tx.removeOutbox([...taken, ...later].map(({ seq }) => seq));
    await tx.putOutbox(movedUp);
    if (device) await tx.set('device', { ...device, nextSeq: first + movedUp.length });
    const pending = [...queue.filter(({ seq }) => seq < first), ...movedUp];
    await rebase(tx, pending, { domain, actor, failed }, async () => undefined);
    // What was typed since is another form's, and stays.
    for (const { draft } of taken) if (draft) await keepOwn(tx, { ...draft, form: draft.form ?? '' });
    return true;
  });
}
