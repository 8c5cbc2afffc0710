// Evidence (bukti dukung): a link, or a file known by its hash. The entry never waits for the file. Here that of an activity;
// that of an explanation comes with it (explanation.ts).

import * as v from 'valibot';
import * as field from '#shared/acts/fields.ts';
import { byColumn, byId, getRow, lastEdit, put, remove, rowsWhere, upgrade } from '#shared/acts/support.ts';
import { refuse } from '#shared/refusals.ts';
import { workScope } from '#shared/scopes.ts';
import { type Actor, type DecideInput, mutation } from '#shared/sync/mutation.ts';
import { activityStates } from '../rules/states.ts';
import type { Evidence } from '../tables.ts';

/** Pieces of evidence of one activity: more than anybody reads, and few enough for a poor network. */
export const MOST_EVIDENCE = 10;

/** What a piece of evidence is, whatever it belongs to. */
export const link = { id: field.newId, kind: v.literal('link'), name: field.givenName, url: field.webAddress };
export const file = {
  id: field.newId,
  kind: v.literal('file'),
  name: field.givenName,
  sha256: field.sha256,
  type: v.picklist(['image/jpeg', 'image/png', 'image/webp', 'application/pdf']),
  size: field.integer(1, 10_000_000),
  thumbnail: v.nullable(field.sha256),
  takenAt: field.takenAt,
  place: field.place,
};
export const evidenceContent = v.variant('kind', [v.strictObject(link), v.strictObject(file)]);
export type EvidenceContent = v.InferOutput<typeof evidenceContent>;

type Owner = Pick<Evidence, 'activityId' | 'explanationDate'>;
export function evidenceRow(content: EvidenceContent, scope: string, owner: Owner): Evidence {
  const none = { url: null, sha256: null, type: null, size: null, thumbnail: null, takenAt: null, place: null };
  return { ...none, ...content, ...owner, scope, version: 0 };
}

const base = { id: field.newId, activityId: field.newId };

const reads = (args: { id: string; activityId: string }, actor: Actor) => [
  byId('activity', workScope(actor.id), args.activityId),
  byId('evidence', workScope(actor.id), args.id),
];

/** The activity changed now, with one more revision: evidence is part of what is approved. Or why it may not change. */
function changedActivity({ rows, now }: Pick<DecideInput<unknown>, 'rows' | 'now'>, scope: string, activityId: string) {
  const activity = getRow(rows, 'activity', scope, activityId);
  if (!activity) return refuse('parent-not-found', { table: 'activity', id: activityId });
  const state = activityStates[activity.state].edit;
  if (!state) return refuse('locked', { state: activity.state });
  return put('activity', { ...activity, state, revision: activity.revision + 1, editedAt: lastEdit(activity, now) });
}

export const attach = mutation({
  version: 2,
  args: v.variant('kind', [v.strictObject({ ...base, ...link }), v.strictObject({ ...base, ...file })]),
  // Version 1 knew neither small pictures nor when and where a photo was taken.
  upcast: upgrade((args) => (args.kind === 'file' ? { thumbnail: null, takenAt: null, place: null, ...args } : args)),
  writes: (_args, actor) => [workScope(actor.id)],
  reads: (args, actor) => [
    ...reads(args, actor),
    byColumn('evidence', workScope(actor.id), 'activityId', args.activityId),
  ],
  decide: (input) => {
    const { args, rows, actor } = input;
    const scope = workScope(actor.id);
    if (getRow(rows, 'evidence', scope, args.id)) return refuse('already-exists', { table: 'evidence' });
    const activity = changedActivity(input, scope, args.activityId);
    if ('result' in activity) return activity;
    if (rowsWhere(rows, 'evidence', scope, 'activityId', args.activityId).length >= MOST_EVIDENCE) {
      return refuse('too-much-evidence', { most: MOST_EVIDENCE });
    }
    const { activityId, ...content } = args;
    const evidence = evidenceRow(content, scope, { activityId, explanationDate: null });
    return { result: 'applied', changes: [put('evidence', evidence), activity] };
  },
});

export const detach = mutation({
  version: 1,
  args: v.strictObject(base),
  writes: (_args, actor) => [workScope(actor.id)],
  reads,
  decide: (input) => {
    const { args, rows, actor } = input;
    const scope = workScope(actor.id);
    const evidence = getRow(rows, 'evidence', scope, args.id);
    if (evidence?.activityId !== args.activityId) return refuse('not-found', { table: 'evidence' });
    const activity = changedActivity(input, scope, args.activityId);
    if ('result' in activity) return activity;
    return { result: 'applied', changes: [remove('evidence', evidence), activity] };
  },
});
