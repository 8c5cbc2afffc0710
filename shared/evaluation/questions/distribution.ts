// How a head's team is rated in a period, beside what the organisation's achievement leads to expect.

import { allOf, allRows, byId, getRow } from '#shared/acts/rows.ts';
import { subordinatesOn } from '#shared/people/rules/supervision.ts';
import type { EmployeeId } from '#shared/people/tables.ts';
import { agencyScope, planScope, workScope } from '#shared/scopes.ts';
import { type Asking, question } from '#shared/sync/question.ts';
import type { RowSet } from '#shared/sync/row-set.ts';
import { type Achievement, countPredicates, type Predicate } from '../rules/rating.ts';
import { achievementId } from '../tables.ts';
import { performancePolicyFrom, performancePolicyReads } from './policy.ts';

export interface TeamDistribution {
  achievement: Achievement | undefined;
  counts: Record<Predicate, number>;
  rated: number;
  unrated: number;
  distribution: Record<Achievement, Record<Predicate, number>>;
}

/** Of the team, who is rated: an honorer has no account, and no evaluation. */
function ratedTeam(rows: RowSet, { actor, today }: Asking): EmployeeId[] {
  const agency = agencyScope(actor.tenant);
  const withoutAccount = new Set(
    allRows(rows, 'employee', agency)
      .filter(({ nip }) => nip === null)
      .map(({ id }) => id),
  );
  const team = subordinatesOn(allRows(rows, 'assignment', agency), actor.id, today);
  return team.filter((id) => id !== actor.id && !withoutAccount.has(id));
}

export const distributionOfTeam = question<{ period: string }, TeamDistribution>({
  reads: ({ period }, asking, rows) => {
    const { actor } = asking;
    const agency = agencyScope(actor.tenant);
    return [
      allOf('assignment', agency),
      allOf('employee', agency),
      byId('achievement', planScope(actor.id), achievementId(actor.id, period)),
      ...performancePolicyReads(actor),
      ...ratedTeam(rows, asking).map((id) => allOf('evaluation', workScope(id))),
    ];
  },
  answer: ({ period }, asking, rows) => {
    const { actor } = asking;
    const team = ratedTeam(rows, asking);
    const predicates = team.flatMap(
      (id) =>
        allRows(rows, 'evaluation', workScope(id)).find((one) => one.period === period && one.predicate !== null)
          ?.predicate ?? [],
    );
    return {
      achievement: getRow(rows, 'achievement', planScope(actor.id), achievementId(actor.id, period))?.value,
      counts: countPredicates(predicates),
      rated: predicates.length,
      unrated: team.length - predicates.length,
      distribution: performancePolicyFrom(rows, asking).distribution,
    };
  },
});
