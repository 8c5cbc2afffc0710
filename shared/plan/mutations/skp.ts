// The plan of the year (SKP) as a whole: composed by the employee, submitted, then approved or returned by the supervisor;
// revised after approval as a new edition, while the approved one stays in force.

import * as v from 'valibot';
import * as field from '#shared/acts/fields.ts';
import { byColumn, byId, getRow, put, remove, rowsWhere, upgrade } from '#shared/acts/support.ts';
import { plansAsHead } from '#shared/people/rules/heads.ts';
import { assignmentOn } from '#shared/people/rules/supervision.ts';
import type { EmployeeId } from '#shared/people/tables.ts';
import { assignmentsOf, decisionReads, mayDecide, supervisorOf } from '#shared/people/who-decides.ts';
import { refuse } from '#shared/refusals.ts';
import { agencyScope, planScope } from '#shared/scopes.ts';
import { type Actor, type DecideInput, type Decision, mutation } from '#shared/sync/mutation.ts';
import { keyOf, type RowChange, type RowSet } from '#shared/sync/row-set.ts';
import type { Row } from '#shared/tables.ts';
import { addDays } from '#shared/time/working-time.ts';
import { missingParts } from '../rules/skp-completeness.ts';
import { contentOf } from '../rules/skp-content.ts';
import { type SkpAct, skpStates } from '../rules/states.ts';
import {
  type Edition,
  editionId,
  expectationId,
  type Result,
  type Skp,
  type SkpContent,
  type SkpId,
} from '../tables.ts';

type Refused = Extract<Decision, { result: 'refused' }>;

