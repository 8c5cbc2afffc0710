// The agency's rules of time and money: its policies, its calendar, its hours by group and its ledger of outages.

import { allOf, allRows, byColumn, rowsWhere } from '#shared/acts/rows.ts';
import type { EmployeeId } from '#shared/people/tables.ts';
import { agencyScope, workScope } from '#shared/scopes.ts';
import type { Actor } from '#shared/sync/mutation.ts';
import { question } from '#shared/sync/question.ts';
import type { Read, RowSet } from '#shared/sync/row-set.ts';
import { rulesFor, rulesOf, type TimeRules, withExtensions } from '../rules/calendar.ts';

export const ruleReads = (agency: string): Read[] => [
  allOf('policy', agency),
  allOf('holiday', agency),
  allOf('workHours', agency),
  allOf('unit', agency),
  allOf('outage', agency),
  allOf('extension', agency),
];

export function rulesFrom(rows: RowSet, agency: string, timeZone: string): TimeRules {
  const [policies, holidays] = [allRows(rows, 'policy', agency), allRows(rows, 'holiday', agency)];
  const [workHours, units] = [allRows(rows, 'workHours', agency), allRows(rows, 'unit', agency)];
  const [outages, extensions] = [allRows(rows, 'outage', agency), allRows(rows, 'extension', agency)];
  return rulesOf({ policies, holidays, workHours, units, outages, extensions, timeZone });
}

export const timeRules = question<null, TimeRules>({
  reads: (_none, { actor }) => ruleReads(agencyScope(actor.tenant)),
  answer: (_none, { actor }, rows) => rulesFrom(rows, agencyScope(actor.tenant), actor.timeZone),
});

/** Beside `ruleReads`: what makes them the rules of one person. */
export const workerReads = (employee: EmployeeId, agency: string): Read[] => [
  byColumn('assignment', agency, 'employeeId', employee),
  allOf('shift', workScope(employee)),
];

/** As they are for one person: with the hours of the unit, the own hours and the shifts. */
export function rulesForWorker(
  rows: RowSet,
  { employeeId, agency, timeZone }: { employeeId: EmployeeId; agency: string; timeZone: string },
): TimeRules {
  const assignments = rowsWhere(rows, 'assignment', agency, 'employeeId', employeeId);
  const shifts = allRows(rows, 'shift', workScope(employeeId));
  return rulesFor(rulesFrom(rows, agency, timeZone), { employeeId, assignments, shifts });
}

export const timeRulesFor = question<{ employeeId: EmployeeId }, TimeRules>({
  reads: ({ employeeId }, { actor }) => {
    const agency = agencyScope(actor.tenant);
    return [...ruleReads(agency), ...workerReads(employeeId, agency)];
  },
  answer: ({ employeeId }, { actor }, rows) =>
    rulesForWorker(rows, { employeeId, agency: agencyScope(actor.tenant), timeZone: actor.timeZone }),
});

/** The agency's rules with what is opened again for one person: for what counts by the agency's days. */
export const agencyRulesFor = question<{ employeeId: EmployeeId }, TimeRules>({
  reads: ({ employeeId }, { actor }) => {
    const agency = agencyScope(actor.tenant);
    return [...ruleReads(agency), byColumn('assignment', agency, 'employeeId', employeeId)];
  },
  answer: ({ employeeId }, { actor }, rows) => {
    const agency = agencyScope(actor.tenant);
    const assignments = rowsWhere(rows, 'assignment', agency, 'employeeId', employeeId);
    return withExtensions(rulesFrom(rows, agency, actor.timeZone), { employeeId, assignments });
  },
});

/** As they are for one person, of who asks. */
export const ownRuleReads = ({ id, tenant }: Actor): Read[] => [
  ...ruleReads(agencyScope(tenant)),
  ...workerReads(id, agencyScope(tenant)),
];
export const ownRules = (rows: RowSet, { id, tenant, timeZone }: Actor): TimeRules =>
  rulesForWorker(rows, { employeeId: id, agency: agencyScope(tenant), timeZone });
