// Correction by hand of what an indicator reached in a period, with its reason: until the period is rated. What was rated
// says what it said.

import * as v from 'valibot';
import * as field from '#shared/acts/fields.ts';
import { byId, getRow, put, remove } from '#shared/acts/support.ts';
import { refuse } from '#shared/refusals.ts';
import { planScope, workScope } from '#shared/scopes.ts';
import { type Actor, type DecideInput, mutation } from '#shared/sync/mutation.ts';
import { evaluationStates } from '../rules/states.ts';
import { evaluationId, realisationId } from '../tables.ts';

type Target = { skpId: string; indicatorId: string; period: string };

const targetReads = (args: Target, actor: Actor) => [
  byId('realisation', workScope(actor.id), realisationId(args.indicatorId, args.period)),
  byId('evaluation', workScope(actor.id), evaluationId(args.skpId, args.period)),
];

/** Null while the employee may still tell what was realised. */
function refusedCorrection({ args, rows, actor }: Pick<DecideInput<Target>, 'args' | 'rows' | 'actor'>) {
  const evaluation = getRow(rows, 'evaluation', workScope(actor.id), evaluationId(args.skpId, args.period));
  return evaluation && !evaluationStates[evaluation.state].assess
    ? refuse('locked', { state: evaluation.state })
    : null;
}

const target = { skpId: field.newId, indicatorId: field.newId, period: field.period };

export const correct = mutation({
  version: 1,
  args: v.strictObject({ ...target, value: field.amount, reason: field.requiredText(field.LIMITS.note) }),
  writes: (_args, actor) => [workScope(actor.id)],
  reads: (args, actor) => [byId('indicator', planScope(actor.id), args.indicatorId), ...targetReads(args, actor)],
  decide: (input) => {
    const { args, rows, actor, now } = input;
    const indicator = getRow(rows, 'indicator', planScope(actor.id), args.indicatorId);
    if (indicator?.skpId !== args.skpId) {
      return refuse('parent-not-found', { table: 'indicator', id: args.indicatorId });
    }
    const no = refusedCorrection(input);
    if (no) return no;
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
  reads: targetReads,
  decide: (input) => {
    const { args, rows, actor } = input;
    const id = realisationId(args.indicatorId, args.period);
    const row = getRow(rows, 'realisation', workScope(actor.id), id);
    if (!row) return refuse('not-found', { table: 'realisation' });
    const no = refusedCorrection(input);
    if (no) return no;
    return { result: 'applied', changes: [remove('realisation', row)] };
  },
});
