// Attendance and the allowances of a month: drawn up by the treasurer, checked by the treasurer's superior, approved by
// the head of the agency. What is approved is never changed; what turns out later is paid as a dated correction.
// These acts reach many employees, so they are done at the server (POST /api/office), not on a device.

import * as v from 'valibot';
import * as field from '#shared/acts/fields.ts';
import { agencyOf, byColumn, byId, forTheOffice, forTreasurers, getRow, put, rowsWhere } from '#shared/acts/support.ts';
import type { AttendanceDay } from '#shared/attendance/rules/codes.ts';
import type { Attendance } from '#shared/attendance/tables.ts';
import { headsAgencyOn } from '#shared/people/rules/supervision.ts';
import type { EmployeeId } from '#shared/people/tables.ts';
import { assignmentsOf, decisionReads, mayDecide } from '#shared/people/who-decides.ts';
import { refuse } from '#shared/refusals.ts';
import { payScope, workScope } from '#shared/scopes.ts';
import { type Actor, type DecideInput, type Decision, mutation } from '#shared/sync/mutation.ts';
import type { Read, RowSet } from '#shared/sync/row-set.ts';
import { spanOf } from '#shared/time/periods.ts';
import { addDays } from '#shared/time/working-time.ts';
import { ruleReads, rulesFrom } from '#shared/time-rules/questions/time-rules.ts';
import { earnedFrom, earnedReads } from '../questions/earned.ts';
import { correctionOf, reckoningOf, slipOf } from '../rules/allowance.ts';
import { type PayrollAct, payrollStates } from '../rules/states.ts';
import type { Adjustment, Payroll, SlipRow } from '../tables.ts';

const payrollOf = (month: string, actor: Actor): Read => byId('payroll', agencyOf(actor), month);

/** Rupiah with its sign, such as "-50000". */
const signedAmount = v.pipe(v.string(), v.regex(/^-?[1-9]\d{0,11}(\.\d{1,2})?$/));

/** What the machine has of an employee's days of a month; a day that is there already is replaced. */
export const recordAttendance = mutation({
  version: 1,
  office: true,
  closedTo: forTheOffice,
  args: v.strictObject({
    employeeId: field.employeeId,
    days: v.pipe(
      v.array(
        v.strictObject({
          date: field.plainDate,
          arrival: v.nullable(field.timeOfDay),
          departure: v.nullable(field.timeOfDay),
          duty: v.boolean(),
        }),
      ),
      v.minLength(1),
      v.maxLength(366),
    ),
  }),
  writes: (args) => [workScope(args.employeeId)],
  reads: (args, actor) => [
    byId('employee', agencyOf(actor), args.employeeId),
    ...args.days.map(({ date }) => byId('attendance', workScope(args.employeeId), date)),
  ],
  decide: ({ args, rows, actor, now, latestDay }) => {
    if (!getRow(rows, 'employee', agencyOf(actor), args.employeeId)) return refuse('not-found', { table: 'employee' });
    const future = args.days.find(({ date }) => date > latestDay);
    if (future) return refuse('date-in-future', { date: future.date });
    const scope = workScope(args.employeeId);
    // The same file brought again changes nothing, and sends nothing to anybody's device.
    const told = args.days.filter((day) => !saysTheSame(getRow(rows, 'attendance', scope, day.date), day));
    return {
      result: 'applied',
      changes: told.map((day) =>
        put('attendance', { ...day, id: day.date, scope, version: 0, month: day.date.slice(0, 7), at: now }),
      ),
    };
  },
});

const saysTheSame = (row: Attendance | undefined, day: Omit<AttendanceDay, 'date'>) =>
  row !== undefined && row.arrival === day.arrival && row.departure === day.departure && row.duty === day.duty;

