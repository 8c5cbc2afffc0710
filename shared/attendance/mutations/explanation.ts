// An explanation of a day of attendance (klarifikasi): told by the employee, agreed by the superior, accepted by the
// treasurer. Only then the day costs something else. There is one for each day; its id is the date.

import * as v from 'valibot';
import * as field from '#shared/acts/fields.ts';
import { byColumn, byId, forTheOffice, getRow, put, remove, removedRow, rowsWhere } from '#shared/acts/support.ts';
import { collision } from '#shared/leave/rules/leave-days.ts';
import type { Leave } from '#shared/leave/tables.ts';
import { decisionReads, mayDecide } from '#shared/people/who-decides.ts';
import { refuse } from '#shared/refusals.ts';
import { agencyScope, workScope } from '#shared/scopes.ts';
import { type Actor, type DecideInput, type Decision, mutation } from '#shared/sync/mutation.ts';
import type { Read, RowChange, RowSet } from '#shared/sync/row-set.ts';
import { type EvidenceContent, evidenceContent, evidenceRow, MOST_EVIDENCE } from '#shared/work/mutations/evidence.ts';
import { BY_LETTER, EXPLANATION_KINDS } from '../rules/explanation.ts';
import { type ExplanationAct, explanationStates } from '../rules/states.ts';
import type { Explanation } from '../tables.ts';

const approvedLeave = (scope: string): Read => byColumn('leave', scope, 'state', 'approved');

const leaveOn = (rows: RowSet, scope: string, date: string): Leave | null =>
  collision({ validFrom: date, validUntil: date }, rowsWhere(rows, 'leave', scope, 'state', 'approved'));

const evidenceOn = (scope: string, date: string): Read => byColumn('evidence', scope, 'explanationDate', date);

/**
 * `revision` is that of the explanation that was seen; 0 for a day that has none. `evidence` is all that the day has from
 * now on: what it had and is not named goes. Without `letter` or `evidence`, as an app sends it that does not know them, they
 * stay as they are.
 */
export const give = mutation({
  version: 2,
  args: v.strictObject({
    date: field.plainDate,
    kind: v.picklist(EXPLANATION_KINDS),
    text: field.requiredText(field.LIMITS.note),
    letter: v.optional(v.nullable(field.requiredText(field.LIMITS.title))),
    evidence: v.optional(v.pipe(v.array(evidenceContent), v.maxLength(MOST_EVIDENCE))),
    revision: field.integer(0),
  }),
  // Version 1 knew neither letters nor evidence, so it says nothing of them.
  upcast: (args) => args,
  writes: (_args, actor) => [workScope(actor.id)],
  reads: (args, actor) => [
    byId('explanation', workScope(actor.id), args.date),
    approvedLeave(workScope(actor.id)),
    byId('payroll', agencyScope(actor.tenant), args.date.slice(0, 7)),
    evidenceOn(workScope(actor.id), args.date),
    ...(args.evidence ?? []).map(({ id }) => byId('evidence', workScope(actor.id), id)),
  ],
  decide: ({ args, rows, actor, now, latestDay }) => {
    const { date, kind, text } = args;
    if (date > latestDay) return refuse('date-in-future', { date });
    const scope = workScope(actor.id);
    const month = date.slice(0, 7);
    // What was told before the month was closed counts, however late it arrives: it is paid as a correction.
    const payroll = getRow(rows, 'payroll', agencyScope(actor.tenant), month);
    if (payroll?.state === 'approved' && (payroll.approvedAt ?? '') <= now) return refuse('explained-late', { month });
    const leave = leaveOn(rows, scope, date);
    if (leave) return refuse('day-on-leave', { from: leave.validFrom, until: leave.validUntil });
    const before = getRow(rows, 'explanation', scope, date);
    const letter = args.letter === undefined ? (before?.letter ?? null) : args.letter;
    if (BY_LETTER.includes(kind) && letter === null) return refuse('letter-required', { kind });
    const stored = before?.revision ?? 0;
    if (stored !== args.revision) return refuse('changed-since', { seen: args.revision, stored });
    if (before && !explanationStates[before.state].give) return refuse('locked', { state: before.state });
    const evidence = args.evidence ? evidenceChanges(rows, scope, { date, evidence: args.evidence }) : [];
    if (!evidence) return refuse('already-exists', { table: 'evidence' });
    const row: Explanation = {
      id: date,
      scope,
      version: 0,
      month,
      date,
      kind,
      text,
      letter,
      state: 'submitted',
      // Also where it was withdrawn meanwhile: whoever read the first agrees to that one alone.
      revision: ((before ?? removedRow(rows, 'explanation', scope, date))?.revision ?? 0) + 1,
      note: null,
      submittedAt: now,
      agreedAt: null,
      agreedBy: null,
      decidedAt: null,
      decidedBy: null,
    };
    return { result: 'applied', changes: [put('explanation', row), ...evidence] };
  },
});