/** The SKP, if the act is allowed in its state and on the revision that was read; else why not. */
export function actOnSkp(
  rows: RowSet,
  act: SkpAct,
  target: { owner: EmployeeId; skpId: string; revision?: number },
): { skp: Skp; next: Skp['state'] } | { no: Refused } {
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
export function ownPart<Name extends 'result' | 'indicator' | 'annex'>(
  rows: RowSet,
  table: Name,
  actor: Actor,
  { id, skpId }: { id: string; skpId: string },
): { row: Row<Name>; found: { skp: Skp; next: Skp['state'] } } | { no: Refused } {
  const found = actOnSkp(rows, 'edit', { owner: actor.id, skpId });
  if ('no' in found) return found;
  const row = getRow(rows, table, planScope(actor.id), id);
  return row?.skpId === skpId ? { row, found } : { no: refuse('not-found', { table }) };
}

/** The SKP one revision further, in the state that an edit of its parts leads to. */
export function withContentChanged({ skp, next }: { skp: Skp; next: Skp['state'] }): RowChange {
  return put('skp', { ...skp, state: next, revision: skp.revision + 1 });
}

/** Every part of an SKP. */
/** The words of the superior's result as they are now; null where there is none, or none is known here. */
export function parentWords(
  rows: RowSet,
  { parentId, parentOwnerId }: Pick<Result, 'parentId' | 'parentOwnerId'>,
): string | null {
  return parentId && parentOwnerId ? (getRow(rows, 'result', planScope(parentOwnerId), parentId)?.text ?? null) : null;
}

export const partReads = (owner: EmployeeId, skpId: SkpId) => [
  byId('skp', planScope(owner), skpId),
  ...(['result', 'indicator', 'expectation', 'annex', 'edition'] as const).map((table) =>
    byColumn(table, planScope(owner), 'skpId', skpId),
  ),
];

/** What stands in the SKP as it is written now. */
export function writtenContent(rows: RowSet, owner: EmployeeId, skpId: SkpId): SkpContent {
  const of = <Name extends 'result' | 'indicator' | 'expectation' | 'annex'>(table: Name) =>
    rowsWhere<Name>(rows, table, planScope(owner), 'skpId', skpId);
  return contentOf({
    results: of('result'),
    indicators: of('indicator'),
    expectations: of('expectation'),
    annexes: of('annex'),
  });
}

/** The edition in force: the approved one, also while it is under revision; null where none was ever approved. */
export function inForce(rows: RowSet, owner: EmployeeId, skp: Skp): { number: number; content: SkpContent } | null {
  if (skp.state === 'approved') return { number: skp.edition, content: writtenContent(rows, owner, skp.id) };
  const before = getRow(rows, 'edition', planScope(owner), editionId(skp.id, skp.edition - 1));
  return before ? { number: before.number, content: before.content } : null;
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
  reads: (_args, actor) => [
    byColumn('skp', planScope(actor.id), 'employeeId', actor.id),
    assignmentsOf(actor.id, actor),
  ],
  decide: ({ args, rows, actor }) => {
    const scope = planScope(actor.id);
    const { id, validFrom, validUntil } = args;
    if (validFrom > validUntil) return refuse('period-reversed', {});
    if (getRow(rows, 'skp', scope, id)) return refuse('already-exists', { table: 'skp' });
    const taken = rowsWhere(rows, 'skp', scope, 'employeeId', actor.id).find(
      (other) => other.validFrom <= validUntil && validFrom <= other.validUntil,
    );
    // Who moved begins an SKP with the new post; the one of the old post ends the day before.
    const moved = rowsWhere(rows, 'assignment', agencyScope(actor.tenant), 'employeeId', actor.id).some(
      (assignment) => assignment.validFrom === validFrom,
    );
    const split =
      taken && moved && taken.validFrom < validFrom ? { ...taken, validUntil: addDays(validFrom, -1) } : null;
    if (taken && !split) {
      return refuse('skp-period-taken', { validFrom: taken.validFrom, validUntil: taken.validUntil });
    }
    const skp: Skp = {
      ...args,
      scope,
      version: 0,
      employeeId: actor.id,
      state: 'draft',
      revision: 1,
      edition: 1,
      reason: null,
      note: null,
      itemNotes: {},
      submittedAt: null,
      decidedAt: null,
      decidedBy: null,
    };
    return { result: 'applied', changes: [...(split ? [put('skp', split)] : []), put('skp', skp)] };
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
    const assignments = rowsWhere(rows, 'assignment', agencyScope(actor.tenant), 'employeeId', actor.id);
    const missing = missingParts({
      approach: found.skp.approach,
      head: plansAsHead(assignmentOn(assignments, actor.id, today)),
      results: rowsWhere(rows, 'result', scope, 'skpId', skpId),
      indicators: rowsWhere(rows, 'indicator', scope, 'skpId', skpId),
      parentsToChooseFrom:
        supervisorId !== null && rowsWhere(rows, 'result', planScope(supervisorId), 'kind', 'utama').length > 0,
    });
    if (missing.length > 0) return refuse('incomplete', { missing });
    const skp: Skp = { ...found.skp, state: found.next, note: null, itemNotes: {}, submittedAt: now };
    // What is sent tells the superior's results as they are now, and keeps that.
    const told = rowsWhere(rows, 'result', scope, 'skpId', skpId).flatMap((result) => {
      const parentText = parentWords(rows, result);
      return parentText === null || parentText === result.parentText ? [] : [put('result', { ...result, parentText })];
    });
    return { result: 'applied', changes: [put('skp', skp), ...told] };
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

type ItemNotes = { resultId: string; note: string }[];

function decideAsSupervisor(
  { args, rows, actor, now, today }: DecideInput<SupervisorTarget & { note?: string; items?: ItemNotes }>,
  act: 'approve' | 'return',
): Decision {
  const { employeeId: owner, skpId, revision, note = null, items = [] } = args;
  if (!mayDecide(rows, owner, actor, today)) return refuse('not-supervisor', { date: today });
  const found = actOnSkp(rows, act, { owner, skpId, revision });
  if ('no' in found) return found.no;
  const itemNotes = Object.fromEntries(items.map((item) => [item.resultId, item.note]));
  const skp: Skp = { ...found.skp, state: found.next, note, itemNotes, decidedAt: now, decidedBy: actor.id };
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
  version: 2,
  args: v.strictObject({
    ...supervisorTarget,
    note: field.requiredText(field.LIMITS.note),
    /** Notes on single results. */
    items: v.pipe(
      v.array(v.strictObject({ resultId: field.newId, note: field.requiredText(field.LIMITS.note) })),
      v.maxLength(50),
    ),
  }),
  // Version 1 had one note for the whole.
  upcast: upgrade((args) => ({ ...args, items: [] })),
  writes: (args) => [planScope(args.employeeId)],
  reads: supervisorReads,
  decide: (input) => decideAsSupervisor(input, 'return'),
});

export const revise = mutation({
  version: 1,
  args: v.strictObject({ skpId: field.newId, reason: field.requiredText(field.LIMITS.note) }),
  writes: (_args, actor) => [planScope(actor.id)],
  reads: (args, actor) => partReads(actor.id, args.skpId),
  decide: ({ args, rows, actor, today }) => {
    const { skpId, reason } = args;
    const found = actOnSkp(rows, 'revise', { owner: actor.id, skpId });
    if ('no' in found) return found.no;
    const { skp, next } = found;
    if (today > skp.validUntil) return refuse('too-late', { until: skp.validUntil });
    const { scope, edition: number, decidedAt, decidedBy } = skp;
    const content = writtenContent(rows, actor.id, skpId);
    const approved: Edition = {
      ...{ id: editionId(skpId, number), scope, version: 0, skpId, number, content, decidedAt, decidedBy },
    };
    const under: Skp = { ...skp, state: next, edition: number + 1, revision: skp.revision + 1, reason };
    return {
      result: 'applied',
      changes: [put('edition', approved), put('skp', { ...under, note: null, itemNotes: {}, submittedAt: null })],
    };
  },
});

/** Gives the revision up: all is again as it was approved. */
export const discard = mutation({
  version: 1,
  args: v.strictObject({ skpId: field.newId, revision: field.revision }),
  writes: (_args, actor) => [planScope(actor.id)],
  reads: (args, actor) => partReads(actor.id, args.skpId),
  decide: ({ args, rows, actor }) => {
    const { skpId, revision } = args;
    const found = actOnSkp(rows, 'discard', { owner: actor.id, skpId, revision });
    if ('no' in found) return found.no;
    const { skp, next } = found;
    const { scope } = skp;
    const approved = getRow(rows, 'edition', scope, editionId(skpId, skp.edition - 1));
    if (!approved) return refuse('never-approved', {});
    const { number: edition, decidedAt, decidedBy } = approved;
    const restored: Skp = { ...skp, state: next, edition, revision: revision + 1, decidedAt, decidedBy };
    return {
      result: 'applied',
      changes: [
        ...restoredParts(rows, scope, skpId, approved.content),
        remove('edition', approved),
        put('skp', { ...restored, reason: null, note: null, itemNotes: {} }),
      ],
    };
  },
});

/** The parts as the approved content has them; what the revision added goes. */
function restoredParts(rows: RowSet, scope: string, skpId: SkpId, content: SkpContent): RowChange[] {
  const place = { scope, version: 0, skpId };
  const parts: RowChange[] = [
    ...content.results.map((result) => put('result', { ...place, parentText: null, ...result })),
    ...content.indicators.map((indicator) => put('indicator', { ...place, ...indicator })),
    ...content.expectations.map((one) => put('expectation', { ...place, id: expectationId(skpId, one.value), ...one })),
    ...content.annexes.map((annex) => put('annex', { ...place, ...annex })),
  ];
  const stays = new Set(parts.map(keyOf));
  const tables = ['result', 'indicator', 'expectation', 'annex'] as const;
  const added = tables.flatMap((table) =>
    rowsWhere(rows, table, scope, 'skpId', skpId)
      // A result that ended with an earlier edition still carries the work done for it.
      .filter((row) => !('endedIn' in row) || row.endedIn === null)
      .map((row) => remove(table, row)),
  );
  return [...added.filter((change) => !stays.has(keyOf(change))), ...parts];
}
