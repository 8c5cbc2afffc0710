// Who is led, and how much waits for a decision.

import { loadDueLeaves } from '#client/features/leave/index.ts';
import type { Workspace } from '#client/workspace/workspace.ts';
import { loadDueEvaluations, loadTeam, waitingOf } from './team.ts';

export async function countWaiting(workspace: Workspace): Promise<{ leads: boolean; waiting: number }> {
  const [team, evaluations, leaves] = await Promise.all([
    loadTeam(workspace),
    loadDueEvaluations(workspace),
    loadDueLeaves(workspace),
  ]);
  const due = evaluations.length + leaves.length;
  return {
    leads: team.length + due > 0,
    waiting: team.reduce((sum, member) => sum + waitingOf(member), due),
  };
}
