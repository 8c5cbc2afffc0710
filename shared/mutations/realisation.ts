// Correction by hand of what an indicator reached in a period, with its reason.

import * as v from 'valibot';
import { refuse } from '#shared/refusals.ts';
import { mutation } from '#shared/sync/mutation.ts';
import { planScope, realisationId, workScope } from '#shared/tables.ts';
import * as field from './fields.ts';
import { byId, getRow, put, remove } from './support.ts';

const target = { skpId: field.newId, indicatorId: field.newId, period: field.period };

export const correct = mutation({
  version: 1,
  args: v.strictObject({ ...target, value: field.amount, reason: field.requiredText(field.LIMITS.note) }),
  writes: (_args, actor) => [workScope(actor.id)],
  reads: (args, actor) => [
    byId('indicator', planScope(actor.id), args.indicatorId),
    byId('realisation', workScope(actor.id), realisationId(args.indicatorId, args.period)),
  ],
  decide: ({ args, rows, actor, now }) => {
    const indicator = getRow(rows, 'indicator', planScope(actor.id), args.indicatorId);
    if (indicator?.skpId !== args.skpId) {
      return refuse('parent-not-found', { table: 'indicator', id: args.indicatorId });
    }
    const id = realisationId(args.indicatorId, args.period);
    return {
      result: 'applied',
      changes: [put('realisation', { id, scope: workScope(actor.id), version: 0, ...args, at: now })],
    };
  },
});

/** Back to the sum of the activities. */
export const reset = mutation({
  version: 1,
  args: v.strictObject(target),
  writes: (_args, actor) => [workScope(actor.id)],
  reads: (args, actor) => [byId('realisation', workScope(actor.id), realisationId(args.indicatorId, args.period))],
  decide: ({ args, rows, actor }) => {
    const id = realisationId(args.indicatorId, args.period);
    const row = getRow(rows, 'realisation', workScope(actor.id), id);
    if (!row) return refuse('not-found', { table: 'realisation' });
    return { result: 'applied', changes: [remove('realisation', row)] };
  },
});
