// The matrix of roles and results: a head gives each member of the team a part of a result. It lies in the head's plan,
// which the team sees; the member takes it into the own SKP.

import * as v from 'valibot';
import * as field from '#shared/acts/fields.ts';
import { byId, getRow, put, remove } from '#shared/acts/support.ts';
import { refuse } from '#shared/refusals.ts';
import { planScope } from '#shared/scopes.ts';
import { mutation } from '#shared/sync/mutation.ts';

export const assign = mutation({
  version: 1,
  args: v.strictObject({
    id: field.newId,
    resultId: field.newId,
    employeeId: field.employeeId,
    text: field.requiredText(field.LIMITS.text),
  }),
  writes: (_args, actor) => [planScope(actor.id)],
  reads: (args, actor) => [
    byId('result', planScope(actor.id), args.resultId),
    byId('role', planScope(actor.id), args.id),
  ],
  decide: ({ args, rows, actor, now }) => {
    const scope = planScope(actor.id);
    if (!getRow(rows, 'result', scope, args.resultId)) {
      return refuse('parent-not-found', { table: 'result', id: args.resultId });
    }
    if (getRow(rows, 'role', scope, args.id)) return refuse('already-exists', { table: 'role' });
    return { result: 'applied', changes: [put('role', { ...args, scope, version: 0, createdAt: now })] };
  },
});

export const erase = mutation({
  version: 1,
  args: v.strictObject({ id: field.newId }),
  writes: (_args, actor) => [planScope(actor.id)],
  reads: (args, actor) => [byId('role', planScope(actor.id), args.id)],
  decide: ({ args, rows, actor }) => {
    const role = getRow(rows, 'role', planScope(actor.id), args.id);
    if (!role) return refuse('not-found', { table: 'role' });
    return { result: 'applied', changes: [remove('role', role)] };
  },
});
