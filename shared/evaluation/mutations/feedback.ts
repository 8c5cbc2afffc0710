// Continuous feedback (umpan balik) of the supervisor: on an activity, a result or a period.

import * as v from 'valibot';
import * as field from '#shared/acts/fields.ts';
import { byId, getRow, put, remove } from '#shared/acts/support.ts';
import { decisionReads, mayDecide } from '#shared/people/who-decides.ts';
import { refuse } from '#shared/refusals.ts';
import { workScope } from '#shared/scopes.ts';
import { mutation } from '#shared/sync/mutation.ts';

export const give = mutation({
  version: 1,
  args: v.strictObject({
    id: field.newId,
    employeeId: field.employeeId,
    about: v.picklist(['activity', 'result', 'period']),
    targetId: field.rowId,
    text: field.requiredText(field.LIMITS.note),
  }),
  writes: (args) => [workScope(args.employeeId)],
  reads: (args, actor) => [
    byId('feedback', workScope(args.employeeId), args.id),
    ...decisionReads(args.employeeId, actor),
  ],
  decide: ({ args, rows, actor, now, today }) => {
    const { employeeId, ...said } = args;
    const scope = workScope(employeeId);
    if (!mayDecide(rows, employeeId, actor, today)) return refuse('not-supervisor', { date: today });
    if (getRow(rows, 'feedback', scope, args.id)) return refuse('already-exists', { table: 'feedback' });
    return { result: 'applied', changes: [put('feedback', { ...said, scope, version: 0, by: actor.id, at: now })] };
  },
});

export const withdraw = mutation({
  version: 1,
  args: v.strictObject({ id: field.newId, employeeId: field.employeeId }),
  writes: (args) => [workScope(args.employeeId)],
  reads: (args) => [byId('feedback', workScope(args.employeeId), args.id)],
  decide: ({ args, rows, actor }) => {
    const feedback = getRow(rows, 'feedback', workScope(args.employeeId), args.id);
    if (!feedback) return refuse('not-found', { table: 'feedback' });
    if (feedback.by !== actor.id) return refuse('forbidden', {});
    return { result: 'applied', changes: [remove('feedback', feedback)] };
  },
});
