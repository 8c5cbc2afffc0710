// The plan of the year (SKP) as a whole: composed by the employee, submitted, then approved or returned by the supervisor.

import * as v from 'valibot';
import { refuse } from '#shared/refusals.ts';
import { missingParts } from '#shared/rules/skp-completeness.ts';
import { type SkpAct, skpStates } from '#shared/rules/states.ts';
import { type Actor, type DecideInput, type Decision, mutation } from '#shared/sync/mutation.ts';
import type { RowChange, RowSet } from '#shared/sync/row-set.ts';
import { type EmployeeId, planScope, type Row, type Skp } from '#shared/tables.ts';
import * as field from './fields.ts';
import {
  assignmentsOf,
  byColumn,
  byId,
  decisionReads,
  getRow,
  mayDecide,
  put,
  rowsWhere,
  supervisorOf,
} from './support.ts';

/** The SKP, if the act is allowed in its state and on the revision that was read; else why not. */
export function actOnSkp(
  rows: RowSet,
  act: SkpAct,
  target: { owner: EmployeeId; skpId: string; revision?: number },
): { skp: Skp; next: Skp['state'] } | { no: Extract<Decision, { result: 'refused' }> } {
  const skp = getRow(rows, 'skp', planScope(target.owner), target.skpId);
  if (!skp) return { no: refuse('not-found', { table: 'skp' }) };
  if (target.revision !== undefined && skp.revision !== target.revision) {
    return { no: refuse('changed-since', { seen: target.revision, stored: skp.revision }) };
  }
  const { state } = skp;
  const next = skpStates[state][act];
  if (next) return { skp, next };
  return { no: act === 'edit' ? refuse('locked', { state }) : refuse('wrong-state', { state }) };
}

/** A part of the own SKP that may be changed now, with the SKP it belongs to; else why not. */
export function ownPart<Name extends 'result' | 'indicator'>(
  rows: RowSet,
  table: Name,
  actor: Actor,
  { id, skpId }: { id: string; skpId: string },
): { row: Row<Name>; found: { skp: Skp; next: Skp['state'] } } | { no: Extract<Decision, { result: 'refused' }> } {
  const found = actOnSkp(rows, 'edit', { owner: actor.id, skpId });
  if ('no' in found) return found;
  const row = getRow(rows, table, planScope(actor.id), id);
  return row?.skpId === skpId ? { row, found } : { no: refuse('not-found', { table }) };
}

/** The SKP one revision further, in the state that an edit of its parts leads to. */
export function withContentChanged({ skp, next }: { skp: Skp; next: Skp['state'] }): RowChange {
  return put('skp', { ...skp, state: next, revision: skp.revision + 1 });
}

export const create = mutation({
  version: 1,
  args: v.strictObject({
    id: field.newId,
    approach: v.picklist(['quantitative', 'qualitative']),
    validFrom: field.plainDate,
    validUntil: field.plainDate,
  }),
  writes: (_args, actor) => [planScope(actor.id)],
  reads: (_args, actor) => [byColumn('skp', planScope(actor.id), 'employeeId', actor.id)],
  decide: ({ args, rows, actor }) => {
    const scope = planScope(actor.id);
    const { id, validFrom, validUntil } = args;
    if (validFrom > validUntil) return refuse('period-reversed', {});
    if (getRow(rows, 'skp', scope, id)) return refuse('already-exists', { table: 'skp' });
    const taken = rowsWhere(rows, 'skp', scope, 'employeeId', actor.id).find(
      (other) => other.validFrom <= validUntil && validFrom <= other.validUntil,
    );
    if (taken) {
      return refuse('skp-period-taken', { validFrom: taken.validFrom, validUntil: taken.validUntil });
    }
    const skp: Skp = {
      ...args,
      scope,
      version: 0,
      employeeId: actor.id,
      state: 'draft',
      revision: 1,
      note: null,
      submittedAt: null,
      decidedAt: null,
      decidedBy: null,
    };
    return { result: 'applied', changes: [put('skp', skp)] };
  },
});

