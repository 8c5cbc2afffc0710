// The plan of shifts (shared/time-rules/rules/shifts.ts), by the superior for the own team, or who acts for the superior. Each shift of
// a person and a day is a row of its own: what two devices plan for one day stands beside each other, and is told.

import * as v from 'valibot';
import * as field from '#shared/acts/fields.ts';
import { byId, getRow } from '#shared/acts/rows.ts';
import { put, remove } from '#shared/acts/support.ts';
import { decisionReads, mayDecide } from '#shared/people/who-decides.ts';
import { refuse } from '#shared/refusals.ts';
import { agencyScope, workScope } from '#shared/scopes.ts';
import { mutation } from '#shared/sync/mutation.ts';
import { shiftId } from '../rules/shifts.ts';
import type { ShiftRow } from '../tables.ts';

const hours = { start: v.nullable(field.timeOfDay), end: v.nullable(field.timeOfDay) };
const isWhole = ({ start, end }: { start: string | null; end: string | null }) => (start === null) === (end === null);
const planned = v.pipe(
  v.strictObject({ date: field.plainDate, name: field.requiredText(field.LIMITS.unit), ...hours }),
  v.check((shift) => isWhole(shift), 'half a shift'),
);
const gone = v.pipe(
  v.strictObject({ date: field.plainDate, ...hours }),
  v.check((shift) => isWhole(shift), 'half a shift'),
);

/** As many as a person can have in a year of double shifts. */
const MOST = 750;

const monthOf = (date: string) => date.slice(0, 7);

/** `remove` before `add`: so a shift is exchanged for another. What is there already, or gone, changes nothing. */
export const plan = mutation({
  version: 1,
  args: v.pipe(
    v.strictObject({
      employeeId: field.employeeId,
      add: v.pipe(v.array(planned), v.maxLength(MOST)),
      remove: v.pipe(v.array(gone), v.maxLength(MOST)),
    }),
    v.check(({ add, remove: removed }) => add.length + removed.length > 0, 'nothing'),
  ),
  writes: (args) => [workScope(args.employeeId)],
  reads: (args, actor) => {
    const all = [...args.add, ...args.remove];
    return [
      ...all.map((shift) => byId('shift', workScope(args.employeeId), shiftId(shift))),
      ...[...new Set(all.map(({ date }) => monthOf(date)))].map((month) =>
        byId('payroll', agencyScope(actor.tenant), month),
      ),
      ...decisionReads(args.employeeId, actor),
    ];
  },
  decide: ({ args, rows, actor, now, today }) => {
    const { employeeId, add, remove: removed } = args;
    if (!mayDecide(rows, employeeId, actor, today)) return refuse('not-supervisor', { date: today });
    for (const { date } of [...add, ...removed]) {
      const month = monthOf(date);
      const payroll = getRow(rows, 'payroll', agencyScope(actor.tenant), month);
      // What was planned before the month was closed counts, however late it arrives: it is paid as a correction.
      if (payroll?.state === 'approved' && (payroll.approvedAt ?? '') <= now) return refuse('month-closed', { month });
    }
    const scope = workScope(employeeId);
    const added = new Map(add.map((shift) => [shiftId(shift), shift]));
    const stored = (id: string) => getRow(rows, 'shift', scope, id);
    const told = [...added].filter(([id, { name }]) => stored(id)?.name !== name);
    const rowOf = ([id, shift]: (typeof told)[number]): ShiftRow => {
      // Another name for the same hours: known since it was planned.
      const at = stored(id)?.at ?? now;
      return { ...shift, id, scope, version: 0, month: monthOf(shift.date), by: actor.id, at };
    };
    const leaves = [...new Set(removed.map(shiftId))].flatMap((id) => (added.has(id) ? [] : (stored(id) ?? [])));
    return {
      result: 'applied',
      changes: [...leaves.map((row) => remove('shift', row)), ...told.map((one) => put('shift', rowOf(one)))],
    };
  },
});
