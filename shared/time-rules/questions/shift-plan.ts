// The plan of shifts of a month: of the own team, as its superior draws it up, and one's own.

import { allOf, allRows, byColumn, byId, getRow, rowsWhere } from '#shared/acts/rows.ts';
import { actsFor, assignmentOn, subordinatesOn } from '#shared/people/rules/supervision.ts';
import type { EmployeeId } from '#shared/people/tables.ts';
import { agencyScope, workScope } from '#shared/scopes.ts';
import { type Asking, question } from '#shared/sync/question.ts';
import type { RowSet } from '#shared/sync/row-set.ts';
import { spanOf } from '#shared/time/periods.ts';
import { addMonths, datesIn } from '#shared/time/working-time.ts';
import { calendarFor, type WorkDay } from '../rules/calendar.ts';
import { type PlanRemark, planRemarks } from '../rules/shifts.ts';
import type { ShiftRow } from '../tables.ts';
import { ruleReads, rulesFrom } from './time-rules.ts';

export interface PlannedPerson {
  employeeId: EmployeeId;
  name: string;
  position: string;
  /** Of the month, and of those before and after it: weeks go over both. */
  shifts: ShiftRow[];
  days: ReadonlyMap<string, WorkDay>;
  /** Days of the month on approved leave. */
  leave: ReadonlySet<string>;
  remarks: PlanRemark[];
}

export interface ShiftPlan {
  dates: string[];
  /** The names of holidays, by date. */
  holidays: ReadonlyMap<string, string>;
  /** The month's allowances are approved: it takes no shift any more. */
  closed: boolean;
  people: PlannedPerson[];
}

function teamOf({ actor, today }: Asking, rows: RowSet): EmployeeId[] {
  const agency = agencyScope(actor.tenant);
  const leaders = [actor.id, ...actsFor(rowsWhere(rows, 'delegation', agency, 'toId', actor.id), actor.id, today)];
  const assignments = allRows(rows, 'assignment', agency);
  const team = new Set(leaders.flatMap((leader) => subordinatesOn(assignments, leader, today)));
  return [...team].filter((id) => id !== actor.id);
}

const planReads = (people: readonly EmployeeId[], month: string, agency: string) => [
  ...ruleReads(agency),
  byId('payroll', agency, month),
  ...people.flatMap((id) => [
    byId('employee', agency, id),
    byColumn('leave', workScope(id), 'state', 'approved'),
    ...[-1, 0, 1].map((by) => byColumn('shift', workScope(id), 'month', addMonths(month, by))),
  ]),
];

function planFrom(
  rows: RowSet,
  { people, month, asking }: { people: readonly EmployeeId[]; month: string; asking: Asking },
): ShiftPlan {
  const { tenant, timeZone } = asking.actor;
  const agency = agencyScope(tenant);
  const rules = rulesFrom(rows, agency, timeZone);
  const assignments = allRows(rows, 'assignment', agency);
  const dates = datesIn(spanOf(month));
  const planned = people.map((employeeId): PlannedPerson => {
    const scope = workScope(employeeId);
    const shifts = allRows(rows, 'shift', scope);
    const calendar = calendarFor({ employeeId, assignments, shifts }, rules);
    const days = new Map(dates.map((date) => [date, calendar.dayOn(date)]));
    const leaves = rowsWhere(rows, 'leave', scope, 'state', 'approved');
    const leave = new Set(
      dates.filter((date) => leaves.some(({ validFrom, validUntil }) => validFrom <= date && date <= validUntil)),
    );
    const unplanned = dates.filter((date) => days.get(date)?.is === 'unplanned' && !leave.has(date));
    const name = getRow(rows, 'employee', agency, employeeId)?.name ?? '';
    const position = assignmentOn(assignments, employeeId, asking.today)?.position ?? '';
    return { employeeId, name, position, shifts, days, leave, remarks: planRemarks(month, shifts, unplanned) };
  });
  return {
    dates,
    holidays: new Map(
      dates.flatMap((date): [string, string][] => {
        const holiday = rules.calendar.holidayOn(date);
        return holiday ? [[date, holiday.name]] : [];
      }),
    ),
    closed: getRow(rows, 'payroll', agency, month)?.state === 'approved',
    people: planned.sort((a, b) => a.name.localeCompare(b.name)),
  };
}

/** Of whom the actor supervises today, or acts for. */
export const teamShiftPlan = question<{ month: string }, ShiftPlan>({
  reads: ({ month }, asking, rows) => {
    const agency = agencyScope(asking.actor.tenant);
    return [
      allOf('assignment', agency),
      byColumn('delegation', agency, 'toId', asking.actor.id),
      ...planReads(teamOf(asking, rows), month, agency),
    ];
  },
  answer: ({ month }, asking, rows) => planFrom(rows, { people: teamOf(asking, rows), month, asking }),
});

export const ownShiftPlan = question<{ month: string }, ShiftPlan>({
  reads: ({ month }, { actor }) => {
    const agency = agencyScope(actor.tenant);
    return [byColumn('assignment', agency, 'employeeId', actor.id), ...planReads([actor.id], month, agency)];
  },
  answer: ({ month }, asking, rows) => planFrom(rows, { people: [asking.actor.id], month, asking }),
});
