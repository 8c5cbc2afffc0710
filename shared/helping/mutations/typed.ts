// What a helper types for the owner, and what the owner makes of it. Nothing of it is the owner's work, or reaches the
// superior, before the owner has confirmed the very revision that was read.

import * as v from 'valibot';
import * as field from '#shared/acts/fields.ts';
import { byColumn, byId, getRow, isTaken, lastEdit, put, remove, rowsWhere } from '#shared/acts/support.ts';
import type { EmployeeId } from '#shared/people/tables.ts';
import { refuse } from '#shared/refusals.ts';
import { helpScope, workScope } from '#shared/scopes.ts';
import { editsBetween, fieldEdits, mergeFields } from '#shared/sync/merge.ts';
import { type Actor, type DecideInput, type Decision, mutation } from '#shared/sync/mutation.ts';
import type { Read, RowSet } from '#shared/sync/row-set.ts';
import { plainDate } from '#shared/time/plain-date.ts';
import { activityColumns, activityFields, placementReads, refusedPlacement } from '#shared/work/mutations/activity.ts';
import type { Activity } from '#shared/work/tables.ts';
import { lasts } from '../rules/help.ts';
import { type TypedAct, typedStates } from '../rules/states.ts';
import type { TypedEntry, TypedState } from '../tables.ts';

/** As of an activity, but for the RHK: a helper may not know it, and the owner has the last word on it. */
export const typedFields = { ...activityFields, resultId: v.nullable(activityFields.resultId) };

export type TypedFields = v.InferOutput<v.ObjectSchema<typeof typedFields, undefined>>;

export function typedFieldsOf(row: TypedEntry): TypedFields {
  const { resultId, date, title, description, start, end, minutes, quantity, unit } = row;
  return { resultId, date, title, description, time: { start, end, minutes }, output: { quantity, unit } };
}

const typedColumns = ({ resultId, ...fields }: TypedFields) => {
  const { resultId: _none, ...columns } = activityColumns({ ...fields, resultId: '' });
  return { ...columns, resultId };
};

type Refused = Extract<Decision, { result: 'refused' }>;

/** The entry, if the act is allowed in its state; else why not. */
function actOn(
  rows: RowSet,
  act: TypedAct,
  { scope, id }: { scope: string; id: string },
): { entry: TypedEntry; next: TypedState } | { no: Refused } {
  const entry = getRow(rows, 'typedEntry', scope, id);
  if (!entry) return { no: refuse('not-found', { table: 'typedEntry' }) };
  const next = typedStates[entry.state][act];
  return next ? { entry, next } : { no: refuse('typed-decided', {}) };
}

/* The helper types. */

const scopeFor = ({ ownerId }: { ownerId: EmployeeId }, actor: Actor) => helpScope(ownerId, actor.id);

const helperReads = (args: { ownerId: EmployeeId; id: string }, actor: Actor): Read[] => [
  byId('typedEntry', scopeFor(args, actor), args.id),
  byColumn('helper', scopeFor(args, actor), 'ownerId', args.ownerId),
];

const resultRead = (args: { ownerId: EmployeeId }, resultId: string | null | undefined, actor: Actor): Read[] =>
  resultId ? [byId('helperResult', scopeFor(args, actor), resultId)] : [];

/** Of who does not help any more, on a device that has not heard of it. */
const HELP_OVER = refuse('help-over', { until: null }).refusal;

/** Null while the help lasts; by the time of the act, not of its arrival. */
function refusedHelp({ args, rows, actor, now, today }: DecideInput<{ ownerId: EmployeeId }>): Refused | null {
  const helps = rowsWhere(rows, 'helper', scopeFor(args, actor), 'ownerId', args.ownerId);
  if (helps.some((help) => lasts(help, { now, today }))) return null;
  const until =
    helps
      .map((help) => help.validUntil)
      .sort()
      .at(-1) ?? null;
  return refuse('help-over', { until: until !== null && until < today ? until : null });
}

