// How the agency evaluates, as of today.

import { byColumn, rowsWhere } from '#shared/acts/rows.ts';
import { agencyScope } from '#shared/scopes.ts';
import type { Actor } from '#shared/sync/mutation.ts';
import { type Asking, question } from '#shared/sync/question.ts';
import type { Read, RowSet } from '#shared/sync/row-set.ts';
import { type PerformancePolicy, performancePolicyOn } from '../rules/policy.ts';

export const performancePolicyReads = ({ tenant }: Actor): Read[] => [
  byColumn('policy', agencyScope(tenant), 'kind', 'performance'),
];

export const performancePolicyFrom = (rows: RowSet, { actor, today }: Asking): PerformancePolicy =>
  performancePolicyOn(rowsWhere(rows, 'policy', agencyScope(actor.tenant), 'kind', 'performance'), today);

export const performancePolicyNow = question<null, PerformancePolicy>({
  reads: (_args, { actor }) => performancePolicyReads(actor),
  answer: (_args, asking, rows) => performancePolicyFrom(rows, asking),
});
