// An approved entry is to be reopened: its author asks for it with a reason, the superior reopens it (activity.reopen) or
// declines. The entry itself stays as it was approved until it is reopened.

import * as v from 'valibot';
import { approvedMonths, closedMonths } from '#shared/acts/closed-months.ts';
import * as field from '#shared/acts/fields.ts';
import { byId, getRow, put } from '#shared/acts/support.ts';
import { decisionReads, mayDecide } from '#shared/people/who-decides.ts';
import { refuse } from '#shared/refusals.ts';
import { workScope } from '#shared/scopes.ts';
import { mutation } from '#shared/sync/mutation.ts';
import { reopeningStates } from '../rules/states.ts';
import { type Reopening, reopeningId } from '../tables.ts';

/** Again after an answer, or with other words while it waits: a new revision each time. */
export const ask = mutation({
  version: 1,
  args: v.strictObject({
    activityId: field.newId,
    /** Of the entry, as it was read. */
    revision: field.revision,
    reason: field.requiredText(field.LIMITS.note),
  }),
  writes: (_args, actor) => [workScope(actor.id)],
  reads: ({ activityId }, actor) => [
    byId('activity', workScope(actor.id), activityId),
    byId('reopening', workScope(actor.id), reopeningId(activityId)),
    approvedMonths(actor),
  ],
  decide: ({ args, rows, actor, now }) => {
    const scope = workScope(actor.id);
    const activity = getRow(rows, 'activity', scope, args.activityId);
    if (!activity) return refuse('not-found', { table: 'activity' });
    if (activity.revision !== args.revision) {
      return refuse('changed-since', { seen: args.revision, stored: activity.revision });
    }
    if (activity.state !== 'approved') return refuse('wrong-state', { state: activity.state });
    const month = activity.date.slice(0, 7);
    if (closedMonths({ rows, actor }).includes(month)) return refuse('month-closed', { month });
    const before = getRow(rows, 'reopening', scope, reopeningId(args.activityId));
    if (before?.state === 'asked' && before.reason === args.reason) return { result: 'applied', changes: [] };
    const asked: Reopening = {
      id: reopeningId(args.activityId),
      scope,
      version: 0,
      activityId: activity.id,
      reason: args.reason,
      state: 'asked',
      revision: (before?.revision ?? 0) + 1,
      askedAt: now,
      note: null,
      decidedAt: null,
      decidedBy: null,
    };
    return { result: 'applied', changes: [put('reopening', asked)] };
  },
});

export const withdraw = mutation({
  version: 1,
  args: v.strictObject({ activityId: field.newId }),
  writes: (_args, actor) => [workScope(actor.id)],
  reads: ({ activityId }, actor) => [byId('reopening', workScope(actor.id), reopeningId(activityId))],
  decide: ({ args, rows, actor }) => {
    const asked = getRow(rows, 'reopening', workScope(actor.id), reopeningId(args.activityId));
    if (!asked) return refuse('not-found', { table: 'reopening' });
    const next = reopeningStates[asked.state].withdraw;
    if (!next) return refuse('wrong-state', { state: asked.state });
    return { result: 'applied', changes: [put('reopening', { ...asked, state: next })] };
  },
});

/** The superior leaves the entry as it is, and says why. */
export const decline = mutation({
  version: 1,
  args: v.strictObject({
    employeeId: field.employeeId,
    activityId: field.newId,
    /** Of the request, as it was read. */
    revision: field.revision,
    note: field.requiredText(field.LIMITS.note),
  }),
  writes: ({ employeeId }) => [workScope(employeeId)],
  reads: ({ employeeId, activityId }, actor) => [
    byId('activity', workScope(employeeId), activityId),
    byId('reopening', workScope(employeeId), reopeningId(activityId)),
    ...decisionReads(employeeId, actor),
  ],
  decide: ({ args, rows, actor, now, today }) => {
    const { employeeId, activityId, revision, note } = args;
    const scope = workScope(employeeId);
    const day = getRow(rows, 'activity', scope, activityId)?.date ?? today;
    if (!mayDecide(rows, employeeId, actor, today) && !mayDecide(rows, employeeId, actor, day)) {
      return refuse('not-supervisor', { date: today });
    }
    const asked = getRow(rows, 'reopening', scope, reopeningId(activityId));
    if (!asked) return refuse('not-found', { table: 'reopening' });
    if (asked.revision !== revision) return refuse('changed-since', { seen: revision, stored: asked.revision });
    const next = reopeningStates[asked.state].decline;
    if (!next) return refuse('wrong-state', { state: asked.state });
    const declined: Reopening = { ...asked, state: next, note, decidedAt: now, decidedBy: actor.id };
    return { result: 'applied', changes: [put('reopening', declined)] };
  },
});
