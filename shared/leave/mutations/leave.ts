// Leave (cuti): asked for by the employee, considered by the superior, decided by the authorised official. Nobody is away
// twice on one day; nobody considers or decides the own leave.

import * as v from 'valibot';
import * as field from '#shared/acts/fields.ts';
import { byColumn, byId, getRow, isTaken, rowsWhere } from '#shared/acts/rows.ts';
import { forAdministrators, put, remove } from '#shared/acts/support.ts';
import { acceptedExplanations, workedOn } from '#shared/acts/worked-days.ts';
import { actsFor } from '#shared/people/rules/supervision.ts';
import type { EmployeeId } from '#shared/people/tables.ts';
import { assignmentsOf, decisionReads, mayDecide } from '#shared/people/who-decides.ts';
import { refuse } from '#shared/refusals.ts';
import { agencyScope, workScope } from '#shared/scopes.ts';
import { type Actor, type DecideInput, type Decision, mutation } from '#shared/sync/mutation.ts';
import type { Read, RowSet } from '#shared/sync/row-set.ts';
import {
  LEAVE_ANSWERS,
  LEAVE_KINDS,
  type LeaveAnswer,
  type LeaveDays,
  type LeaveKind,
  OPEN_LEAVE,
} from '../rules/leave.ts';
import { awayDays, collision, commonDays, KINDS_OF } from '../rules/leave-days.ts';
import { officialOf, superiorsOf } from '../rules/leave-official.ts';
import { tooLong } from '../rules/longest-leave.ts';
import { leavePolicyOn } from '../rules/policy.ts';
import { type LeaveAct, leaveStates } from '../rules/states.ts';
import type { Leave } from '../tables.ts';

const leavePolicies = (actor: Actor): Read => byColumn('policy', agencyScope(actor.tenant), 'kind', 'leave');
const openLeaves = (employee: EmployeeId): Read[] =>
  OPEN_LEAVE.map((state) => byColumn('leave', workScope(employee), 'state', state));

/** The leaves of an employee that are asked for or approved, but for one. */
const otherLeaves = (rows: RowSet, employee: EmployeeId, id: string): Leave[] =>
  OPEN_LEAVE.flatMap((state) => rowsWhere(rows, 'leave', workScope(employee), 'state', state)).filter(
    (leave) => leave.id !== id,
  );

/** The other leave of an employee that days would fall into. */
const otherLeave = (rows: RowSet, employee: EmployeeId, { id, ...days }: LeaveDays & { id: string }): Leave | null =>
  collision(days, otherLeaves(rows, employee, id));

/** Why days are longer than leave of the kind may be; null where they are not. */
function refuseTooLong(
  { rows, actor, today }: Pick<DecideInput<unknown>, 'rows' | 'actor' | 'today'>,
  employee: EmployeeId,
  asked: LeaveDays & { id: string; kind: LeaveKind },
): Extract<Decision, { result: 'refused' }> | null {
  const policy = leavePolicyOn(rowsWhere(rows, 'policy', agencyScope(actor.tenant), 'kind', 'leave'), today);
  const beyond = tooLong(asked, otherLeaves(rows, employee, asked.id), policy);
  return beyond && refuse('leave-too-long', beyond);
}

