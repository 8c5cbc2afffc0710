// Two devices wanted different values for one field: the first stayed, the other was kept beside it. The owner decides.
// Choosing the other value is an ordinary edit, sent just before; this only closes the question and keeps its record.

import * as v from 'valibot';
import { refuse } from '#shared/refusals.ts';
import { planScope, workScope } from '#shared/scopes.ts';
import { mutation } from '#shared/sync/mutation.ts';
import { rowId } from './fields.ts';
import { byId, getRow, put } from './support.ts';

const scopes = { plan: planScope, work: workScope };

export const settle = mutation({
  version: 1,
  args: v.strictObject({ id: rowId, in: v.picklist(['plan', 'work']) }),
  writes: (args, actor) => [scopes[args.in](actor.id)],
  reads: (args, actor) => [byId('conflict', scopes[args.in](actor.id), args.id)],
  decide: ({ args, rows, actor }) => {
    const conflict = getRow(rows, 'conflict', scopes[args.in](actor.id), args.id);
    if (!conflict) return refuse('not-found', { table: 'conflict' });
    return { result: 'applied', changes: [put('conflict', { ...conflict, state: 'settled' })] };
  },
});
