// Who holds a role beside the own work, from one day to another: given and taken by an administrator, each act in the log.

import * as v from 'valibot';
import * as field from '#shared/acts/fields.ts';
import { allOf, allRows } from '#shared/acts/rows.ts';
import {
  agencyOf,
  byColumn,
  byId,
  forAdministrators,
  getRow,
  isTaken,
  put,
  remove,
  rowsWhere,
} from '#shared/acts/support.ts';
import { refuse } from '#shared/refusals.ts';
import { mutation } from '#shared/sync/mutation.ts';
import { addDays, earlierOf } from '#shared/time/working-time.ts';
import { administratorStays } from '../rules/administrators.ts';
import { ROLES } from '../rules/roles.ts';
import type { OfficeRole } from '../tables.ts';

export const giveRole = mutation({
  version: 1,
  office: true,
  closedTo: forAdministrators,
  args: v.strictObject({
    id: field.newId,
    employeeId: field.employeeId,
    role: v.picklist(ROLES),
    validFrom: field.plainDate,
    validUntil: v.nullable(field.plainDate),
  }),
  writes: (_args, actor) => [agencyOf(actor)],
  reads: (args, actor) => [
    byId('officeRole', agencyOf(actor), args.id),
    byColumn('officeRole', agencyOf(actor), 'employeeId', args.employeeId),
    byId('employee', agencyOf(actor), args.employeeId),
  ],
  decide: ({ args, rows, actor, today }) => {
    const scope = agencyOf(actor);
    if (!getRow(rows, 'employee', scope, args.employeeId)) return refuse('not-found', { table: 'employee' });
    if (isTaken(rows, 'officeRole', scope, args.id)) return refuse('already-exists', { table: 'officeRole' });
    if (args.validUntil !== null && args.validUntil < args.validFrom) return refuse('period-reversed', {});
    if (args.validUntil !== null && args.validUntil < today) return refuse('date-past', { date: args.validUntil });
    const holds = rowsWhere(rows, 'officeRole', scope, 'employeeId', args.employeeId).some(
      (held) =>
        held.role === args.role &&
        (held.validUntil === null || held.validUntil >= args.validFrom) &&
        (args.validUntil === null || held.validFrom <= args.validUntil),
    );
    if (holds) return refuse('already-exists', { table: 'officeRole' });
    const given: OfficeRole = { ...args, scope, version: 0 };
    return { result: 'applied', changes: [put('officeRole', given)] };
  },
});

/**
 * The role is held until the day before; one that has not begun is gone. Nobody takes the own one, and one administrator without
 * a last day is left: somebody has to be there who may give it.
 */
export const takeRole = mutation({
  version: 1,
  office: true,
  closedTo: forAdministrators,
  args: v.strictObject({ id: field.rowId }),
  writes: (_args, actor) => [agencyOf(actor)],
  reads: (_args, actor) => [allOf('officeRole', agencyOf(actor))],
  decide: ({ args, rows, actor, today }) => {
    const held = getRow(rows, 'officeRole', agencyOf(actor), args.id);
    if (!held) return refuse('not-found', { table: 'officeRole' });
    if (held.employeeId === actor.id && held.role === 'admin') return refuse('own-role', {});
    const others = allRows(rows, 'officeRole', agencyOf(actor)).filter(({ id }) => id !== held.id);
    if (held.role === 'admin' && !administratorStays(others, today)) return refuse('last-administrator', {});
    const validUntil = earlierOf(addDays(today, -1), held.validUntil ?? today);
    const gone = held.validFrom > validUntil;
    return {
      result: 'applied',
      changes: [gone ? remove('officeRole', held) : put('officeRole', { ...held, validUntil })],
    };
  },
});
