// Which RHK the work of a day can support.

import type { Workspace } from '#client/workspace.ts';
import { inOrder, standing } from '#shared/rules/skp-content.ts';
import type { Result } from '#shared/tables.ts';

/** Of the own plans that hold on the day, in the order of the plan. */
export async function loadResultsOn({ rows, scopes, me }: Workspace, date: string): Promise<Result[]> {
  const skps = await rows('skp').where('[scope+employeeId]').equals([scopes.plan, me]).toArray();
  const ids = skps.filter((skp) => skp.validFrom <= date && date <= skp.validUntil).map(({ id }) => id);
  const results = await rows('result').where('scope').equals(scopes.plan).toArray();
  return inOrder(standing(results)).filter((result) => ids.includes(result.skpId));
}
