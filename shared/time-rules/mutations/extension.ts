// Batas Pengisian, opened again: for a person or a unit with those below it, with a reason and until a day. It is entered in
// the log as every act; it may be ended earlier, and what was filled in meanwhile stays in time. Work of a month whose
// allowances are approved stays as it was judged.

import * as v from 'valibot';
import { approvedMonths, closedMonths } from '#shared/acts/closed-months.ts';
import * as field from '#shared/acts/fields.ts';
import { agencyOf, byId, forAdministrators, getRow, put } from '#shared/acts/support.ts';
import { refuse } from '#shared/refusals.ts';
import { type Actor, mutation } from '#shared/sync/mutation.ts';
import * as value from '#shared/sync/values.ts';
import { addDays } from '#shared/time/working-time.ts';
import { FILLINGS } from '../rules/extensions.ts';
import type { ExtensionRow } from '../tables.ts';

const target = v.variant('level', [
  v.strictObject({ level: v.literal('unit'), targetId: v.pipe(value.rowId, v.maxLength(60)) }),
  v.strictObject({ level: v.literal('person'), targetId: field.employeeId }),
]);
type Target = v.InferOutput<typeof target>;

const tableOf = ({ level }: Target) => (level === 'unit' ? 'unit' : 'employee');
const targetRead = (target: Target, actor: Actor) => byId(tableOf(target), agencyOf(actor), target.targetId);

export const open = mutation({
  version: 1,
  closedTo: forAdministrators,
  args: v.strictObject({
    id: field.newId,
    filling: v.picklist(FILLINGS),
    target,
    /** Days of work, or periods by their last day (../rules/extensions.ts). */
    from: field.plainDate,
    until: field.plainDate,
    lastDay: field.plainDate,
    reason: field.requiredText(field.LIMITS.note),
  }),
  writes: (_args, actor) => [agencyOf(actor)],
  reads: (args, actor) => [
    byId('extension', agencyOf(actor), args.id),
    targetRead(args.target, actor),
    approvedMonths(actor),
  ],
  decide: (input) => {
    const { args, rows, actor, now, latestDay } = input;
    const { id, filling, target, from, until, lastDay, reason } = args;
    const scope = agencyOf(actor);
    if (until < from || lastDay < from) return refuse('period-reversed', {});
    // A device may be a day behind the server, never before its own.
    if (lastDay < input.today) return refuse('date-past', { date: lastDay });
    if (getRow(rows, 'extension', scope, id)) return refuse('already-exists', { table: 'extension' });
    if (!getRow(rows, tableOf(target), scope, target.targetId)) return refuse('not-found', { table: tableOf(target) });
    if (filling === 'work') {
      if (until > latestDay) return refuse('date-in-future', { date: until });
      const closed = closedMonths(input).find((month) => from.slice(0, 7) <= month && month <= until.slice(0, 7));
      if (closed) return refuse('month-closed', { month: closed });
    }
    const extension: ExtensionRow = {
      ...{ id, scope, version: 0, filling, ...target, from, until, lastDay, reason, by: actor.id, at: now },
      ...{ endedBy: null, endedAt: null, endReason: null },
    };
    return { result: 'applied', changes: [put('extension', extension)] };
  },
});

/**
 * With the deadline of the day after it arrives: what was filled in before somebody could know of it stays in time, whatever the
 * clock of the deadline, and however long the act was on its way.
 */
export const end = mutation({
  version: 1,
  closedTo: forAdministrators,
  args: v.strictObject({ id: field.newId, reason: field.requiredText(field.LIMITS.note) }),
  writes: (_args, actor) => [agencyOf(actor)],
  reads: (args, actor) => [byId('extension', agencyOf(actor), args.id)],
  decide: ({ args, rows, actor, now, latestDay }) => {
    const row = getRow(rows, 'extension', agencyOf(actor), args.id);
    if (!row) return refuse('not-found', { table: 'extension' });
    const lastDay = addDays(latestDay, 1);
    if (row.lastDay <= lastDay) return refuse('date-past', { date: row.lastDay });
    const ended = { ...row, lastDay, endedBy: actor.id, endedAt: now, endReason: args.reason };
    return { result: 'applied', changes: [put('extension', ended)] };
  },
});