/** An RHK that is not one of those days is left to the owner: it is no reason to refuse what was typed. */
function knownResult(rows: RowSet, scope: string, { resultId, date }: TypedFields): string | null {
  const result = resultId === null ? undefined : getRow(rows, 'helperResult', scope, resultId);
  return result && result.validFrom <= date && date <= result.validUntil ? resultId : null;
}

export const add = mutation({
  version: 1,
  args: v.strictObject({ ownerId: field.employeeId, id: field.newId, ...typedFields }),
  outside: HELP_OVER,
  writes: (args, actor) => [scopeFor(args, actor)],
  reads: (args, actor) => [...helperReads(args, actor), ...resultRead(args, args.resultId, actor)],
  decide: (input) => {
    const { args, rows, actor, now, clock, latestDay } = input;
    const { ownerId: _owner, id, ...fields } = args;
    const scope = scopeFor(args, actor);
    const no = refusedHelp(input);
    if (no) return no;
    if (isTaken(rows, 'typedEntry', scope, id)) return refuse('already-exists', { table: 'typedEntry' });
    if (fields.date > latestDay) return refuse('date-in-future', { date: fields.date });
    const entry: TypedEntry = {
      ...{ id, scope, version: 0, ...typedColumns(fields), resultId: knownResult(rows, scope, fields) },
      ...{ state: 'waiting', revision: 1, createdAt: now, clock, editedAt: null, decidedAt: null },
    };
    return { result: 'applied', changes: [put('typedEntry', entry)] };
  },
});

/**
 * Two devices of a helper may change different things of one entry. Where both changed the same, the second is refused, with
 * all that was typed in it: there is nobody else to ask, and the owner is to read one text.
 */
export const edit = mutation({
  version: 1,
  args: v.strictObject({
    ownerId: field.employeeId,
    id: field.newId,
    revision: field.revision,
    edits: fieldEdits(typedFields),
  }),
  outside: HELP_OVER,
  writes: (args, actor) => [scopeFor(args, actor)],
  reads: (args, actor) => [...helperReads(args, actor), ...resultRead(args, args.edits.resultId?.to, actor)],
  decide: (input) => {
    const { args, rows, actor, now, clock, latestDay } = input;
    const scope = scopeFor(args, actor);
    const no = refusedHelp(input);
    if (no) return no;
    const found = actOn(rows, 'edit', { scope, id: args.id });
    if ('no' in found) return found.no;
    const { entry, next } = found;
    const stored = typedFieldsOf(entry);
    const { apply, conflicts } = mergeFields(stored, args.edits);
    if (conflicts.length > 0) return refuse('changed-since', { seen: args.revision, stored: entry.revision });
    const fields = { ...stored, ...apply };
    if (fields.date > latestDay) return refuse('date-in-future', { date: fields.date });
    if (apply.resultId) fields.resultId = knownResult(rows, scope, fields);
    if (Object.keys(editsBetween(stored, fields)).length === 0) return { result: 'applied', changes: [] };
    // As of an activity: what is moved to a later day is typed now.
    const typed = plainDate(entry.createdAt, actor.timeZone) < fields.date ? { createdAt: now, clock } : {};
    const changed = { state: next, revision: entry.revision + 1, editedAt: lastEdit(entry, now), decidedAt: null };
    return {
      result: 'applied',
      changes: [put('typedEntry', { ...entry, ...typedColumns(fields), ...changed, ...typed })],
    };
  },
});

export const erase = mutation({
  version: 1,
  args: v.strictObject({ ownerId: field.employeeId, id: field.newId, revision: field.revision }),
  outside: HELP_OVER,
  writes: (args, actor) => [scopeFor(args, actor)],
  reads: helperReads,
  decide: (input) => {
    const { args, rows, actor } = input;
    const no = refusedHelp(input);
    if (no) return no;
    const found = actOn(rows, 'edit', { scope: scopeFor(args, actor), id: args.id });
    if ('no' in found) return found.no;
    const { entry } = found;
    if (entry.revision !== args.revision)
      return refuse('changed-since', { seen: args.revision, stored: entry.revision });
    return { result: 'applied', changes: [remove('typedEntry', entry)] };
  },
});

