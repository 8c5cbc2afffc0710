// Credit points of a person, by the final evaluations that this device holds.

import type { Workspace } from '#client/workspace.ts';
import { type Conversion, conversionsOf } from '#shared/rules/conversion.ts';
import { type Employee, type EmployeeId, workScope } from '#shared/tables.ts';

export interface CreditOf {
  employee: Employee | undefined;
  /** In order of their first month. */
  conversions: Conversion[];
}

export async function loadCredit({ rows, scopes }: Workspace, employeeId: EmployeeId): Promise<CreditOf> {
  const [employee, evaluations, posts] = await Promise.all([
    rows('employee').get([scopes.agency, employeeId]),
    rows('evaluation').where('scope').equals(workScope(employeeId)).toArray(),
    rows('assignment').where('[scope+employeeId]').equals([scopes.agency, employeeId]).toArray(),
  ]);
  const conversions = employee ? conversionsOf({ employment: employee.employment, evaluations, posts }) : [];
  return { employee, conversions };
}
