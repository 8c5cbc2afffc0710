import { computed } from 'vue';
import { useSession } from '#client/features/account/index.ts';
import { useLive } from '#client/workspace.ts';
import { loadDueEvaluations, loadTeam, waitingOf } from './team.ts';

/** Whether the person leads anybody, and how many submissions wait for a decision. */
export function useApprovalCount() {
  const session = useSession();
  const team = useLive(
    () => session.workspace,
    async (workspace) => (workspace ? loadTeam(workspace) : []),
  );
  const due = useLive(
    () => session.workspace,
    async (workspace) => (workspace ? loadDueEvaluations(workspace) : []),
  );
  return {
    leads: computed(() => (team.value?.length ?? 0) + (due.value?.length ?? 0) > 0),
    waiting: computed(() =>
      (team.value ?? []).reduce((sum, member) => sum + waitingOf(member), due.value?.length ?? 0),
    ),
  };
}