/** Who decides on an employee's leave, by the posts of the people named; undefined where these do not tell. */
function officialBy(
  { rows, actor, today }: Pick<DecideInput<unknown>, 'rows' | 'actor' | 'today'>,
  employee: EmployeeId,
  above: readonly EmployeeId[],
): EmployeeId | null | undefined {
  const agency = agencyScope(actor.tenant);
  const posts = [...new Set([employee, ...above])].flatMap((id) =>
    rowsWhere(rows, 'assignment', agency, 'employeeId', id),
  );
  const policy = leavePolicyOn(rowsWhere(rows, 'policy', agency, 'kind', 'leave'), today);
  return officialOf(employee, superiorsOf(posts, employee, today), policy);
}

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
    ...openLeaves(actor.id),
    byId('employee', agencyScope(actor.tenant), actor.id),
    acceptedExplanations(workScope(actor.id)),
    assignmentsOf(actor.id, actor),
    leavePolicies(actor),
  ],
  decide: (input) => {
    const { args, rows, actor } = input;
    const scope = workScope(actor.id);
    if (args.validFrom > args.validUntil) return refuse('period-reversed', {});
    if (isTaken(rows, 'leave', scope, args.id)) return refuse('already-exists', { table: 'leave' });
    const employment = getRow(rows, 'employee', agencyScope(actor.tenant), actor.id)?.employment;
    if (employment && !KINDS_OF[employment].includes(args.kind)) {
      return refuse('leave-not-for', { kind: args.kind, employment });
    }
    const other = otherLeave(rows, actor.id, args);
    if (other) return refuse('leave-overlaps', { from: other.validFrom, until: other.validUntil });
    const worked = workedOn(rows, scope, args);
    if (worked) return refuse('worked-on-day', { date: worked });
    const beyond = refuseTooLong(input, actor.id, args);
    if (beyond) return beyond;
    const row: Leave = { ...args, ...UNDECIDED, scope, version: 0 };
    const posts = rowsWhere(rows, 'assignment', agencyScope(actor.tenant), 'employeeId', actor.id);
    const { ids, whole } = superiorsOf(posts, actor.id, input.today);
    // Nobody is above the head to consider it: it goes to who decides at once.
    const ofHead = whole && ids.length === 0;
    const officialId = ofHead ? (officialBy(input, actor.id, []) ?? null) : null;
    return {
      result: 'applied',
      changes: [put('leave', ofHead ? { ...row, state: 'considered', officialId } : row)],
    };
  },
});

const UNDECIDED = {
  state: 'submitted' as const,
  revision: 1,
  ...{ consideration: null, officialId: null, askedFrom: null, askedUntil: null },
  givenBack: [],
  ...{ note: null, paper: null, decidedAt: null, decidedBy: null },
};

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
type Target = { employeeId: EmployeeId; id: string };
const note = v.nullable(field.requiredText(field.LIMITS.note));
const days = v.pipe(
  v.strictObject({ validFrom: field.plainDate, validUntil: field.plainDate }),
  v.check(({ validFrom, validUntil }) => validFrom <= validUntil, 'ends before it starts'),
);
const answered = {
  ...target,
  revision: field.revision,
  answer: v.picklist(LEAVE_ANSWERS),
  /** Why; every answer but an agreement has one. */
  note,
  /** The other days; a change has them, and nothing else. */
  days: v.nullable(days),
};
type Answered = Target & { revision: number; answer: LeaveAnswer; note: string | null; days: LeaveDays | null };
const isWhole = ({ answer, note, days }: Pick<Answered, 'answer' | 'note' | 'days'>) =>
  (answer === 'agree' || note !== null) && (answer === 'change') === (days !== null);

/** The leave as it was read; or why nothing can be said of it. */
function leaveAsRead(
  { args, rows, actor }: Pick<DecideInput<Target & { revision: number }>, 'args' | 'rows' | 'actor'>,
  act: LeaveAct,
): Leave | Extract<Decision, { result: 'refused' }> {
  if (args.employeeId === actor.id) return refuse('own-leave', {});
  const leave = getRow(rows, 'leave', workScope(args.employeeId), args.id);
  if (!leave) return refuse('not-found', { table: 'leave' });
  if (leave.revision !== args.revision) return refuse('changed-since', { seen: args.revision, stored: leave.revision });
  return leaveStates[leave.state][act] ? leave : refuse('wrong-state', { state: leave.state });
}

/**
 * By the superior of today, or who acts for them. `superiors`: everybody above the employee, as the device knows them; by
 * their posts the rule finds who decides.
 */
export const consider = mutation({
  version: 1,
  args: v.pipe(
    v.strictObject({ ...answered, superiors: v.pipe(v.array(field.employeeId), v.maxLength(12)) }),
    v.check((answer) => isWhole(answer), 'not a whole answer'),
  ),
  writes: (args) => [workScope(args.employeeId)],
  reads: (args, actor) => [
    byId('leave', workScope(args.employeeId), args.id),
    ...decisionReads(args.employeeId, actor),
    ...args.superiors.map((id) => assignmentsOf(id, actor)),
    ...openLeaves(args.employeeId),
    leavePolicies(actor),
  ],
  decide: (input) => {
    const { args, rows, actor, now, today } = input;
    const { employeeId, answer, note, days } = args;
    const leave = leaveAsRead(input, 'consider');
    if ('result' in leave) return leave;
    if (!mayDecide(rows, employeeId, actor, today)) return refuse('not-supervisor', { date: today });
    const beyond = days && refuseTooLong(input, employeeId, { ...leave, ...days });
    if (beyond) return beyond;
    const officialId = officialBy(input, employeeId, args.superiors);
    if (officialId === undefined) return refuse('supervisor-changed', {});
    const considered: Leave = {
      ...leave,
      state: 'considered',
      revision: leave.revision + 1,
      consideration: { answer, note, days, by: actor.id, at: now },
      officialId,
    };
    return { result: 'applied', changes: [put('leave', considered)] };
  },
});

