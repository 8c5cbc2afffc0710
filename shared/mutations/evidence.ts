// Evidence (bukti dukung) of an activity: a link, or a file known by its hash. The entry never waits for the file.

import * as v from 'valibot';
import { refuse } from '#shared/refusals.ts';
import { activityStates } from '#shared/rules/states.ts';
import { type Actor, mutation } from '#shared/sync/mutation.ts';
import type { RowSet } from '#shared/sync/row-set.ts';
import { type Evidence, workScope } from '#shared/tables.ts';
import * as field from './fields.ts';
import { byId, getRow, put, remove } from './support.ts';

const base = { id: field.newId, activityId: field.newId };

const reads = (args: { id: string; activityId: string }, actor: Actor) => [
  byId('activity', workScope(actor.id), args.activityId),
  byId('evidence', workScope(actor.id), args.id),
];

/** The activity with one more revision (evidence is part of what is approved), or why it may not change. */
function changedActivity(rows: RowSet, scope: string, activityId: string) {
  const activity = getRow(rows, 'activity', scope, activityId);
  if (!activity) return refuse('parent-not-found', { table: 'activity', id: activityId });
  const state = activityStates[activity.state].edit;
  if (!state) return refuse('locked', { state: activity.state });
  return put('activity', { ...activity, state, revision: activity.revision + 1 });
}

export const attach = mutation({
  version: 1,
  args: v.variant('kind', [
    v.strictObject({
      ...base,
      kind: v.literal('link'),
      name: field.requiredText(field.LIMITS.name),
      url: field.webAddress,
    }),
    v.strictObject({
      ...base,
      kind: v.literal('file'),
      name: field.requiredText(field.LIMITS.name),
      sha256: field.sha256,
      type: v.picklist(['image/jpeg', 'image/png', 'image/webp', 'application/pdf']),
      size: v.pipe(v.number(), v.integer(), v.minValue(1), v.maxValue(10_000_000)),
    }),
  ]),
  writes: (_args, actor) => [workScope(actor.id)],
  reads,
  decide: ({ args, rows, actor }) => {
    const scope = workScope(actor.id);
    if (getRow(rows, 'evidence', scope, args.id)) return refuse('already-exists', { table: 'evidence' });
    const activity = changedActivity(rows, scope, args.activityId);
    if ('result' in activity) return activity;
    const evidence: Evidence = { url: null, sha256: null, type: null, size: null, ...args, scope, version: 0 };
    return { result: 'applied', changes: [put('evidence', evidence), activity] };
  },
});

export const detach = mutation({
  version: 1,
  args: v.strictObject(base),
  writes: (_args, actor) => [workScope(actor.id)],
  reads,
  decide: ({ args, rows, actor }) => {
    const scope = workScope(actor.id);
    const evidence = getRow(rows, 'evidence', scope, args.id);
    if (evidence?.activityId !== args.activityId) return refuse('not-found', { table: 'evidence' });
    const activity = changedActivity(rows, scope, args.activityId);
    if ('result' in activity) return activity;
    return { result: 'applied', changes: [remove('evidence', evidence), activity] };
  },
});
