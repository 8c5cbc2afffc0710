// What the office states of somebody's annual leave (shared/leave/rules/annual-leave.ts): what was left before this app came, and
// days more for work on joint leave. An entry is never rewritten: it is withdrawn, with the reason, and another one is made.

import * as v from 'valibot';
import * as field from '#shared/acts/fields.ts';
import { byId, getRow } from '#shared/acts/rows.ts';
import { forAdministrators, isTaken, put } from '#shared/acts/support.ts';
import { refuse } from '#shared/refusals.ts';
import { agencyScope, workScope } from '#shared/scopes.ts';
import { mutation } from '#shared/sync/mutation.ts';
import { LEAVE_ENTRY_KINDS } from '../rules/leave.ts';
import type { LeaveEntry } from '../tables.ts';

export const add = mutation({
  version: 1,
  office: true,
  closedTo: forAdministrators,
  args: v.pipe(
    v.strictObject({
      id: field.newId,
      employeeId: field.employeeId,
      kind: v.picklist(LEAVE_ENTRY_KINDS),
      /** Whole working days. */
      days: field.integer(0, 60),
      carried: field.integer(0, 60),
      asOf: field.plainDate,
      source: field.requiredText(field.LIMITS.title),
    }),
    v.check(({ kind, carried }) => kind === 'left' || carried === 0, 'days of years before without a statement'),
    v.check(({ kind, days }) => kind === 'left' || days > 0, 'no days'),
  ),
  writes: (args) => [workScope(args.employeeId)],
  reads: (args, actor) => [
    byId('employee', agencyScope(actor.tenant), args.employeeId),
    byId('leaveEntry', workScope(args.employeeId), args.id),
  ],
  decide: ({ args, rows, actor, now }) => {
    const { employeeId, ...said } = args;
    const scope = workScope(employeeId);
    if (employeeId === actor.id) return refuse('own-leave', {});
    if (!getRow(rows, 'employee', agencyScope(actor.tenant), employeeId)) {
      return refuse('not-found', { table: 'employee' });
    }
    if (isTaken(rows, 'leaveEntry', scope, args.id)) return refuse('already-exists', { table: 'leaveEntry' });
    const entry: LeaveEntry = {
      ...said,
      ...{ scope, version: 0, year: said.asOf.slice(0, 4), withdrawn: false, by: actor.id, at: now },
      ...{ withdrawnBy: null, withdrawnAt: null, withdrawReason: null },
    };
    return { result: 'applied', changes: [put('leaveEntry', entry)] };
  },
});

/** It never held. */
export const withdraw = mutation({
  version: 1,
  office: true,
  closedTo: forAdministrators,
  args: v.strictObject({
    id: field.newId,
    employeeId: field.employeeId,
    reason: field.requiredText(field.LIMITS.note),
  }),
  writes: (args) => [workScope(args.employeeId)],
  reads: (args) => [byId('leaveEntry', workScope(args.employeeId), args.id)],
  decide: ({ args, rows, actor, now }) => {
    if (args.employeeId === actor.id) return refuse('own-leave', {});
    const entry = getRow(rows, 'leaveEntry', workScope(args.employeeId), args.id);
    if (!entry) return refuse('not-found', { table: 'leaveEntry' });
    if (entry.withdrawn) return refuse('wrong-state', { state: 'withdrawn' });
    const withdrawn: LeaveEntry = {
      ...entry,
      ...{ withdrawn: true, withdrawnBy: actor.id, withdrawnAt: now, withdrawReason: args.reason },
    };
    return { result: 'applied', changes: [put('leaveEntry', withdrawn)] };
  },
});
