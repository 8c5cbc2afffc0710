// Credit points of an employee, by all evaluations that have become final.

import { allOf, allRows, byColumn, byId, getRow, rowsWhere } from '#shared/acts/rows.ts';
import type { Employee, EmployeeId } from '#shared/people/tables.ts';
import { agencyScope, workScope } from '#shared/scopes.ts';
import { question } from '#shared/sync/question.ts';
import type { Read, RowSet } from '#shared/sync/row-set.ts';
import { type Conversion, conversionsOf } from '../rules/conversion.ts';

export interface Credits {
  employee: Employee;
  /** In order of their first month. */
  conversions: Conversion[];
}

/** Whether an evaluation has a month to itself, all others say. */
export const creditReads = (employeeId: EmployeeId, agency: string): Read[] => [
  byId('employee', agencyScope(agency), employeeId),
  byColumn('assignment', agencyScope(agency), 'employeeId', employeeId),
  allOf('evaluation', workScope(employeeId)),
];

export function creditFrom(rows: RowSet, employeeId: EmployeeId, agency: string): Credits | undefined {
  const employee = getRow(rows, 'employee', agencyScope(agency), employeeId);
  if (!employee) return undefined;
  const evaluations = allRows(rows, 'evaluation', workScope(employeeId));
  const posts = rowsWhere(rows, 'assignment', agencyScope(agency), 'employeeId', employeeId);
  return { employee, conversions: conversionsOf({ employment: employee.employment, evaluations, posts }) };
}

/** Undefined where the employee is not known here. */
export const creditOfEmployee = question<{ employeeId: EmployeeId }, Credits>({
  reads: ({ employeeId }, { actor }) => creditReads(employeeId, actor.tenant),
  answer: ({ employeeId }, { actor }, rows) => creditFrom(rows, employeeId, actor.tenant),
});
