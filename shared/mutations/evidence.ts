// Evidence (bukti dukung) of an activity: a link, or a file known by its hash. The entry never waits for the file.

import * as v from 'valibot';
import { refuse } from '#shared/refusals.ts';
import { activityStates } from '#shared/rules/states.ts';
import { type Actor, mutation } from '#shared/sync/mutation.ts';
import type { RowSet } from '#shared/sync/row-set.ts';
import { type Evidence, workScope } from '#shared/tables.ts';
import * as field from './fields.ts';
import { byColumn, byId, getRow, put, remove, rowsWhere } from './support.ts';

/** Pieces of evidence of one activity: more than anybody reads, and few enough for a poor network. */
export const MOST_EVIDENCE = 10;

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

const isFile = (args: unknown): args is object =>
  typeof args === 'object' && args !== null && 'kind' in args && args.kind === 'file';

export const attach = mutation({
  version: 2,
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
      thumbnail: v.nullable(field.sha256),
      takenAt: v.nullable(field.localMoment),
      place: v.nullable(field.coordinates),
    }),
  ]),
  // Version 1 knew neither small pictures nor when and where a photo was taken.
  upcast: (args) => (isFile(args) ? { thumbnail: null, takenAt: null, place: null, ...args } : args),
  writes: (_args, actor) => [workScope(actor.id)],
  reads: (args, actor) => [
    ...reads(args, actor),
    byColumn('evidence', workScope(actor.id), 'activityId', args.activityId),
  ],
  decide: ({ args, rows, actor }) => {
    const scope = workScope(actor.id);
    if (getRow(rows, 'evidence', scope, args.id)) return refuse('already-exists', { table: 'evidence' });
    const activity = changedActivity(rows, scope, args.activityId);
    if ('result' in activity) return activity;
    if (rowsWhere(rows, 'evidence', scope, 'activityId', args.activityId).length >= MOST_EVIDENCE) {
      return refuse('too-much-evidence', { most: MOST_EVIDENCE });
    }
    const none = { url: null, sha256: null, type: null, size: null, thumbnail: null, takenAt: null, place: null };
    const evidence: Evidence = { ...none, ...args, scope, version: 0 };
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
