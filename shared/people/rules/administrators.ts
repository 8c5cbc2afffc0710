// Somebody has to be there who may give roles.

import type { EmployeeId, OfficeRole } from '../tables.ts';

/** Whether one of these is an administrator now, without a last day. */
export const administratorStays = (roles: readonly OfficeRole[], today: string): boolean =>
  roles.some(({ role, validFrom, validUntil }) => role === 'admin' && validFrom <= today && validUntil === null);

/** Whether somebody is such an administrator, and the only one. */
export const isLastAdministrator = (roles: readonly OfficeRole[], person: EmployeeId, today: string): boolean =>
  administratorStays(
    roles.filter(({ employeeId }) => employeeId === person),
    today,
  ) &&
  !administratorStays(
    roles.filter(({ employeeId }) => employeeId !== person),
    today,
  );
