// Planned actions for a result, by quarter or month. They guide the own work and need no approval.

import * as v from 'valibot';
import * as field from '#shared/acts/fields.ts';
import { byId, getRow, put, remove } from '#shared/acts/support.ts';
import { refuse } from '#shared/refusals.ts';
import { planScope } from '#shared/scopes.ts';
import { mutation } from '#shared/sync/mutation.ts';

export const add = mutation({
  version: 1,
  args: v.strictObject({
    id: field.newId,
    skpId: field.newId,
    resultId: field.newId,
    period: field.period,
    text: field.requiredText(field.LIMITS.text),
  }),
  writes: (_args, actor) => [planScope(actor.id)],
  reads: (args, actor) => [
    byId('result', planScope(actor.id), args.resultId),
    byId('action', planScope(actor.id), args.id),
  ],
  decide: ({ args, rows, actor, now }) => {
    const scope = planScope(actor.id);
    if (getRow(rows, 'result', scope, args.resultId)?.skpId !== args.skpId) {
      return refuse('parent-not-found', { table: 'result', id: args.resultId });
    }
    if (getRow(rows, 'action', scope, args.id)) return refuse('already-exists', { table: 'action' });
    return { result: 'applied', changes: [put('action', { ...args, scope, version: 0, createdAt: now })] };
  },
});

export const erase = mutation({
  version: 1,
  args: v.strictObject({ id: field.newId }),
  writes: (_args, actor) => [planScope(actor.id)],
  reads: (args, actor) => [byId('action', planScope(actor.id), args.id)],
  decide: ({ args, rows, actor }) => {
    const action = getRow(rows, 'action', planScope(actor.id), args.id);
    if (!action) return refuse('not-found', { table: 'action' });
    return { result: 'applied', changes: [remove('action', action)] };
  },
});