const decisionRows = (args: Target, actor: Actor): Read[] => [
  leavePolicies(actor),
  byId('leave', workScope(args.employeeId), args.id),
  ...openLeaves(args.employeeId),
  acceptedExplanations(workScope(args.employeeId)),
];

const ACT_OF = { agree: 'approve', change: 'approve', postpone: 'postpone', refuse: 'refuse' } as const;

function decideBy(input: DecideInput<Answered>, leave: Leave, paper: string | null): Decision {
  const { args, rows, actor, now } = input;
  const state = leaveStates[leave.state][ACT_OF[args.answer]];
  if (!state) return refuse('wrong-state', { state: leave.state });
  const granted = { ...leave, ...args.days };
  if (state === 'approved') {
    const other = args.days && otherLeave(rows, args.employeeId, { ...args.days, id: leave.id });
    if (other) return refuse('leave-overlaps', { from: other.validFrom, until: other.validUntil });
    const worked = workedOn(rows, leave.scope, granted);
    if (worked) return refuse('worked-on-day', { date: worked });
    const beyond = refuseTooLong(input, args.employeeId, granted);
    if (beyond) return beyond;
  }
  const asked = args.days ? { askedFrom: leave.validFrom, askedUntil: leave.validUntil } : {};
  const decided: Leave = {
    ...granted,
    ...asked,
    ...{ state, revision: leave.revision + 1, note: args.note, paper, decidedAt: now, decidedBy: actor.id },
  };
  return { result: 'applied', changes: [put('leave', decided)] };
}

/** By the official whom the consideration named, or who acts for them. */
export const decide = mutation({
  version: 1,
  args: v.pipe(
    v.strictObject(answered),
    v.check((answer) => isWhole(answer), 'not a whole answer'),
  ),
  writes: (args) => [workScope(args.employeeId)],
  reads: (args, actor) => [
    ...decisionRows(args, actor),
    byColumn('delegation', agencyScope(actor.tenant), 'toId', actor.id),
  ],
  decide: (input) => {
    const leave = leaveAsRead(input, ACT_OF[input.args.answer]);
    if ('result' in leave) return leave;
    if (!isOfficial(leave, input)) return refuse('not-official', {});
    return decideBy(input, leave, null);
  },
});

function isOfficial(
  { officialId }: Leave,
  { rows, actor, today }: Pick<DecideInput<unknown>, 'rows' | 'actor' | 'today'>,
) {
  if (officialId === null) return false;
  const delegations = rowsWhere(rows, 'delegation', agencyScope(actor.tenant), 'toId', actor.id);
  return officialId === actor.id || actsFor(delegations, actor.id, today).includes(officialId);
}

/** Where nobody in the agency decides, as on the head's leave: the office records what was decided above it, from its paper. */
export const record = mutation({
  version: 1,
  office: true,
  closedTo: forAdministrators,
  args: v.pipe(
    v.strictObject({ ...answered, paper: field.requiredText(field.LIMITS.title) }),
    v.check((answer) => isWhole(answer), 'not a whole answer'),
  ),
  writes: (args) => [workScope(args.employeeId)],
  reads: decisionRows,
  decide: (input) => {
    const leave = leaveAsRead(input, ACT_OF[input.args.answer]);
    if ('result' in leave) return leave;
    if (leave.officialId !== null) return refuse('not-official', {});
    return decideBy(input, leave, input.args.paper);
  },
});

/**
 * Days of an approved leave that are not taken after all. The employee gives back days to come; the superior, or the official,
 * calls back to work, and may say so later. What was not taken stays the employee's right (PP 11/2017, article 335).
 */
