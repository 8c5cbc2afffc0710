// The agency's rules of time and money: its policies, its calendar, its hours by group and its ledger of outages.

import { allOf, allRows, byColumn, rowsWhere } from '#shared/rows.ts';
import { rulesFor, rulesOf, type TimeRules } from '#shared/rules/calendar.ts';
import { question } from '#shared/sync/question.ts';
import type { Read, RowSet } from '#shared/sync/row-set.ts';
import { agencyScope, type EmployeeId, workScope } from '#shared/tables.ts';

export const ruleReads = (agency: string): Read[] => [
  allOf('policy', agency),
  allOf('holiday', agency),
  allOf('workHours', agency),
  allOf('outage', agency),
];

export function rulesFrom(rows: RowSet, agency: string, timeZone: string): TimeRules {
  const [policies, holidays] = [allRows(rows, 'policy', agency), allRows(rows, 'holiday', agency)];
  const [workHours, outages] = [allRows(rows, 'workHours', agency), allRows(rows, 'outage', agency)];
  return rulesOf({ policies, holidays, workHours, outages, timeZone });
}

export const timeRules = question<null, TimeRules>({
  reads: (_none, { actor }) => ruleReads(agencyScope(actor.tenant)),
  answer: (_none, { actor }, rows) => rulesFrom(rows, agencyScope(actor.tenant), actor.timeZone),
});

/** As they are for one person: with the hours of the unit, the own hours and the shifts. */
export const timeRulesFor = question<{ employeeId: EmployeeId }, TimeRules>({
  reads: ({ employeeId }, { actor }) => [
    ...ruleReads(agencyScope(actor.tenant)),
    byColumn('assignment', agencyScope(actor.tenant), 'employeeId', employeeId),
    allOf('shift', workScope(employeeId)),
  ],
  answer: ({ employeeId }, { actor }, rows) => {
    const agency = agencyScope(actor.tenant);
    const assignments = rowsWhere(rows, 'assignment', agency, 'employeeId', employeeId);
    const shifts = allRows(rows, 'shift', workScope(employeeId));
    return rulesFor(rulesFrom(rows, agency, actor.timeZone), { employeeId, assignments, shifts });
  },
});
