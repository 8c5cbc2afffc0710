// An act that may still be taken back. For a few seconds it is not sent, though it is stored in the queue like any other:
// it survives a reload and a killed process, and goes by itself when its time is over. What was done after it waits for
// it, because the queue goes in order.

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

/** The queue as it is carried away, as by a file: whatever has gone so is not taken back either. */
export const letQueueGo = (store: LocalStore): Promise<readonly OutboxEntry[]> =>
  store.write(async (tx) => {
    const entries = await tx.outbox();
    await letGo(tx, entries);
    return entries;
  });
