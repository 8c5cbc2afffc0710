// An act that may still be taken back. For a few seconds it is not sent, though it is stored in the queue like any other:
// it survives a reload and a killed process, and goes by itself when its time is over. What was done after it waits for
// it, because the queue goes in order.

import type { Domain } from '#shared/sync/domain.ts';
import type { Actor, Failed } from '#shared/sync/mutation.ts';
import { rebase } from './receive.ts';
import type { LocalStore, LocalTransaction, OutboxEntry } from './store.ts';

export const HOLD_MS = 10_000;

type Held = Pick<OutboxEntry, 'at' | 'heldUntil'>;

/** A clock that was set back since the act holds nothing: it would for a long time. */
export const isHeld = ({ at, heldUntil }: Held, now: Date): boolean =>
  heldUntil !== undefined && Date.parse(at) <= now.getTime() && now.getTime() < Date.parse(heldUntil);

/** The entries before the first that is held. */
export function beforeHeld(entries: readonly OutboxEntry[], now: Date): readonly OutboxEntry[] {
  const first = entries.findIndex((entry) => isHeld(entry, now));
  return first === -1 ? entries : entries.slice(0, first);
}

/** These go now: from here on nothing takes them back, whatever the clock says. */
export async function letGo(tx: LocalTransaction, entries: readonly OutboxEntry[]): Promise<void> {
  const held = entries.filter(({ heldUntil }) => heldUntil !== undefined);
  if (held.length > 0) await tx.putOutbox(held.map(({ heldUntil: _over, draft: _gone, ...entry }) => entry));
}

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
    for (const { draft } of taken) if (draft) await tx.keepDraft(draft);
    return true;
  });
}
