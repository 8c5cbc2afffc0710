// Planned results (RHK) of an SKP and the superior's result that each intervenes in.

import * as v from 'valibot';
import * as field from '#shared/acts/fields.ts';
import {
  byColumn,
  byId,
  conflictsOf,
  decideMerged,
  getRow,
  mergeInto,
  put,
  remove,
  rowsWhere,
  upgrade,
} from '#shared/acts/support.ts';
import { refuse } from '#shared/refusals.ts';
import { planScope } from '#shared/scopes.ts';
import { fieldEdits } from '#shared/sync/merge.ts';
import { type Actor, mutation } from '#shared/sync/mutation.ts';
import type { RowChange, RowSet } from '#shared/sync/row-set.ts';
import type { Result } from '../tables.ts';
import { actOnSkp, ownPart, parentWords, withContentChanged } from './skp.ts';

export const resultFields = {
  kind: v.picklist(['utama', 'tambahan']),
  text: field.requiredText(field.LIMITS.text),
  /** The superior's result, and whose it is. */
  parent: v.nullable(v.strictObject({ employeeId: field.employeeId, resultId: field.newId })),
  /** What is expected, in words: asked by the qualitative approach. */
  expectation: field.optionalText(field.LIMITS.note),
  /** A head's point of view. */
  perspective: v.nullable(v.picklist(['penerima-layanan', 'proses-bisnis', 'penguatan-internal', 'anggaran'])),
};

export type ResultFields = v.InferOutput<v.ObjectSchema<typeof resultFields, undefined>>;

export function resultFieldsOf(result: Pick<Result, keyof ReturnType<typeof resultColumns>>): ResultFields {
  const { parentId, parentOwnerId, ...fields } = result;
  const { kind, text, expectation, perspective } = fields;
  const parent = parentId && parentOwnerId ? { employeeId: parentOwnerId, resultId: parentId } : null;
  return { kind, text, parent, expectation, perspective };
}

export function resultColumns({ parent, ...fields }: ResultFields) {
  return { ...fields, parentId: parent?.resultId ?? null, parentOwnerId: parent?.employeeId ?? null };
}

/** Version 1 knew neither the expectation in words nor the perspective. */
const upcast = upgrade((args) => ({ expectation: '', perspective: null, ...args }));

const own = (table: 'skp' | 'result', id: string, actor: Actor) => byId(table, planScope(actor.id), id);

const parentRead = (parent: ResultFields['parent'] | undefined) =>
  parent ? [byId('result', planScope(parent.employeeId), parent.resultId)] : [];

function refusedParent(rows: RowSet, parent: ResultFields['parent'] | undefined) {
  if (!parent || getRow(rows, 'result', planScope(parent.employeeId), parent.resultId)) return null;
  return refuse('parent-not-found', { table: 'result', id: parent.resultId });
}

export const add = mutation({
  version: 2,
  upcast,
  args: v.strictObject({ id: field.newId, skpId: field.newId, ...resultFields }),
  writes: (_args, actor) => [planScope(actor.id)],
  reads: (args, actor) => [own('skp', args.skpId, actor), own('result', args.id, actor), ...parentRead(args.parent)],
  decide: ({ args, rows, actor, now }) => {
    const scope = planScope(actor.id);
    const { id, skpId, ...fields } = args;
    const found = actOnSkp(rows, 'edit', { owner: actor.id, skpId });
    if ('no' in found) return found.no;
    if (getRow(rows, 'result', scope, id)) return refuse('already-exists', { table: 'result' });
    const no = refusedParent(rows, fields.parent);
    if (no) return no;
    const place = { id, scope, version: 0, skpId };
    const parentText = parentWords(rows, resultColumns(fields));
    const result: Result = { ...place, ...resultColumns(fields), parentText, endedIn: null, createdAt: now };
    return { result: 'applied', changes: [put('result', result), withContentChanged(found)] };
  },
});

export const edit = mutation({
  version: 1,
  args: v.strictObject({ id: field.newId, skpId: field.newId, edits: fieldEdits(resultFields) }),
  writes: (_args, actor) => [planScope(actor.id)],
  reads: (args, actor) => [
    own('skp', args.skpId, actor),
    own('result', args.id, actor),
    conflictsOf(planScope(actor.id), args.id),
    ...parentRead(args.edits.parent?.to),
  ],
  decide: ({ args, rows, actor, mutationId, now }) => {
    const part = ownPart(rows, 'result', actor, args);
    if ('no' in part) return part.no;
    const { row, found } = part;
    const no = refusedParent(rows, args.edits.parent?.to);
    if (no) return no;
    const stored = resultFieldsOf(row);
    const merged = mergeInto({ row, table: 'result', stored, edits: args.edits, mutationId, now });
    return decideMerged(merged, () => {
      const columns = resultColumns(merged.fields);
      const parentText = columns.parentId === row.parentId ? row.parentText : parentWords(rows, columns);
      return [put('result', { ...row, ...columns, parentText }), withContentChanged(found)];
    });
  },
});

export const erase = mutation({
  version: 1,
  args: v.strictObject({ id: field.newId, skpId: field.newId }),
  writes: (_args, actor) => [planScope(actor.id)],
  reads: (args, actor) => [
    own('skp', args.skpId, actor),
    own('result', args.id, actor),
    byColumn('indicator', planScope(actor.id), 'skpId', args.skpId),
    byColumn('edition', planScope(actor.id), 'skpId', args.skpId),
    conflictsOf(planScope(actor.id), args.id),
  ],
  decide: ({ args, rows, actor }) => {
    const scope = planScope(actor.id);
    const part = ownPart(rows, 'result', actor, args);
    if ('no' in part) return part.no;
    const { row, found } = part;
    const approvedBefore = rowsWhere(rows, 'edition', scope, 'skpId', args.skpId).some(({ content }) =>
      content.results.some(({ id }) => id === args.id),
    );
    // What was in force may carry work: a revision ends it and does not delete it.
    const gone = approvedBefore ? put('result', { ...row, endedIn: found.skp.edition }) : remove('result', row);
    const changes: RowChange[] = [gone, withContentChanged(found)];
    for (const indicator of rowsWhere(rows, 'indicator', scope, 'skpId', args.skpId)) {
      if (indicator.resultId === args.id) changes.push(remove('indicator', indicator));
    }
    for (const conflict of rowsWhere(rows, 'conflict', scope, 'rowId', args.id)) {
      changes.push(remove('conflict', conflict));
    }
    return { result: 'applied', changes };
  },
});
