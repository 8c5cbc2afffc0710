// Who acts for whom: entered by an administrator, or by the superior who is acted for.

import * as v from 'valibot';
import * as field from '#shared/acts/fields.ts';
import { agencyOf, byId, getRow, isAdministrator, put, remove } from '#shared/acts/support.ts';
import { refuse } from '#shared/refusals.ts';
import { mutation } from '#shared/sync/mutation.ts';
import { addDays, earlierOf } from '#shared/time/working-time.ts';
import type { Delegation } from '../tables.ts';

/** Plt or Plh: from one day to another somebody decides in a superior's place. Entered by an administrator or the superior. */
export const delegate = mutation({
  version: 1,
  args: v.strictObject({
    id: field.newId,
    fromId: field.employeeId,
    toId: field.employeeId,
    kind: v.picklist(['plt', 'plh']),
    validFrom: field.plainDate,
    validUntil: v.nullable(field.plainDate),
  }),
  writes: (_args, actor) => [agencyOf(actor)],
  reads: (args, actor) => [
    byId('delegation', agencyOf(actor), args.id),
    byId('employee', agencyOf(actor), args.fromId),
    byId('employee', agencyOf(actor), args.toId),
  ],
  decide: ({ args, rows, actor }) => {
    const scope = agencyOf(actor);
    if (!isAdministrator(actor) && args.fromId !== actor.id) return refuse('not-administrator', {});
    if (args.fromId === args.toId) return refuse('own-supervisor', {});
    if (args.validUntil !== null && args.validUntil < args.validFrom) return refuse('period-reversed', {});
    for (const id of [args.fromId, args.toId]) {
      if (!getRow(rows, 'employee', scope, id)) return refuse('not-found', { table: 'employee' });
    }
    if (getRow(rows, 'delegation', scope, args.id)) return refuse('already-exists', { table: 'delegation' });
    const delegation: Delegation = { ...args, scope, version: 0 };
    return { result: 'applied', changes: [put('delegation', delegation)] };
  },
});

/** The delegation holds until the day before; one that has not begun is gone. */
export const endDelegation = mutation({
  version: 1,
  args: v.strictObject({ id: field.rowId }),
  writes: (_args, actor) => [agencyOf(actor)],
  reads: (args, actor) => [byId('delegation', agencyOf(actor), args.id)],
  decide: ({ args, rows, actor, today }) => {
    const delegation = getRow(rows, 'delegation', agencyOf(actor), args.id);
    if (!delegation) return refuse('not-found', { table: 'delegation' });
    if (!isAdministrator(actor) && delegation.fromId !== actor.id) return refuse('not-administrator', {});
    // What is over already stays as it was: to end it once more must not make it longer.
    const validUntil = earlierOf(addDays(today, -1), delegation.validUntil ?? today);
    const gone = delegation.validFrom > validUntil;
    return {
      result: 'applied',
      changes: [gone ? remove('delegation', delegation) : put('delegation', { ...delegation, validUntil })],
    };
  },
});
