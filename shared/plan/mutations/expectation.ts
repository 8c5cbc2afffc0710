// What the head especially expects of one of the seven values. Written by the employee, as it was agreed, or by the
// supervisor himself, while the SKP may be changed or waits for approval.

import * as v from 'valibot';
import * as field from '#shared/acts/fields.ts';
import { byId, conflictsOf, decideMerged, getRow, mergeInto, put } from '#shared/acts/support.ts';
import { decisionReads, mayDecide } from '#shared/people/who-decides.ts';
import { refuse } from '#shared/refusals.ts';
import { planScope } from '#shared/scopes.ts';
import { mutation } from '#shared/sync/mutation.ts';
import { BEHAVIOUR_VALUES } from '../rules/behaviour.ts';
import { skpStates } from '../rules/states.ts';
import { type Expectation, expectationId } from '../tables.ts';

const text = field.optionalText(field.LIMITS.note);

export const set = mutation({
  version: 1,
  args: v.strictObject({
    employeeId: field.employeeId,
    skpId: field.newId,
    value: v.picklist(BEHAVIOUR_VALUES),
    from: text,
    to: text,
  }),
  writes: (args) => [planScope(args.employeeId)],
  reads: (args, actor) => [
    byId('skp', planScope(args.employeeId), args.skpId),
    byId('expectation', planScope(args.employeeId), expectationId(args.skpId, args.value)),
    conflictsOf(planScope(args.employeeId), expectationId(args.skpId, args.value)),
    ...decisionReads(args.employeeId, actor),
  ],
  decide: ({ args, rows, actor, today, now, mutationId }) => {
    const { employeeId, skpId, value, from, to } = args;
    const scope = planScope(employeeId);
    const skp = getRow(rows, 'skp', scope, skpId);
    if (!skp) return refuse('not-found', { table: 'skp' });
    const own = employeeId === actor.id;
    if (!own && !mayDecide(rows, employeeId, actor, today)) return refuse('not-supervisor', { date: today });
    const { edit } = skpStates[skp.state];
    // The supervisor writes into what waits for the own approval; it goes on waiting.
    const state = own ? edit : skp.state === 'approved' ? undefined : skp.state;
    if (!state) return refuse('locked', { state: skp.state });
    const id = expectationId(skpId, value);
    const row: Expectation = getRow(rows, 'expectation', scope, id) ?? {
      id,
      scope,
      version: 0,
      skpId,
      value,
      text: '',
    };
    const merged = mergeInto({
      ...{ row, table: 'expectation', stored: { text: row.text }, mutationId, now },
      edits: { text: { from, to } },
    });
    return decideMerged(merged, () => [
      put('expectation', { ...row, ...merged.fields }),
      put('skp', { ...skp, state, revision: skp.revision + 1 }),
    ]);
  },
});