export const submit = mutation({
  version: 1,
  args: v.strictObject({
    skpId: field.newId,
    /** To whom, as the person saw it; null for the head of the agency. */
    supervisorId: v.nullable(field.employeeId),
  }),
  writes: (_args, actor) => [planScope(actor.id)],
  reads: ({ skpId, supervisorId }, actor) => [
    byId('skp', planScope(actor.id), skpId),
    byColumn('result', planScope(actor.id), 'skpId', skpId),
    byColumn('indicator', planScope(actor.id), 'skpId', skpId),
    assignmentsOf(actor.id, actor),
    ...(supervisorId ? [byColumn('result', planScope(supervisorId), 'kind', 'utama')] : []),
  ],
  decide: ({ args, rows, actor, now, today }) => {
    const scope = planScope(actor.id);
    const { skpId, supervisorId } = args;
    const found = actOnSkp(rows, 'submit', { owner: actor.id, skpId });
    if ('no' in found) return found.no;
    if (supervisorOf(rows, actor.id, actor, today) !== supervisorId) return refuse('supervisor-changed', {});
    const missing = missingParts({
      results: rowsWhere(rows, 'result', scope, 'skpId', skpId),
      indicators: rowsWhere(rows, 'indicator', scope, 'skpId', skpId),
      parentsToChooseFrom:
        supervisorId !== null && rowsWhere(rows, 'result', planScope(supervisorId), 'kind', 'utama').length > 0,
    });
    if (missing.length > 0) return refuse('incomplete', { missing });
    const skp: Skp = { ...found.skp, state: found.next, note: null, submittedAt: now };
    return { result: 'applied', changes: [put('skp', skp)] };
  },
});

export const recall = mutation({
  version: 1,
  args: v.strictObject({ skpId: field.newId }),
  writes: (_args, actor) => [planScope(actor.id)],
  reads: (args, actor) => [byId('skp', planScope(actor.id), args.skpId)],
  decide: ({ args, rows, actor }) => {
    const found = actOnSkp(rows, 'recall', { owner: actor.id, skpId: args.skpId });
    if ('no' in found) return found.no;
    return { result: 'applied', changes: [put('skp', { ...found.skp, state: found.next, submittedAt: null })] };
  },
});

const supervisorTarget = { employeeId: field.employeeId, skpId: field.newId, revision: field.revision };
type SupervisorTarget = { employeeId: string; skpId: string; revision: number };

const supervisorReads = (args: SupervisorTarget, actor: Actor) => [
  byId('skp', planScope(args.employeeId), args.skpId),
  ...decisionReads(args.employeeId, actor),
];

function decideAsSupervisor(
  { args, rows, actor, now, today }: DecideInput<SupervisorTarget & { note?: string }>,
  act: 'approve' | 'return',
): Decision {
  const { employeeId: owner, skpId, revision, note = null } = args;
  if (!mayDecide(rows, owner, actor, today)) return refuse('not-supervisor', { date: today });
  const found = actOnSkp(rows, act, { owner, skpId, revision });
  if ('no' in found) return found.no;
  const skp: Skp = { ...found.skp, state: found.next, note, decidedAt: now, decidedBy: actor.id };
  return { result: 'applied', changes: [put('skp', skp)] };
}

export const approve = mutation({
  version: 1,
  args: v.strictObject(supervisorTarget),
  writes: (args) => [planScope(args.employeeId)],
  reads: supervisorReads,
  decide: (input) => decideAsSupervisor(input, 'approve'),
});

export const giveBack = mutation({
  version: 1,
  args: v.strictObject({ ...supervisorTarget, note: field.requiredText(field.LIMITS.note) }),
  writes: (args) => [planScope(args.employeeId)],
  reads: supervisorReads,
  decide: (input) => decideAsSupervisor(input, 'return'),
});
