// What may still be taken back: read from the queue itself, so that it is known after a reload and in every tab.

import { computed, onScopeDispose, type Ref, shallowRef } from 'vue';
import { isHeld, type OutboxEntry } from '#client/sync/index.ts';
import { actGate } from '#client/ui/index.ts';
import { useSession } from '#client/workspace/session-store.ts';
import { useLive } from '#client/workspace/workspace.ts';

export interface HeldAct {
  entries: OutboxEntry[];
  /** Seconds that are left. */
  seconds: number;
}

/** What was taken back here last, and how often something was: a form that is open begins again with what is kept of it. */
export const takenBack = shallowRef<{ times: number; entries: readonly OutboxEntry[] }>({ times: 0, entries: [] });

/** The last act that is held, or null. */
export function useHeldAct(): { held: Readonly<Ref<HeldAct | null>>; undo: () => Promise<boolean | undefined> } {
  const session = useSession();
  const entries = useLive(
    () => session.workspace,
    async (workspace) => (workspace ? workspace.db.outbox.where('heldUntil').above('').toArray() : []),
  );
  const now = shallowRef(new Date());
  const clock = setInterval(() => {
    if (entries.value?.length) now.value = new Date();
  }, 250);
  onScopeDispose(() => clearInterval(clock));

  const held = computed((): HeldAct | null => {
    // What was queued since the clock was last read is held as well.
    const moment = new Date(Math.max(now.value.getTime(), Date.now()));
    const here = (entries.value ?? []).filter((entry) => isHeld(entry, moment));
    const last = here
      .map(({ at }) => at)
      .sort()
      .at(-1);
    const ofLast = here.filter(({ at }) => at === last);
    const until = Date.parse(ofLast[0]?.heldUntil ?? '');
    return ofLast.length > 0 ? { entries: ofLast, seconds: Math.ceil((until - moment.getTime()) / 1000) } : null;
  });

  async function undo(): Promise<boolean | undefined> {
    const { workspace } = session;
    const last = held.value;
    if (!workspace || !last) return undefined;
    const taken = await actGate.tap(
      () => workspace.takeBack(last.entries.map(({ id }) => id)),
      () => true,
    );
    if (taken) takenBack.value = { times: takenBack.value.times + 1, entries: last.entries };
    return taken;
  }
  return { held, undo };
}