/** The slips of a month that is over, of everybody named, in one act; again as often as wanted until it is checked. */
export const draw = mutation({
  version: 1,
  office: true,
  closedTo: forTreasurers,
  args: v.strictObject({
    month: field.month,
    employeeIds: v.pipe(v.array(field.employeeId), v.minLength(1), v.maxLength(5000)),
  }),
  writes: (args, actor) => [agencyOf(actor), ...args.employeeIds.map(payScope)],
  reads: (args, actor) => [
    payrollOf(args.month, actor),
    ...ruleReads(agencyOf(actor)),
    ...args.employeeIds.flatMap((id) => [
      byId('slip', payScope(id), args.month),
      ...earnedReads(id, args.month, agencyOf(actor)),
    ]),
  ],
  decide: ({ args, rows, actor, now, today }) => {
    const { until } = spanOf(args.month);
    if (today <= until) return refuse('period-not-over', { from: addDays(until, 1) });
    const agency = agencyOf(actor);
    const before = getRow(rows, 'payroll', agency, args.month);
    if (before && !payrollStates[before.state].draw) return refuse('wrong-state', { state: before.state });
    const rules = rulesFrom(rows, agency, actor.timeZone);
    const slips = args.employeeIds.map((employeeId): SlipRow => {
      const earned = earnedFrom(rows, { employeeId, month: args.month, agency, today });
      const id = args.month;
      return { id, scope: payScope(employeeId), version: 0, month: id, content: slipOf(earned, rules), at: now };
    });
    const payroll: Payroll = {
      ...{ id: args.month, scope: agency, version: 0, month: args.month, state: 'drawn' },
      ...{ revision: (before?.revision ?? 0) + 1, drawnBy: actor.id, drawnAt: now },
      ...{ checkedBy: null, checkedAt: null, approvedBy: null, approvedAt: null, note: null },
    };
    return { result: 'applied', changes: [put('payroll', payroll), ...slips.map((slip) => put('slip', slip))] };
  },
});

type Seen = { month: string; revision: number };

/** The month's payroll as it was seen, if the act is allowed in its state; else why not. */
function actOn(
  rows: RowSet,
  actor: Actor,
  act: PayrollAct,
  { month: of, revision }: Seen,
): { payroll: Payroll; next: Payroll['state'] } | { no: Extract<Decision, { result: 'refused' }> } {
  const payroll = getRow(rows, 'payroll', agencyOf(actor), of);
  if (!payroll) return { no: refuse('not-found', { table: 'payroll' }) };
  const { revision: stored, state } = payroll;
  if (stored !== revision) return { no: refuse('changed-since', { seen: revision, stored }) };
  const next = payrollStates[state][act];
  return next ? { payroll, next } : { no: refuse('wrong-state', { state }) };
}

const seen = { month: field.month, revision: field.revision };

/** By the superior of who drew it up, or who acts for that superior. `drawnBy` is whom the screen showed. */
export const check = mutation({
  version: 1,
  office: true,
  args: v.strictObject({ ...seen, drawnBy: field.employeeId }),
  writes: (_args, actor) => [agencyOf(actor)],
  reads: (args, actor) => [payrollOf(args.month, actor), ...decisionReads(args.drawnBy, actor)],
  decide: ({ args, rows, actor, now, today }) => {
    const found = actOn(rows, actor, 'check', args);
    if ('no' in found) return found.no;
    const { payroll, next } = found;
    const superior = payroll.drawnBy === args.drawnBy && mayDecide(rows, args.drawnBy, actor, today);
    if (!superior || actor.id === args.drawnBy) return refuse('not-supervisor', { date: today });
    const checked = { ...payroll, state: next, checkedBy: actor.id, checkedAt: now };
    return { result: 'applied', changes: [put('payroll', checked)] };
  },
});

/** Whether somebody is the head of the agency, and the actor that head or acting for them. */
function actsAsHead(rows: RowSet, headId: EmployeeId, { actor, today }: Pick<DecideInput<unknown>, 'actor' | 'today'>) {
  const assignments = rowsWhere(rows, 'assignment', agencyOf(actor), 'employeeId', headId);
  return headsAgencyOn(assignments, headId, today) && mayDecide(rows, headId, actor, today);
}

/** By the head of the agency, or who acts for the head; not by who drew it up. */
export const approve = mutation({
  version: 1,
  office: true,
  args: v.strictObject({ ...seen, headId: field.employeeId }),
  writes: (_args, actor) => [agencyOf(actor)],
  reads: (args, actor) => [payrollOf(args.month, actor), ...decisionReads(args.headId, actor)],
  decide: ({ args, rows, actor, now, today }) => {
    const found = actOn(rows, actor, 'approve', args);
    if ('no' in found) return found.no;
    const { payroll, next } = found;
    if (!actsAsHead(rows, args.headId, { actor, today }) || actor.id === payroll.drawnBy)
      return refuse('not-supervisor', { date: today });
    const approved = { ...payroll, state: next, approvedBy: actor.id, approvedAt: now };
    return { result: 'applied', changes: [put('payroll', approved)] };
  },
});

