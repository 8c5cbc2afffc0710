// Leave (cuti): asked for by the employee, approved or returned by the supervisor. Nobody is away twice on one day.

import * as v from 'valibot';
import { refuse } from '#shared/refusals.ts';
import { LEAVE_KINDS } from '#shared/rules/leave.ts';
import { collision, KINDS_OF } from '#shared/rules/leave-days.ts';
import { leaveStates } from '#shared/rules/states.ts';
import { type Actor, type DecideInput, type Decision, mutation } from '#shared/sync/mutation.ts';
import { agencyScope, workScope } from '#shared/tables.ts';
import { acceptedExplanations, workedOn } from './explanation.ts';
import * as field from './fields.ts';
import { byColumn, byId, decisionReads, getRow, isTaken, mayDecide, put, remove, rowsWhere } from './support.ts';

/** States in which somebody is away, or may be. */
const OPEN = ['submitted', 'approved'] as const;

export const request = mutation({
  version: 1,
  args: v.strictObject({
    id: field.newId,
    kind: v.picklist(LEAVE_KINDS),
    validFrom: field.plainDate,
    validUntil: field.plainDate,
    reason: field.optionalText(field.LIMITS.note),
  }),
  writes: (_args, actor) => [workScope(actor.id)],
  reads: (args, actor) => [
    byId('leave', workScope(actor.id), args.id),
    ...OPEN.map((state) => byColumn('leave', workScope(actor.id), 'state', state)),
    byId('employee', agencyScope(actor.tenant), actor.id),
    acceptedExplanations(workScope(actor.id)),
  ],
  decide: ({ args, rows, actor }) => {
    const scope = workScope(actor.id);
    if (args.validFrom > args.validUntil) return refuse('period-reversed', {});
    if (isTaken(rows, 'leave', scope, args.id)) return refuse('already-exists', { table: 'leave' });
    const employment = getRow(rows, 'employee', agencyScope(actor.tenant), actor.id)?.employment;
    if (employment && !KINDS_OF[employment].includes(args.kind)) {
      return refuse('leave-not-for', { kind: args.kind, employment });
    }
    const other = collision(
      args,
      OPEN.flatMap((state) => rowsWhere(rows, 'leave', scope, 'state', state)),
    );
    if (other) return refuse('leave-overlaps', { from: other.validFrom, until: other.validUntil });
    const worked = workedOn(rows, scope, args);
    if (worked) return refuse('worked-on-day', { date: worked });
    const open = { state: 'submitted' as const, note: null, decidedAt: null, decidedBy: null };
    return { result: 'applied', changes: [put('leave', { ...args, scope, version: 0, ...open })] };
  },
});

export const withdraw = mutation({
  version: 1,
  args: v.strictObject({ id: field.newId }),
  writes: (_args, actor) => [workScope(actor.id)],
  reads: (args, actor) => [byId('leave', workScope(actor.id), args.id)],
  decide: ({ args, rows, actor }) => {
    const leave = getRow(rows, 'leave', workScope(actor.id), args.id);
    if (!leave) return refuse('not-found', { table: 'leave' });
    if (!leaveStates[leave.state].withdraw) return refuse('locked', { state: leave.state });
    return { result: 'applied', changes: [remove('leave', leave)] };
  },
});

const target = { employeeId: field.employeeId, id: field.newId };

const decisionRows = (args: { employeeId: string; id: string }, actor: Actor) => [
  byId('leave', workScope(args.employeeId), args.id),
  acceptedExplanations(workScope(args.employeeId)),
  ...decisionReads(args.employeeId, actor),
];

function decide(
  { args, rows, actor, now, today }: DecideInput<{ employeeId: string; id: string; note?: string }>,
  act: 'approve' | 'return',
): Decision {
  if (!mayDecide(rows, args.employeeId, actor, today)) return refuse('not-supervisor', { date: today });
  const leave = getRow(rows, 'leave', workScope(args.employeeId), args.id);
  if (!leave) return refuse('not-found', { table: 'leave' });
  const state = leaveStates[leave.state][act];
  if (!state) return refuse('wrong-state', { state: leave.state });
  const worked = act === 'approve' ? workedOn(rows, leave.scope, leave) : undefined;
  if (worked) return refuse('worked-on-day', { date: worked });
  const decided = { ...leave, state, note: args.note ?? null, decidedAt: now, decidedBy: actor.id };
  return { result: 'applied', changes: [put('leave', decided)] };
}

export const approve = mutation({
  version: 1,
  args: v.strictObject(target),
  writes: (args) => [workScope(args.employeeId)],
  reads: decisionRows,
  decide: (input) => decide(input, 'approve'),
});

export const giveBack = mutation({
  version: 1,
  args: v.strictObject({ ...target, note: field.requiredText(field.LIMITS.note) }),
  writes: (args) => [workScope(args.employeeId)],
  reads: decisionRows,
  decide: (input) => decide(input, 'return'),
});
