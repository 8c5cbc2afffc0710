// The people of help: their names, and who can be asked for it.

import { allOf, allRows, byId, getRow } from '#shared/acts/rows.ts';
import { groupBy } from '#shared/group-by.ts';
import { actsFor, approverOn, assignmentOn } from '#shared/people/rules/supervision.ts';
import type { EmployeeId } from '#shared/people/tables.ts';
import { agencyScope } from '#shared/scopes.ts';
import { question } from '#shared/sync/question.ts';

/** The names of these people, by their ids; who is not in the directory has none. */
export const namesOf = question<readonly EmployeeId[], Record<EmployeeId, string>>({
  reads: (ids, { actor }) => ids.map((id) => byId('employee', agencyScope(actor.tenant), id)),
  answer: (ids, { actor }, rows) =>
    Object.fromEntries(
      ids.flatMap((id) => {
        const person = getRow(rows, 'employee', agencyScope(actor.tenant), id);
        return person ? [[id, person.name]] : [];
      }),
    ),
});

export interface MayHelp {
  id: EmployeeId;
  name: string;
  nip: string | null;
  position: string;
  /** Sits in the person's own unit: mostly it is somebody beside them. */
  near: boolean;
}

/** Whoever holds a post today, but the person themselves and who decides on their work or acts for who does. */
export const mayHelp = question<null, MayHelp[]>({
  reads: (_none, { actor }) =>
    (['employee', 'assignment', 'delegation'] as const).map((table) => allOf(table, agencyScope(actor.tenant))),
  answer: (_none, { actor: { id: me, tenant }, today }, rows) => {
    const agency = agencyScope(tenant);
    const byPerson = groupBy(allRows(rows, 'assignment', agency), ({ employeeId }) => employeeId);
    const delegations = allRows(rows, 'delegation', agency);
    const approver = approverOn(byPerson.get(me) ?? [], me, today);
    const decides = (id: EmployeeId) =>
      approver !== null && (id === approver || actsFor(delegations, id, today).includes(approver));
    const unit = assignmentOn(byPerson.get(me) ?? [], me, today)?.unitId;
    return allRows(rows, 'employee', agency).flatMap(({ id, name, nip }) => {
      const post = assignmentOn(byPerson.get(id) ?? [], id, today);
      if (!post || id === me || decides(id)) return [];
      return [{ id, name, nip, position: post.position, near: post.unitId === unit }];
    });
  },
});