/** Back to the treasurer, with what is wrong, by who may check or approve. */
export const giveBack = mutation({
  version: 1,
  office: true,
  args: v.strictObject({
    ...{ ...seen, drawnBy: field.employeeId, headId: field.employeeId },
    note: field.requiredText(field.LIMITS.note),
  }),
  writes: (_args, actor) => [agencyOf(actor)],
  reads: (args, actor) => [
    payrollOf(args.month, actor),
    ...decisionReads(args.drawnBy, actor),
    assignmentsOf(args.headId, actor),
  ],
  decide: ({ args, rows, actor, today }) => {
    const found = actOn(rows, actor, 'return', args);
    if ('no' in found) return found.no;
    const { payroll, next } = found;
    const superior = payroll.drawnBy === args.drawnBy && mayDecide(rows, args.drawnBy, actor, today);
    const allowed = superior || actsAsHead(rows, args.headId, { actor, today });
    if (!allowed || actor.id === payroll.drawnBy) return refuse('not-supervisor', { date: today });
    const open = { checkedBy: null, checkedAt: null, note: args.note };
    return { result: 'applied', changes: [put('payroll', { ...payroll, state: next, ...open })] };
  },
});

/**
 * A correction, paid with a month that is still open. Without an amount it is what an approved month would be worth by
 * what is known today, less what it paid and what was corrected since.
 */
export const adjust = mutation({
  version: 1,
  office: true,
  closedTo: forTreasurers,
  args: v.strictObject({
    id: field.newId,
    employeeId: field.employeeId,
    month: field.month,
    forMonth: v.nullable(field.month),
    amount: v.nullable(signedAmount),
    reason: field.requiredText(field.LIMITS.note),
  }),
  writes: (args) => [payScope(args.employeeId)],
  reads: (args, actor) => [
    payrollOf(args.month, actor),
    byId('employee', agencyOf(actor), args.employeeId),
    byId('adjustment', payScope(args.employeeId), args.id),
    ...(args.forMonth === null
      ? []
      : [
          payrollOf(args.forMonth, actor),
          byId('slip', payScope(args.employeeId), args.forMonth),
          byColumn('adjustment', payScope(args.employeeId), 'forMonth', args.forMonth),
          ...ruleReads(agencyOf(actor)),
          ...earnedReads(args.employeeId, args.forMonth, agencyOf(actor)),
        ]),
  ],
  decide: ({ args, rows, actor, now, today }) => {
    const { id, employeeId, forMonth, reason } = args;
    const agency = agencyOf(actor);
    const scope = payScope(employeeId);
    if (!getRow(rows, 'employee', agency, employeeId)) return refuse('not-found', { table: 'employee' });
    if (getRow(rows, 'adjustment', scope, id)) return refuse('already-exists', { table: 'adjustment' });
    const open = getRow(rows, 'payroll', agency, args.month);
    if (open && open.state !== 'returned') return refuse('month-closed', { month: args.month });
    let amount = args.amount;
    if (forMonth !== null) {
      const paid = getRow(rows, 'slip', scope, forMonth);
      if (!paid || getRow(rows, 'payroll', agency, forMonth)?.state !== 'approved')
        return refuse('month-open', { month: forMonth });
      const since = rowsWhere(rows, 'adjustment', scope, 'forMonth', forMonth);
      const reckoning = reckoningOf(paid.content);
      const earned = { ...earnedFrom(rows, { employeeId, month: forMonth, agency, today }), reckoning };
      amount ??= correctionOf(slipOf(earned, rulesFrom(rows, agency, actor.timeZone)), paid.content, since);
    }
    if (amount === null || amount === '0') return refuse('nothing-to-correct', {});
    const row: Adjustment = {
      id,
      scope,
      version: 0,
      month: args.month,
      forMonth,
      amount,
      reason,
      by: actor.id,
      at: now,
    };
    return { result: 'applied', changes: [put('adjustment', row)] };
  },
});
