// Individual performance indicators (IKI) of a planned result: aspect, measure and target.

import * as v from 'valibot';
import * as field from '#shared/acts/fields.ts';
import { byId, conflictsOf, decideMerged, getRow, mergeInto, put, remove, rowsWhere } from '#shared/acts/support.ts';
import { refuse } from '#shared/refusals.ts';
import { planScope } from '#shared/scopes.ts';
import { fieldEdits } from '#shared/sync/merge.ts';
import { type Actor, mutation } from '#shared/sync/mutation.ts';
import type { Indicator } from '../tables.ts';
import { actOnSkp, ownPart, withContentChanged } from './skp.ts';

export const numberTarget = v.strictObject({
  min: field.amount,
  max: v.nullable(field.amount),
  unit: field.requiredText(field.LIMITS.unit),
  direction: v.picklist(['up', 'down']),
});
export const wordsTarget = v.strictObject({ words: field.requiredText(field.LIMITS.text) });

export const indicatorFields = {
  aspect: v.picklist(['kuantitas', 'kualitas', 'waktu', 'biaya']),
  text: field.requiredText(field.LIMITS.text),
  /** A number (max null), a range, or words; merged together: they are one statement. */
  target: v.union([numberTarget, wordsTarget]),
};

export type IndicatorFields = v.InferOutput<v.ObjectSchema<typeof indicatorFields, undefined>>;

export function indicatorFieldsOf(row: Omit<Indicator, 'scope' | 'version' | 'skpId'>): IndicatorFields {
  const { aspect, text, targetMin: min, targetMax: max, targetText, unit, direction } = row;
  return { aspect, text, target: min === null ? { words: targetText ?? '' } : { min, max, unit, direction } };
}

export function indicatorColumns({ aspect, text, target }: IndicatorFields) {
  if ('words' in target) {
    const none = { targetMin: null, targetMax: null, unit: '', direction: 'up' as const };
    return { aspect, text, ...none, targetText: target.words };
  }
  const { min: targetMin, max: targetMax, unit, direction } = target;
  return { aspect, text, targetMin, targetMax, targetText: null, unit, direction };
}

const refusedTarget = (target: IndicatorFields['target'] | undefined) =>
  target && 'min' in target && target.max !== null && target.max < target.min ? refuse('target-reversed', {}) : null;

const own = (table: 'skp' | 'result' | 'indicator', id: string, actor: Actor) => byId(table, planScope(actor.id), id);

export const add = mutation({
  version: 1,
  args: v.strictObject({ id: field.newId, skpId: field.newId, resultId: field.newId, ...indicatorFields }),
  writes: (_args, actor) => [planScope(actor.id)],
  reads: (args, actor) => [
    own('skp', args.skpId, actor),
    own('result', args.resultId, actor),
    own('indicator', args.id, actor),
  ],
  decide: ({ args, rows, actor }) => {
    const scope = planScope(actor.id);
    const { id, skpId, resultId, ...fields } = args;
    const found = actOnSkp(rows, 'edit', { owner: actor.id, skpId });
    if ('no' in found) return found.no;
    if (getRow(rows, 'indicator', scope, id)) return refuse('already-exists', { table: 'indicator' });
    const result = getRow(rows, 'result', scope, resultId);
    if (result?.skpId !== skpId) return refuse('parent-not-found', { table: 'result', id: resultId });
    const no = refusedTarget(fields.target);
    if (no) return no;
    const indicator: Indicator = { id, scope, version: 0, skpId, resultId, ...indicatorColumns(fields) };
    return { result: 'applied', changes: [put('indicator', indicator), withContentChanged(found)] };
  },
});

export const edit = mutation({
  version: 1,
  args: v.strictObject({ id: field.newId, skpId: field.newId, edits: fieldEdits(indicatorFields) }),
  writes: (_args, actor) => [planScope(actor.id)],
  reads: (args, actor) => [
    own('skp', args.skpId, actor),
    own('indicator', args.id, actor),
    conflictsOf(planScope(actor.id), args.id),
  ],
  decide: ({ args, rows, actor, mutationId, now }) => {
    const part = ownPart(rows, 'indicator', actor, args);
    if ('no' in part) return part.no;
    const { row, found } = part;
    const no = refusedTarget(args.edits.target?.to);
    if (no) return no;
    const stored = indicatorFieldsOf(row);
    const merged = mergeInto({ row, table: 'indicator', stored, edits: args.edits, mutationId, now });
    return decideMerged(merged, () => [
      put('indicator', { ...row, ...indicatorColumns(merged.fields) }),
      withContentChanged(found),
    ]);
  },
});

export const erase = mutation({
  version: 1,
  args: v.strictObject({ id: field.newId, skpId: field.newId }),
  writes: (_args, actor) => [planScope(actor.id)],
  reads: (args, actor) => [
    own('skp', args.skpId, actor),
    own('indicator', args.id, actor),
    conflictsOf(planScope(actor.id), args.id),
  ],
  decide: ({ args, rows, actor }) => {
    const scope = planScope(actor.id);
    const part = ownPart(rows, 'indicator', actor, args);
    if ('no' in part) return part.no;
    const { row, found } = part;
    const conflicts = rowsWhere(rows, 'conflict', scope, 'rowId', args.id);
    return {
      result: 'applied',
      changes: [
        remove('indicator', row),
        withContentChanged(found),
        ...conflicts.map((conflict) => remove('conflict', conflict)),
      ],
    };
  },
});
