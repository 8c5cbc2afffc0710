// Whom somebody leads, as questions ask it: the direct subordinates, and those of whom one acts for.

import { allOf, allRows, byColumn, rowsWhere } from '#shared/acts/rows.ts';
import { agencyScope } from '#shared/scopes.ts';
import type { Asking } from '#shared/sync/question.ts';
import type { Read, RowSet } from '#shared/sync/row-set.ts';
import { actsFor, subordinatesOn } from './rules/supervision.ts';
import type { EmployeeId } from './tables.ts';

export function teamReads({ actor }: Asking): Read[] {
  const agency = agencyScope(actor.tenant);
  return [allOf('assignment', agency), byColumn('delegation', agency, 'toId', actor.id)];
}

/** Themselves, and for whom they act as superior today. */
export function leadersOf(rows: RowSet, { actor, today }: Asking): EmployeeId[] {
  const delegations = rowsWhere(rows, 'delegation', agencyScope(actor.tenant), 'toId', actor.id);
  return [actor.id, ...actsFor(delegations, actor.id, today)];
}

/** Whom they lead today. */
export function teamOf(rows: RowSet, asking: Asking): EmployeeId[] {
  const assignments = allRows(rows, 'assignment', agencyScope(asking.actor.tenant));
  const team = leadersOf(rows, asking).flatMap((leader) => subordinatesOn(assignments, leader, asking.today));
  return [...new Set(team)].filter((id) => id !== asking.actor.id);
}
