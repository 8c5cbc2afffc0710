// The own days of attendance: which could be explained, and what is known of one of them.

import * as v from 'valibot';
import { allOf, allRows, byColumn, byId, getRow, rowsWhere } from '#shared/acts/rows.ts';
import type { Leave } from '#shared/leave/tables.ts';
import { headsAgencyOn } from '#shared/people/rules/supervision.ts';
import type { EmployeeId } from '#shared/people/tables.ts';
import { agencyScope, workScope } from '#shared/scopes.ts';
import { question } from '#shared/sync/question.ts';
import { plainDate } from '#shared/sync/values.ts';
import { addMonths } from '#shared/time/working-time.ts';
import { timeRulesFor } from '#shared/time-rules/questions/time-rules.ts';
import { hoursOn } from '#shared/time-rules/rules/calendar.ts';
import type { Evidence } from '#shared/work/tables.ts';
import { type ExplainableDay, explainableDays, explainBy } from '../rules/explainable-days.ts';
import type { Attendance, Explanation } from '../tables.ts';

export interface ExplainableMonth {
  month: string;
  /** Until when it should be told (shared/attendance/rules/explainable-days.ts). */
  until: string;
  days: ExplainableDay[];
}

/** This month and the two before it: a month is paid soon after it is over. */
const monthsOf = (today: string) => [0, -1, -2].map((back) => addMonths(today.slice(0, 7), back));

/** Of the own attendance, the latest first; months without such a day are left out. */
export const explainable = question<null, ExplainableMonth[]>({
  reads: (_none, asking, rows) => {
    const { actor, today } = asking;
    const [agency, scope] = [agencyScope(actor.tenant), workScope(actor.id)];
    return [
      ...monthsOf(today).flatMap((month) => [
        byColumn('attendance', scope, 'month', month),
        byColumn('explanation', scope, 'month', month),
        byId('payroll', agency, month),
      ]),
      byColumn('leave', scope, 'state', 'approved'),
      ...timeRulesFor.reads({ employeeId: actor.id }, asking, rows),
    ];
  },
  answer: (_none, asking, rows) => {
    const { actor, today } = asking;
    const [agency, scope] = [agencyScope(actor.tenant), workScope(actor.id)];
    const rules = timeRulesFor.answer({ employeeId: actor.id }, asking, rows);
    if (!rules) return undefined;
    const days = explainableDays(
      {
        attendance: allRows(rows, 'attendance', scope),
        explanations: allRows(rows, 'explanation', scope),
        leaves: allRows(rows, 'leave', scope),
        payrolls: allRows(rows, 'payroll', agency),
      },
      rules,
    );
    return monthsOf(today)
      .map((month) => ({
        ...{ month, until: explainBy(month, rules) },
        days: days.filter(({ date }) => date.startsWith(month)),
      }))
      .filter((of) => of.days.length > 0);
  },
});

/** What was explained, the latest day first. */
export const ownExplanations = question<null, Explanation[]>({
  reads: (_none, { actor }) => [allOf('explanation', workScope(actor.id))],
  answer: (_none, { actor }, rows) =>
    allRows(rows, 'explanation', workScope(actor.id)).sort((a, b) => b.date.localeCompare(a.date)),
});

/** A day with what was said of it, as whoever it is of, and whoever decides on it, looks at it. */
export interface ExplainedDay {
  attendance: Attendance | null;
  /** HH:MM; null on a day that is not worked. */
  hours: { start: string; end: string } | null;
  evidence: Evidence[];
}

export const explainedDayOf = question<{ employeeId: EmployeeId; date: string }, ExplainedDay>({
  reads: ({ employeeId, date }, asking, rows) => [
    byId('attendance', workScope(employeeId), date),
    byColumn('evidence', workScope(employeeId), 'explanationDate', date),
    ...timeRulesFor.reads({ employeeId }, asking, rows),
  ],
  answer: ({ employeeId, date }, asking, rows) => {
    const rules = timeRulesFor.answer({ employeeId }, asking, rows);
    return {
      attendance: getRow(rows, 'attendance', workScope(employeeId), date) ?? null,
      hours: rules ? hoursOn(rules.calendar, date) : null,
      evidence: rowsWhere(rows, 'evidence', workScope(employeeId), 'explanationDate', date),
    };
  },
});

/** A day of the own attendance, and all that decides whether it can be explained. */
export interface DayToExplain extends ExplainedDay {
  explanation: Explanation | null;
  /** Approved leave on that day. */
  leave: Leave | null;
  /** Whether the allowance of its month was approved. */
  closed: boolean;
  /** Who drew up the allowance of its month; null where nobody did yet. */
  treasurer: string | null;
  /** Until when it should be told. */
  until: string;
  /** Whether the person has no superior in the agency, and so agrees to what is their own. */
  isHead: boolean;
}

/** No answer to what is no day. */
export const dayToExplain = question<{ date: string }, DayToExplain>({
  reads: ({ date }, asking, rows) => {
    const { actor } = asking;
    const [agency, scope] = [agencyScope(actor.tenant), workScope(actor.id)];
    if (!v.is(plainDate, date)) return [];
    const payroll = getRow(rows, 'payroll', agency, date.slice(0, 7));
    return [
      ...explainedDayOf.reads({ employeeId: actor.id, date }, asking, rows),
      byId('explanation', scope, date),
      byColumn('leave', scope, 'state', 'approved'),
      byId('payroll', agency, date.slice(0, 7)),
      byColumn('assignment', agency, 'employeeId', actor.id),
      ...(payroll ? [byId('employee', agency, payroll.drawnBy)] : []),
    ];
  },
  answer: ({ date }, asking, rows) => {
    const { actor, today } = asking;
    const [agency, scope] = [agencyScope(actor.tenant), workScope(actor.id)];
    const day = v.is(plainDate, date) ? explainedDayOf.answer({ employeeId: actor.id, date }, asking, rows) : undefined;
    const rules = timeRulesFor.answer({ employeeId: actor.id }, asking, rows);
    if (!day || !rules) return undefined;
    const payroll = getRow(rows, 'payroll', agency, date.slice(0, 7));
    const posts = rowsWhere(rows, 'assignment', agency, 'employeeId', actor.id);
    const covers = ({ validFrom, validUntil }: Leave) => validFrom <= date && date <= validUntil;
    return {
      ...day,
      explanation: getRow(rows, 'explanation', scope, date) ?? null,
      leave: rowsWhere(rows, 'leave', scope, 'state', 'approved').find(covers) ?? null,
      closed: payroll?.state === 'approved',
      treasurer: payroll ? (getRow(rows, 'employee', agency, payroll.drawnBy)?.name ?? null) : null,
      until: explainBy(date.slice(0, 7), rules),
      isHead: headsAgencyOn(posts, actor.id, today),
    };
  },
});
