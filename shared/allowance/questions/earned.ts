// What an employee's slip of a month is made of, and the slip that it makes on the employee's own device.

import { allOf, allRows, byColumn, byId, byRange, getRow, rowsBetween, rowsWhere } from '#shared/acts/rows.ts';
import { exact, shown } from '#shared/decimal.ts';
import type { EmployeeId } from '#shared/people/tables.ts';
import { agencyScope, payScope, workScope } from '#shared/scopes.ts';
import { type Asking, question } from '#shared/sync/question.ts';
import type { Read, RowSet } from '#shared/sync/row-set.ts';
import { spanOf } from '#shared/time/periods.ts';
import { addMonths } from '#shared/time/working-time.ts';
import { ruleReads, rulesFrom } from '#shared/time-rules/questions/time-rules.ts';
import type { Activity, ActivityState } from '#shared/work/tables.ts';
import { type Earned, slipOf } from '../rules/allowance.ts';
import type { Slip } from '../rules/slip.ts';
import type { PayrollState } from '../tables.ts';

/** A deadline of the month may move to a day of the next. */
const monthsOfShifts = (month: string) => [month, addMonths(month, 1)];

/** Beside the agency's rules. */
export function earnedReads(employeeId: EmployeeId, month: string, agency: string): Read[] {
  const scope = workScope(employeeId);
  const pay = payScope(employeeId);
  const { from, until } = spanOf(month);
  return [
    byColumn('assignment', agency, 'employeeId', employeeId),
    byRange('activity', scope, 'date', [from, until]),
    allOf('evaluation', scope),
    byColumn('leave', scope, 'state', 'approved'),
    byColumn('attendance', scope, 'month', month),
    byColumn('explanation', scope, 'month', month),
    byColumn('adjustment', pay, 'month', month),
    byColumn('payEntry', pay, 'employeeId', employeeId),
    ...monthsOfShifts(month).map((one) => byColumn('shift', scope, 'month', one)),
  ];
}

export function earnedFrom(
  rows: RowSet,
  { employeeId, month, agency, today }: { employeeId: EmployeeId; month: string; agency: string; today: string },
): Earned {
  const scope = workScope(employeeId);
  const pay = payScope(employeeId);
  const { from, until } = spanOf(month);
  return {
    ...{ employeeId, month, today },
    assignments: rowsWhere(rows, 'assignment', agency, 'employeeId', employeeId),
    activities: rowsBetween(rows, 'activity', scope, 'date', [from, until]),
    evaluations: allRows(rows, 'evaluation', scope),
    leaves: rowsWhere(rows, 'leave', scope, 'state', 'approved'),
    attendance: rowsWhere(rows, 'attendance', scope, 'month', month),
    explanations: rowsWhere(rows, 'explanation', scope, 'month', month),
    adjustments: rowsWhere(rows, 'adjustment', pay, 'month', month),
    payEntries: rowsWhere(rows, 'payEntry', pay, 'employeeId', employeeId),
    shifts: monthsOfShifts(month).flatMap((one) => rowsWhere(rows, 'shift', scope, 'month', one)),
  };
}

export interface OwnSlip {
  slip: Slip;
  state: PayrollState | 'running' | 'over';
}

function slipReads(month: string, { actor }: Asking): Read[] {
  const agency = agencyScope(actor.tenant);
  return [
    byId('payroll', agency, month),
    byId('slip', payScope(actor.id), month),
    ...earnedReads(actor.id, month, agency),
    ...ruleReads(agency),
  ];
}

/** The own slip of a month: as it was drawn up, where it was; else by what is known now. */
export const ownSlip = question<{ month: string }, OwnSlip>({
  reads: ({ month }, asking) => slipReads(month, asking),
  answer: ({ month }, { actor, today }, rows) => {
    const agency = agencyScope(actor.tenant);
    const payroll = getRow(rows, 'payroll', agency, month);
    const drawn = getRow(rows, 'slip', payScope(actor.id), month);
    if (payroll && drawn && payroll.state !== 'returned') return { slip: drawn.content, state: payroll.state };
    const earned = earnedFrom(rows, { employeeId: actor.id, month, agency, today });
    const slip = slipOf(earned, rulesFrom(rows, agency, actor.timeZone));
    return { slip, state: payroll ? 'returned' : today > spanOf(month).until ? 'over' : 'running' };
  },
});

export interface Outlook {
  /** Rupiah by what is approved and on record until now. */
  amount: string;
  /** Rupiah that would be added if everything that is logged were approved. */
  waiting: string;
  /** Days with entries that the superior has not decided yet. */
  undecidedDays: number;
  /** Entries that are not with the superior. */
  drafts: number;
}

/** What the allowance of the month of today comes to so far, and what holds up the rest of it. Absent once it is drawn up. */
export const allowanceSoFar = question<null, Outlook>({
  reads: (_none, asking) => slipReads(asking.today.slice(0, 7), asking),
  answer: (_none, { actor, today }, rows) => {
    const agency = agencyScope(actor.tenant);
    const month = today.slice(0, 7);
    if (getRow(rows, 'payroll', agency, month)) return undefined;
    const rules = rulesFrom(rows, agency, actor.timeZone);
    const earned = earnedFrom(rows, { employeeId: actor.id, month, agency, today });
    const { activities } = earned;
    const inState = (state: ActivityState) => activities.filter((entry) => entry.state === state);
    const now = slipOf(earned, rules);
    const decided = activities.map((entry): Activity => ({ ...entry, state: 'approved' }));
    const then = slipOf({ ...earned, activities: decided }, rules);
    return {
      amount: now.total,
      waiting: shown(exact(then.total).sub(now.total)),
      undecidedDays: new Set(inState('submitted').map(({ date }) => date)).size,
      drafts: inState('draft').length,
    };
  },
});

const MONTHS_BACK = 24;

/** The months that may have a slip, the latest first: from the first day of service that is known, two years at most. */
export const slipMonths = question<null, string[]>({
  reads: (_none, { actor }) => [byColumn('assignment', agencyScope(actor.tenant), 'employeeId', actor.id)],
  answer: (_none, { actor, today }, rows) => {
    const assignments = rowsWhere(rows, 'assignment', agencyScope(actor.tenant), 'employeeId', actor.id);
    const first = assignments.map(({ validFrom }) => validFrom).sort()[0] ?? today;
    const all = Array.from({ length: MONTHS_BACK }, (_, back) => addMonths(today.slice(0, 7), -back));
    return all.filter((month) => month >= first.slice(0, 7));
  },
});
