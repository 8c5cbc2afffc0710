// The scopes: a row belongs to exactly one of them, and whoever sees a scope sees all its rows. They are named here and
// nowhere else.
//
//   agency scope   the directory of the agency: units, employees, assignments, delegations, its policies, calendar and
//                  working hours; every employee sees it, administrators write it
//   plan scope     an employee's SKP and what they ask of their team; seen by the employee, the supervisor or who acts for
//                  them, and the direct subordinates (their results intervene in these)
//   work scope     an employee's daily work, shifts, leave, evaluations and attendance; seen by the employee, and the
//                  supervisor or who acts for them; while it is open also by who must evaluate a period or decide an objection
//   pay scope      an employee's slips, corrections, sanctions and other entries, tax status and account; on the employee's
//                  own devices alone. Who keeps them reads them at the server.

import type { AgencyId, EmployeeId } from './people/tables.ts';

export const agencyScope = (agency: AgencyId) => `a:${agency}`;
export const planScope = (employee: EmployeeId) => `p:${employee}`;
export const workScope = (employee: EmployeeId) => `w:${employee}`;
export const payScope = (employee: EmployeeId) => `m:${employee}`;
