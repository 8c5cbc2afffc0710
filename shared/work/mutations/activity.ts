// Daily work: logged by the employee, submitted, then approved or returned by the supervisor.

import * as v from 'valibot';
import * as field from '#shared/acts/fields.ts';
import {
  byColumn,
  byId,
  conflictsOf,
  decideMerged,
  getRow,
  isTaken,
  lastEdit,
  mergeInto,
  put,
  remove,
  rowsWhere,
} from '#shared/acts/support.ts';
import type { EmployeeId } from '#shared/people/tables.ts';
import { decisionReads, mayDecide } from '#shared/people/who-decides.ts';
import { refuse } from '#shared/refusals.ts';
import { planScope, workScope } from '#shared/scopes.ts';
import { equal, fieldEdits } from '#shared/sync/merge.ts';
import { type Actor, type Again, type DecideInput, type Decision, mutation } from '#shared/sync/mutation.ts';
import type { RowChange, RowSet } from '#shared/sync/row-set.ts';
import { plainDate } from '#shared/time/plain-date.ts';
import { type ActivityAct, activityStates, reopeningStates } from '../rules/states.ts';
import { type Activity, reopeningId } from '../tables.ts';

/** What a person types; each entry is merged as one when two devices edit the same activity. */
export const activityFields = {
  resultId: field.newId,
  date: field.plainDate,
  title: field.requiredText(field.LIMITS.title),
  description: field.optionalText(field.LIMITS.description),
  /** Start and end (HH:MM) may be unknown; the duration is always there. Merged together: they explain each other. */
  time: v.strictObject({
    start: v.nullable(field.timeOfDay),
    end: v.nullable(field.timeOfDay),
    minutes: field.minutes,
  }),
  output: v.strictObject({ quantity: field.amount, unit: field.requiredText(field.LIMITS.unit) }),
};

export type ActivityFields = v.InferOutput<v.ObjectSchema<typeof activityFields, undefined>>;

export function activityFieldsOf(row: Activity): ActivityFields {
  const { resultId, date, title, description, start, end, minutes, quantity, unit } = row;
  return { resultId, date, title, description, time: { start, end, minutes }, output: { quantity, unit } };
}

export function activityColumns({ time, output, ...rest }: ActivityFields) {
  return { ...rest, ...time, ...output };
}

const ownActivity = (id: string, actor: Actor) => byId('activity', workScope(actor.id), id);

/** The rows that tell whether a result may carry work on a date. */
export const placementReads = (resultId: string | undefined, actor: Actor) => [
  byColumn('skp', planScope(actor.id), 'employeeId', actor.id),
  ...(resultId ? [byId('result', planScope(actor.id), resultId)] : []),
];

/** Null when work of that date may be logged, against that result where the mutation names one. */
export function refusedPlacement(
  { rows, actor, latestDay }: Pick<DecideInput<unknown>, 'rows' | 'actor' | 'latestDay'>,
  { date, resultId }: { date: string; resultId?: string },
) {
  if (date > latestDay) return refuse('date-in-future', { date });
  const plans = rowsWhere(rows, 'skp', planScope(actor.id), 'employeeId', actor.id).filter(
    (skp) => skp.validFrom <= date && date <= skp.validUntil,
  );
  if (resultId === undefined) return plans.length > 0 ? null : refuse('outside-skp', { date });
  const result = getRow(rows, 'result', planScope(actor.id), resultId);
  if (!result) return refuse('parent-not-found', { table: 'result', id: resultId });
  return plans.some((skp) => skp.id === result.skpId) ? null : refuse('outside-skp', { date });
}

