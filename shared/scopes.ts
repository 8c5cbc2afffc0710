// The scopes: a row belongs to exactly one of them, and whoever sees a scope sees all its rows. They are named here and
// nowhere else.
//
//   agency scope   the directory of the agency: units, employees, assignments, delegations, its policies, calendar and
//                  working hours; every employee sees it, administrators write it
//   plan scope     an employee's SKP and what they ask of their team; seen by the employee, the supervisor or who acts for
//                  them, and the direct subordinates (their results intervene in these)
//   work scope     an employee's daily work, shifts, leave, evaluations and attendance; seen by the employee, and the
//                  supervisor or who acts for them; while it is open also by who must evaluate a period or decide an objection
//   help scope     what somebody may see and types of another's work while they help; seen by the owner, and by that one
//                  helper while it lasts. It is named by both and comes into being when the owner asks for help
//   pay scope      an employee's slips, corrections, sanctions and other entries, tax status and account; on the employee's
//                  own devices alone. Who keeps them reads them at the server.

import type { AgencyId, EmployeeId } from './people/tables.ts';

export const agencyScope = (agency: AgencyId) => `a:${agency}`;
export const planScope = (employee: EmployeeId) => `p:${employee}`;
export const workScope = (employee: EmployeeId) => `w:${employee}`;
export const helpScope = (owner: EmployeeId, helper: EmployeeId) => `${helpScopesOf(owner)}${helper}`;
/** How the help scopes of an owner begin, and no other scope: an id has no dot. */
const helpScopesOf = (owner: EmployeeId) => `h:${owner}.`;
export const isHelpScopeOf = (owner: EmployeeId, scope: string) => scope.startsWith(helpScopesOf(owner));
export const payScope = (employee: EmployeeId) => `m:${employee}`;
