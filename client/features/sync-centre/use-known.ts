// How much of what concerns the person has come to this device. Before it is all, a row that is not here may well exist:
// nothing may be concluded from its absence.

import { computed, type Ref } from 'vue';
import { useSession } from '#client/workspace/session-store.ts';
import { useLive } from '#client/workspace/workspace.ts';

export type Known = 'nothing' | 'partly' | 'all';

/** Undefined until it is looked up, and where nobody is signed in. */
export function useKnown(): Readonly<Ref<Known | undefined>> {
  const session = useSession();
  const live = useLive(
    () => session.workspace,
    async (workspace) => {
      const [complete, positions] = (await workspace?.db.meta.bulkGet(['complete', 'positions'])) ?? [];
      return { of: workspace, complete: complete?.value === true, held: Object.keys(positions?.value ?? {}).length };
    },
  );
  return computed(() => {
    const now = live.value;
    if (!now?.of || now.of !== session.workspace) return undefined;
    if (now.complete) return 'all';
    return now.held > 0 ? 'partly' : 'nothing';
  });
}
