import { computed } from 'vue';
import { useLoadedLater } from '#client/workspace/loaded-later.ts';
import { useSession } from '#client/workspace/session-store.ts';
import { useLive } from '#client/workspace/workspace.ts';

/** Whether the person leads anybody, and how many submissions wait for a decision. */
export function useApprovalCount() {
  const session = useSession();
  const counting = useLoadedLater(() => import('./waiting.ts'));
  const found = useLive(
    () => ({ workspace: session.workspace, count: counting.value?.countWaiting }),
    async ({ workspace, count }) => (workspace && count ? count(workspace) : { leads: false, waiting: 0 }),
  );
  return {
    leads: computed(() => found.value?.leads ?? false),
    waiting: computed(() => found.value?.waiting ?? 0),
  };
}
