// Posts and moves, kept by administrators.

import * as v from 'valibot';
import * as field from '#shared/acts/fields.ts';
import { allOf, allRows } from '#shared/acts/rows.ts';
import { agencyOf, byId, forAdministrators, getRow, put, remove, rowsWhere, upgrade } from '#shared/acts/support.ts';
import { refuse } from '#shared/refusals.ts';
import { mutation } from '#shared/sync/mutation.ts';
import type { RowChange } from '#shared/sync/row-set.ts';
import { addDays } from '#shared/time/working-time.ts';
import { isLastAdministrator } from '../rules/administrators.ts';
import { assignmentOn } from '../rules/supervision.ts';
import type { Assignment } from '../tables.ts';
import { assignmentsOf } from '../who-decides.ts';

/** From a day on an employee holds another post, or none (pension, transfer to another agency). Nothing before it changes. */
export const postFields = {
  unitId: field.rowId,
  position: field.requiredText(field.LIMITS.title),
  positionKind: v.picklist(['JPT', 'JA', 'JF']),
  supervisorId: v.nullable(field.employeeId),
  postClass: v.nullable(field.integer(1, 17)),
  leadsUnit: v.boolean(),
  headsAgency: v.boolean(),
};

export const move = mutation({
  version: 4,
  closedTo: forAdministrators,
  args: v.strictObject({
    employeeId: field.employeeId,
    validFrom: field.plainDate,
    to: v.nullable(
      v.pipe(
        v.strictObject({ id: field.newId, ...postFields }),
        v.check(({ headsAgency, supervisorId }) => !headsAgency || supervisorId === null, 'a head with a superior'),
      ),
    ),
  }),
  // In version 1 posts had no class, in version 2 nobody led an independent unit; until version 3 the form called whoever has
  // no superior the head of the agency.
  upcast: (args, from) =>
    upgrade((given) => ({
      ...given,
      to: upgrade((to) => ({
        ...to,
        ...(from === 1 && { postClass: null }),
        ...(from <= 2 && { leadsUnit: false }),
        headsAgency: to.supervisorId === null,
      }))(given.to),
    }))(args),
  writes: (_args, actor) => [agencyOf(actor)],
  reads: (args, actor) => [
    assignmentsOf(args.employeeId, actor),
    byId('employee', agencyOf(actor), args.employeeId),
    ...(args.to
      ? [byId('unit', agencyOf(actor), args.to.unitId), byId('assignment', agencyOf(actor), args.to.id)]
      : [allOf('officeRole', agencyOf(actor))]),
  ],
  decide: ({ args, rows, actor, today }) => {
    const { employeeId, validFrom, to } = args;
    const scope = agencyOf(actor);
    if (!getRow(rows, 'employee', scope, employeeId)) return refuse('not-found', { table: 'employee' });
    if (to && !getRow(rows, 'unit', scope, to.unitId))
      return refuse('parent-not-found', { table: 'unit', id: to.unitId });
    if (to?.supervisorId === employeeId) return refuse('own-supervisor', {});
    if (!to && employeeId === actor.id) return refuse('own-leaving', {});
    if (!to && isLastAdministrator(allRows(rows, 'officeRole', scope), employeeId, today)) {
      return refuse('last-administrator', {});
    }
    const posts = rowsWhere(rows, 'assignment', scope, 'employeeId', employeeId);
    if (to && getRow(rows, 'assignment', scope, to.id)) return refuse('already-exists', { table: 'assignment' });
    const present = assignmentOn(posts, employeeId, validFrom);
    const changes: RowChange[] = [];
    if (present && present.validFrom === validFrom) changes.push(remove('assignment', present));
    else if (present) changes.push(put('assignment', { ...present, validUntil: addDays(validFrom, -1) }));
    if (to) {
      const held: Assignment = {
        ...to,
        scope,
        version: 0,
        employeeId,
        kind: 'definitive',
        validFrom,
        validUntil: null,
      };
      changes.push(put('assignment', held));
    }
    return { result: 'applied', changes };
  },
});