/** What the evidence of a day loses and gains; null where one has the id of something else's. */
function evidenceChanges(
  rows: RowSet,
  scope: string,
  { date, evidence }: { date: string; evidence: readonly EvidenceContent[] },
): RowChange[] | null {
  const stored = rowsWhere(rows, 'evidence', scope, 'explanationDate', date);
  const kept = new Set(evidence.map(({ id }) => id));
  const added = evidence.filter(({ id }) => !stored.some((row) => row.id === id));
  // What the day had before may come back to it: the revision of the explanation tells the one from the other.
  const isOthers = ({ id }: EvidenceContent) => {
    const named = getRow(rows, 'evidence', scope, id) ?? removedRow(rows, 'evidence', scope, id);
    return named !== undefined && named.explanationDate !== date;
  };
  if (kept.size < evidence.length || added.some(isOthers)) return null;
  return [
    ...stored.filter(({ id }) => !kept.has(id)).map((row) => remove('evidence', row)),
    ...added.map((content) =>
      put('evidence', evidenceRow(content, scope, { activityId: null, explanationDate: date })),
    ),
  ];
}

export const withdraw = mutation({
  version: 1,
  args: v.strictObject({ date: field.plainDate }),
  writes: (_args, actor) => [workScope(actor.id)],
  reads: (args, actor) => [
    byId('explanation', workScope(actor.id), args.date),
    evidenceOn(workScope(actor.id), args.date),
  ],
  decide: ({ args, rows, actor }) => {
    const row = getRow(rows, 'explanation', workScope(actor.id), args.date);
    if (!row) return refuse('not-found', { table: 'explanation' });
    if (!explanationStates[row.state].withdraw) return refuse('locked', { state: row.state });
    const evidence = rowsWhere(rows, 'evidence', row.scope, 'explanationDate', row.date);
    return {
      result: 'applied',
      changes: [remove('explanation', row), ...evidence.map((piece) => remove('evidence', piece))],
    };
  },
});

const seen = { employeeId: field.employeeId, date: field.plainDate, revision: field.revision };
type Seen = { employeeId: string; date: string; revision: number; note?: string };

/** The explanation as it was read, one act further; or why not. */
function further(
  { args, rows }: Pick<DecideInput<Seen>, 'args' | 'rows'>,
  act: ExplanationAct,
): Explanation | Extract<Decision, { result: 'refused' }> {
  const row = getRow(rows, 'explanation', workScope(args.employeeId), args.date);
  if (!row) return refuse('not-found', { table: 'explanation' });
  if (row.revision !== args.revision) return refuse('changed-since', { seen: args.revision, stored: row.revision });
  const state = explanationStates[row.state][act];
  return state ? { ...row, state, note: args.note ?? null } : refuse('wrong-state', { state: row.state });
}

const superiorReads = (args: Seen, actor: Actor) => [
  byId('explanation', workScope(args.employeeId), args.date),
  ...decisionReads(args.employeeId, actor),
];

/** By the superior of today or of that day, or who acts for them, as with activities. */
function bySuperior(input: DecideInput<Seen>, act: 'agree' | 'return'): Decision {
  const { args, rows, actor, now, today } = input;
  const { employeeId, date } = args;
  if (![today, date].some((on) => mayDecide(rows, employeeId, actor, on))) {
    return refuse('not-supervisor', { date: today });
  }
  const row = further(input, act);
  if ('result' in row) return row;
  return { result: 'applied', changes: [put('explanation', { ...row, agreedAt: now, agreedBy: actor.id })] };
}

export const agree = mutation({
  version: 1,
  args: v.strictObject(seen),
  writes: (args) => [workScope(args.employeeId)],
  reads: superiorReads,
  decide: (input) => bySuperior(input, 'agree'),
});

export const giveBack = mutation({
  version: 1,
  args: v.strictObject({ ...seen, note: field.requiredText(field.LIMITS.note) }),
  writes: (args) => [workScope(args.employeeId)],
  reads: superiorReads,
  decide: (input) => bySuperior(input, 'return'),
});

/** By the treasurer or an administrator, never of the own day. */
function byOffice(input: DecideInput<Seen>, act: 'accept' | 'refuse'): Decision {
  const { args, rows, actor, now } = input;
  if (args.employeeId === actor.id) return refuse('own-explanation', {});
  const row = further(input, act);
  if ('result' in row) return row;
  const leave = leaveOn(rows, row.scope, row.date);
  if (act === 'accept' && leave) return refuse('day-on-leave', { from: leave.validFrom, until: leave.validUntil });
  return { result: 'applied', changes: [put('explanation', { ...row, decidedAt: now, decidedBy: actor.id })] };
}

const officeReads = (args: Seen) => [
  byId('explanation', workScope(args.employeeId), args.date),
  approvedLeave(workScope(args.employeeId)),
];

export const accept = mutation({
  version: 1,
  office: true,
  closedTo: forTheOffice,
  args: v.strictObject(seen),
  writes: (args) => [workScope(args.employeeId)],
  reads: officeReads,
  decide: (input) => byOffice(input, 'accept'),
});

export const decline = mutation({
  version: 1,
  office: true,
  closedTo: forTheOffice,
  args: v.strictObject({ ...seen, note: field.requiredText(field.LIMITS.note) }),
  writes: (args) => [workScope(args.employeeId)],
  reads: officeReads,
  decide: (input) => byOffice(input, 'refuse'),
});