/** The activity, if the act is allowed in its state and nothing was missed since the person looked; else why not. */
function actOn(
  rows: RowSet,
  act: ActivityAct,
  target: { owner: EmployeeId; id: string; revision?: number },
): { activity: Activity; next: Activity['state'] } | { no: Extract<Decision, { result: 'refused' }> } {
  const activity = getRow(rows, 'activity', workScope(target.owner), target.id);
  if (!activity) return { no: refuse('not-found', { table: 'activity' }) };
  if (target.revision !== undefined && activity.revision !== target.revision) {
    return { no: refuse('changed-since', { seen: target.revision, stored: activity.revision }) };
  }
  const next = activityStates[activity.state][act];
  if (next) return { activity, next };
  const { state } = activity;
  return { no: act === 'edit' ? refuse('locked', { state }) : refuse('wrong-state', { state }) };
}

export const log = mutation({
  version: 1,
  redoable: true,
  args: v.strictObject({ id: field.newId, ...activityFields }),
  writes: (_args, actor) => [workScope(actor.id)],
  reads: (args, actor) => [ownActivity(args.id, actor), ...placementReads(args.resultId, actor)],
  decide: (input) => {
    const { args, rows, actor, now, clock, again } = input;
    const { id, ...fields } = args;
    if (isTaken(rows, 'activity', workScope(actor.id), id)) return refuse('already-exists', { table: 'activity' });
    const no = refusedPlacement(input, fields);
    if (no) return no;
    const logged = again && isSameWork(fields, again, actor) ? again : { at: now, clock };
    const activity: Activity = {
      id,
      scope: workScope(actor.id),
      version: 0,
      employeeId: actor.id,
      ...activityColumns(fields),
      state: 'draft',
      revision: 1,
      note: null,
      createdAt: logged.at,
      clock: logged.clock,
      editedAt: null,
      submittedAt: null,
      decidedAt: null,
      decidedBy: null,
      typedBy: null,
    };
    return { result: 'applied', changes: [put('activity', activity)] };
  },
});

/**
 * Whether an entry that was refused is logged again as it was, for a day that had come then: it keeps the time at which it was
 * logged first. Only the result that it counts for may be another one: a refusal lends its time to nothing else.
 */
function isSameWork({ resultId: _now, ...fields }: ActivityFields, { args, at }: Again, { timeZone }: Actor): boolean {
  const before = v.safeParse(v.object(activityFields), args);
  if (!before.success) return false;
  const { resultId: _then, ...content } = before.output;
  return equal(fields, content) && content.date <= plainDate(at, timeZone);
}

export const edit = mutation({
  version: 1,
  args: v.strictObject({ id: field.newId, edits: fieldEdits(activityFields) }),
  writes: (_args, actor) => [workScope(actor.id)],
  reads: (args, actor) => [
    ownActivity(args.id, actor),
    conflictsOf(workScope(actor.id), args.id),
    ...placementReads(args.edits.resultId?.to, actor),
  ],
  decide: (input) => {
    const { args, rows, actor, mutationId, now, clock } = input;
    const found = actOn(rows, 'edit', { owner: actor.id, id: args.id });
    if ('no' in found) return found.no;
    const { activity } = found;
    const stored = activityFieldsOf(activity);
    const merged = mergeInto({ row: activity, table: 'activity', stored, edits: args.edits, mutationId, now });
    const { fields } = merged;
    if (fields.date !== stored.date || fields.resultId !== stored.resultId) {
      const no = refusedPlacement(input, { date: fields.date, resultId: args.edits.resultId?.to });
      if (no) return no;
    }
    // An entry cannot have been logged before its day: moved to a later one, it is logged now.
    const logged = plainDate(activity.createdAt, actor.timeZone) < fields.date ? { createdAt: now, clock } : {};
    const edited = { ...withContent(activity, fields, found.next), editedAt: lastEdit(activity, now), ...logged };
    return decideMerged(merged, () => [put('activity', edited)]);
  },
});

