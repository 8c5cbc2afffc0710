// Unsent work that somebody else brought to the server by a file: its owner is told, on every device of theirs.

import * as v from 'valibot';
import * as field from '#shared/acts/fields.ts';
import { byId, forAdministrators, getRow, put } from '#shared/acts/support.ts';
import { workScope } from '#shared/scopes.ts';
import { mutation } from '#shared/sync/mutation.ts';
import type { Delivery } from '../tables.ts';

/** `id` is the file's own, so that the parts of a file, and the same file twice, are told of once. */
export const note = mutation({
  version: 1,
  office: true,
  closedTo: forAdministrators,
  args: v.strictObject({
    id: field.rowId,
    employeeId: field.employeeId,
    count: field.integer(0),
  }),
  writes: ({ employeeId }) => [workScope(employeeId)],
  reads: ({ id, employeeId }) => [byId('delivery', workScope(employeeId), id)],
  decide: ({ args, rows, actor, now }) => {
    const { id, employeeId, count } = args;
    const scope = workScope(employeeId);
    if (getRow(rows, 'delivery', scope, id)) return { result: 'applied', changes: [] };
    const delivery: Delivery = { id, scope, version: 0, by: actor.id, count, at: now };
    return { result: 'applied', changes: [put('delivery', delivery)] };
  },
});