export const giveBackDays = mutation({
  version: 1,
  args: v.strictObject({ ...target, days, reason: field.requiredText(field.LIMITS.note) }),
  writes: (args) => [workScope(args.employeeId)],
  reads: (args, actor) => [
    byId('leave', workScope(args.employeeId), args.id),
    ...decisionReads(args.employeeId, actor),
  ],
  decide: (input) => {
    const { args, rows, actor, now, today } = input;
    const leave = getRow(rows, 'leave', workScope(args.employeeId), args.id);
    if (!leave) return refuse('not-found', { table: 'leave' });
    const own = args.employeeId === actor.id;
    if (own && args.days.validFrom < today) return refuse('date-past', { date: args.days.validFrom });
    if (!own && !mayDecide(rows, args.employeeId, actor, today) && !isOfficial(leave, input)) {
      return refuse('not-supervisor', { date: today });
    }
    if (!leaveStates[leave.state]['give-back']) return refuse('wrong-state', { state: leave.state });
    const { validFrom, validUntil } = args.days;
    const stretch = awayDays(leave).find((away) => commonDays(away, args.days));
    if (!stretch || validFrom < stretch.validFrom || validUntil > stretch.validUntil) {
      return refuse('not-on-leave', { from: validFrom, until: validUntil });
    }
    const givenBack = [...leave.givenBack, { ...args.days, reason: args.reason, by: actor.id, at: now }];
    const shorter: Leave = { ...leave, givenBack };
    const act = awayDays(shorter).length === 0 ? 'cancel' : 'give-back';
    const state = leaveStates[leave.state][act] ?? leave.state;
    return { result: 'applied', changes: [put('leave', { ...shorter, state })] };
  },
});

// What superiors did in released versions, in which nobody decided after them. It may wait on a device still.

/**
 * The superior's yes is a consideration now. Where the superior's own post does not tell who decides, it is noted, and the
 * request waits for the superior to send it on.
 */
export const approve = mutation({
  version: 1,
  args: v.strictObject(target),
  writes: (args) => [workScope(args.employeeId)],
  reads: (args, actor) => [
    byId('leave', workScope(args.employeeId), args.id),
    ...decisionReads(args.employeeId, actor),
    assignmentsOf(actor.id, actor),
    leavePolicies(actor),
  ],
  decide: (input) => {
    const { args, rows, actor, now, today } = input;
    const stored = getRow(rows, 'leave', workScope(args.employeeId), args.id);
    const leave = leaveAsRead({ ...input, args: { ...args, revision: stored?.revision ?? 1 } }, 'consider');
    if ('result' in leave) return leave;
    if (!mayDecide(rows, args.employeeId, actor, today)) return refuse('not-supervisor', { date: today });
    if (leave.state !== 'submitted') return refuse('wrong-state', { state: leave.state });
    const official = officialBy(input, args.employeeId, [actor.id]);
    const said: Leave = {
      ...leave,
      revision: leave.revision + 1,
      consideration: { answer: 'agree', note: null, days: null, by: actor.id, at: now },
    };
    const sentOn: Leave = official === undefined ? said : { ...said, state: 'considered', officialId: official };
    return { result: 'applied', changes: [put('leave', sentOn)] };
  },
});

/** The superior's no, or an approved leave that the superior took back. */
export const giveBack = mutation({
  version: 1,
  args: v.strictObject({ ...target, note: field.requiredText(field.LIMITS.note) }),
  writes: (args) => [workScope(args.employeeId)],
  reads: (args, actor) => [
    byId('leave', workScope(args.employeeId), args.id),
    ...decisionReads(args.employeeId, actor),
  ],
  decide: ({ args, rows, actor, now, today }) => {
    if (args.employeeId === actor.id) return refuse('own-leave', {});
    if (!mayDecide(rows, args.employeeId, actor, today)) return refuse('not-supervisor', { date: today });
    const leave = getRow(rows, 'leave', workScope(args.employeeId), args.id);
    if (!leave) return refuse('not-found', { table: 'leave' });
    const state = leaveStates[leave.state].return;
    if (!state) return refuse('wrong-state', { state: leave.state });
    const returned: Leave = {
      ...leave,
      ...{ state, revision: leave.revision + 1, note: args.note, decidedAt: now, decidedBy: actor.id },
    };
    return { result: 'applied', changes: [put('leave', returned)] };
  },
});