export const erase = mutation({
  version: 1,
  args: v.strictObject({ id: field.newId, revision: field.revision }),
  writes: (_args, actor) => [workScope(actor.id)],
  reads: (args, actor) => [
    ownActivity(args.id, actor),
    byColumn('evidence', workScope(actor.id), 'activityId', args.id),
    conflictsOf(workScope(actor.id), args.id),
  ],
  decide: ({ args, rows, actor }) => {
    const scope = workScope(actor.id);
    const found = actOn(rows, 'edit', { owner: actor.id, ...args });
    if ('no' in found) return found.no;
    const changes: RowChange[] = [remove('activity', found.activity)];
    for (const row of rowsWhere(rows, 'evidence', scope, 'activityId', args.id)) changes.push(remove('evidence', row));
    for (const row of rowsWhere(rows, 'conflict', scope, 'rowId', args.id)) changes.push(remove('conflict', row));
    return { result: 'applied', changes };
  },
});

export const submit = mutation({
  version: 1,
  args: v.strictObject({ id: field.newId }),
  writes: (_args, actor) => [workScope(actor.id)],
  reads: (args, actor) => [ownActivity(args.id, actor)],
  decide: ({ args, rows, actor, now }) => {
    const found = actOn(rows, 'submit', { owner: actor.id, id: args.id });
    if ('no' in found) return found.no;
    const submitted: Activity = { ...found.activity, state: found.next, note: null, submittedAt: now };
    return { result: 'applied', changes: [put('activity', submitted)] };
  },
});

const supervisorTarget = { employeeId: field.employeeId, id: field.newId, revision: field.revision };
type SupervisorTarget = { employeeId: string; id: string; revision: number };

const supervisorReads = (args: SupervisorTarget, actor: Actor) => [
  byId('activity', workScope(args.employeeId), args.id),
  ...decisionReads(args.employeeId, actor),
];

/** The supervisor of the day of the work or of the decision decides, on the revision that was read. */
function decideAsSupervisor(
  { args, rows, actor, now, today }: DecideInput<SupervisorTarget & { note?: string }>,
  act: 'approve' | 'return' | 'reopen',
): Decision {
  const day = getRow(rows, 'activity', workScope(args.employeeId), args.id)?.date ?? today;
  if (!mayDecide(rows, args.employeeId, actor, today) && !mayDecide(rows, args.employeeId, actor, day)) {
    return refuse('not-supervisor', { date: today });
  }
  const found = actOn(rows, act, { owner: args.employeeId, id: args.id, revision: args.revision });
  if ('no' in found) return found.no;
  const decided = { ...found.activity, note: args.note ?? null, decidedAt: now, decidedBy: actor.id };
  return { result: 'applied', changes: [put('activity', { ...decided, state: found.next })] };
}

export const approve = mutation({
  version: 1,
  args: v.strictObject(supervisorTarget),
  writes: (args) => [workScope(args.employeeId)],
  reads: supervisorReads,
  decide: (input) => decideAsSupervisor(input, 'approve'),
});

const withNote = v.strictObject({ ...supervisorTarget, note: field.requiredText(field.LIMITS.note) });

export const giveBack = mutation({
  version: 1,
  args: withNote,
  writes: (args) => [workScope(args.employeeId)],
  reads: supervisorReads,
  decide: (input) => decideAsSupervisor(input, 'return'),
});

export const reopen = mutation({
  version: 1,
  args: withNote,
  writes: (args) => [workScope(args.employeeId)],
  reads: (args, actor) => [
    ...supervisorReads(args, actor),
    byId('reopening', workScope(args.employeeId), reopeningId(args.id)),
  ],
  /** Whoever asked for it has the answer with it. */
  decide: (input) => {
    const decision = decideAsSupervisor(input, 'reopen');
    const { rows, args, actor, now } = input;
    const asked = getRow(rows, 'reopening', workScope(args.employeeId), reopeningId(args.id));
    const next = asked && reopeningStates[asked.state].reopen;
    if (decision.result !== 'applied' || !next) return decision;
    const answered = put('reopening', { ...asked, state: next, decidedAt: now, decidedBy: actor.id });
    return { ...decision, changes: [...decision.changes, answered] };
  },
});

/** The activity with new content: one revision further, in the state that an edit leads to. */
function withContent(activity: Activity, fields: ActivityFields, state: Activity['state']): Activity {
  return { ...activity, ...activityColumns(fields), state, revision: activity.revision + 1 };
}
