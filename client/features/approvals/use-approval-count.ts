import { computed } from 'vue';
import { useSession } from '#client/features/account/index.ts';
import { loadDueLeaves } from '#client/features/leave/index.ts';
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
  const leaves = useLive(
    () => session.workspace,
    async (workspace) => (workspace ? loadDueLeaves(workspace) : []),
  );
  const dueCount = computed(() => (due.value?.length ?? 0) + (leaves.value?.length ?? 0));
  return {
    leads: computed(() => (team.value?.length ?? 0) + dueCount.value > 0),
    waiting: computed(() => (team.value ?? []).reduce((sum, member) => sum + waitingOf(member), dueCount.value)),
  };
}
