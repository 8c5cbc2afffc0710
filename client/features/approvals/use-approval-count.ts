import { computed, shallowRef } from 'vue';
import { useSession } from '#client/workspace/session-store.ts';
import { useLive } from '#client/workspace/workspace.ts';

/** What counts comes after the first screen, which does not wait for it. */
const counting = shallowRef<typeof import('./waiting.ts') | null>(null);

/** Whether the person leads anybody, and how many submissions wait for a decision. */
export function useApprovalCount() {
  const session = useSession();
  void import('./waiting.ts').then((loaded) => {
    counting.value = loaded;
  });
  const found = useLive(
    () => ({ workspace: session.workspace, count: counting.value?.countWaiting }),
    async ({ workspace, count }) => (workspace && count ? count(workspace) : { leads: false, waiting: 0 }),
  );
  return {
    leads: computed(() => found.value?.leads ?? false),
    waiting: computed(() => found.value?.waiting ?? 0),
  };
}