/* The owner decides. */

const target = { helperId: field.employeeId, id: field.newId, revision: field.revision };
const withResult = v.strictObject({ ...target, resultId: field.newId });
type Target = { helperId: EmployeeId; id: string; revision: number };

const ownersScope = ({ helperId }: { helperId: EmployeeId }, actor: Actor) => helpScope(actor.id, helperId);

/** The entry as it was read; null where the same was decided on it before, on another device. */
function readByOwner(
  { args, rows, actor }: DecideInput<Target>,
  act: TypedAct,
  decided: TypedState,
): { entry: TypedEntry; next: TypedState } | { no: Decision } {
  const scope = ownersScope(args, actor);
  const entry = getRow(rows, 'typedEntry', scope, args.id);
  if (entry && entry.revision !== args.revision) {
    return { no: refuse('changed-since', { seen: args.revision, stored: entry.revision }) };
  }
  if (entry?.state === decided) return { no: { result: 'applied', changes: [] } };
  return actOn(rows, act, { scope, id: args.id });
}

/**
 * Makes it the owner's own: an activity that says who typed it. It was logged when it was typed, by the bounded time of the
 * helper's device, so that nobody loses a day by confirming it after the network was there again, and nobody gains one.
 */
function accept(
  input: DecideInput<Target & { resultId: string }>,
  sent: Pick<Activity, 'state' | 'submittedAt'>,
): Decision {
  const { args, rows, actor, now } = input;
  const found = readByOwner(input, 'confirm', 'confirmed');
  if ('no' in found) return found.no;
  const { entry, next } = found;
  const { resultId: _typed, ...fields } = typedFieldsOf(entry);
  const no = refusedPlacement(input, { date: entry.date, resultId: args.resultId });
  if (no) return no;
  const scope = workScope(actor.id);
  if (isTaken(rows, 'activity', scope, entry.id)) return refuse('already-exists', { table: 'activity' });
  const { createdAt, clock, editedAt } = entry;
  const activity: Activity = {
    ...{ id: entry.id, scope, version: 0, employeeId: actor.id },
    ...activityColumns({ ...fields, resultId: args.resultId }),
    ...{ ...sent, revision: 1, note: null, createdAt, clock, editedAt, decidedAt: null, decidedBy: null },
    typedBy: args.helperId,
  };
  const confirmed: TypedEntry = { ...entry, state: next, decidedAt: now };
  return { result: 'applied', changes: [put('activity', activity), put('typedEntry', confirmed)] };
}

const ownerReads = (args: Target & { resultId: string }, actor: Actor): Read[] => [
  byId('typedEntry', ownersScope(args, actor), args.id),
  byId('activity', workScope(actor.id), args.id),
  ...placementReads(args.resultId, actor),
];

const ownerWrites = (args: Target, actor: Actor) => [workScope(actor.id), ownersScope(args, actor)];

/** It is right: it goes to the superior. */
export const confirm = mutation({
  version: 1,
  args: withResult,
  writes: ownerWrites,
  reads: ownerReads,
  decide: (input) => accept(input, { state: 'submitted', submittedAt: input.now }),
});

/** It is to be put right first: it becomes a draft of the owner. */
export const take = mutation({
  version: 1,
  args: withResult,
  writes: ownerWrites,
  reads: ownerReads,
  decide: (input) => accept(input, { state: 'draft', submittedAt: null }),
});

/** It is not the owner's work. It stays there to be read, and may still be confirmed. */
export const decline = mutation({
  version: 1,
  args: v.strictObject(target),
  writes: ownerWrites,
  reads: (args, actor) => [byId('typedEntry', ownersScope(args, actor), args.id)],
  decide: (input) => {
    const found = readByOwner(input, 'decline', 'declined');
    if ('no' in found) return found.no;
    const { entry, next } = found;
    return { result: 'applied', changes: [put('typedEntry', { ...entry, state: next, decidedAt: input.now })] };
  },
});
