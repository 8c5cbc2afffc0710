// How a head's team is rated in a period, beside what the organisation's achievement leads to expect.

import type { Workspace } from '#client/workspace/workspace.ts';
import { type Achievement, countPredicates, type Predicate } from '#shared/evaluation/rules/rating.ts';
import { achievementId } from '#shared/evaluation/tables.ts';
import { subordinatesOn } from '#shared/people/rules/supervision.ts';
import { workScope } from '#shared/scopes.ts';
import { loadPolicy } from './evaluation-queries.ts';

export interface TeamDistribution {
  achievement: Achievement | undefined;
  counts: Record<Predicate, number>;
  rated: number;
  unrated: number;
  distribution: Record<Achievement, Record<Predicate, number>>;
}

export async function loadDistribution(workspace: Workspace, period: string): Promise<TeamDistribution> {
  const { rows, scopes, me, today } = workspace;
  const [assignments, achievement, policy, employees] = await Promise.all([
    rows('assignment').where('scope').equals(scopes.agency).toArray(),
    rows('achievement').get([scopes.plan, achievementId(me, period)]),
    loadPolicy(workspace),
    rows('employee').where('scope').equals(scopes.agency).toArray(),
  ]);
  const withoutAccount = new Set(employees.filter(({ nip }) => nip === null).map(({ id }) => id));
  const team = subordinatesOn(assignments, me, today()).filter((id) => id !== me && !withoutAccount.has(id));
  const evaluations = await rows('evaluation')
    .filter((one) => one.period === period && one.predicate !== null)
    .toArray();
  const ofTeam = team.flatMap((id) => evaluations.find(({ scope }) => scope === workScope(id))?.predicate ?? []);
  return {
    achievement: achievement?.value,
    counts: countPredicates(ofTeam),
    rated: ofTeam.length,
    unrated: team.length - ofTeam.length,
    distribution: policy.distribution,
  };
}
