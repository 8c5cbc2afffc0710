// Which days of attendance an employee may want to explain: those that cost something, while their month is open.

import { isAway } from '#shared/leave/rules/leave-days.ts';
import type { Leave } from '#shared/leave/tables.ts';
import { addMonths } from '#shared/time/working-time.ts';
import { hoursOn, type TimeRules } from '#shared/time-rules/rules/calendar.ts';
import { timePolicyOn } from '#shared/time-rules/rules/policy.ts';
import type { Attendance, Explanation } from '../tables.ts';
import { type AttendanceCode, attendanceCodes } from './codes.ts';
import type { ExplanationState } from './explanation.ts';

export interface ExplainableDay {
  date: string;
  arrival: string | null;
  departure: string | null;
  codes: AttendanceCode[];
  /** Null where nothing was said of it yet; else it came back, or was refused. */
  state: ExplanationState | null;
}

/** States in which it is the employee's turn. */
const OPEN: readonly (ExplanationState | undefined)[] = [undefined, 'returned', 'refused'];

/** The latest first, by the rules as they are for the employee. Days of leave, and of months whose allowance was approved, are none of them. */
export function explainableDays(
  of: {
    attendance: readonly Attendance[];
    explanations: readonly Explanation[];
    leaves: readonly Leave[];
    payrolls: readonly { month: string; state: string }[];
  },
  { calendar }: TimeRules,
): ExplainableDay[] {
  const states = new Map(of.explanations.map(({ date, state }) => [date, state]));
  const closed = new Set(of.payrolls.filter(({ state }) => state === 'approved').map(({ month }) => month));
  const onLeave = (date: string) => of.leaves.some((one) => one.state === 'approved' && isAway(one, date));
  return of.attendance
    .flatMap((day): ExplainableDay[] => {
      const { date, month, arrival, departure } = day;
      const hours = hoursOn(calendar, date);
      const state = states.get(date);
      if (!hours || closed.has(month) || onLeave(date) || !OPEN.includes(state)) return [];
      const codes = attendanceCodes(day, hours);
      return codes.length > 0 ? [{ date, arrival, departure, codes, state: state ?? null }] : [];
    })
    .sort((a, b) => b.date.localeCompare(a.date));
}

/**
 * The day until which a month's explanations should be told, so that they are paid with it: that until which superiors
 * approve its work. Until the month's allowance is approved they are taken all the same.
 */
export function explainBy(month: string, { policies }: Pick<TimeRules, 'policies'>): string {
  const next = addMonths(month, 1);
  const { approvalDay } = timePolicyOn(policies, `${next}-01`);
  return `${next}-${String(approvalDay).padStart(2, '0')}`;
}
