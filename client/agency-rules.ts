// The agency's rules of time and money, as this device knows them.

import { rulesOf, type TimeRules } from '#shared/rules/calendar.ts';
import type { Workspace } from './workspace.ts';

export async function loadRules({ rows, scopes, person }: Workspace): Promise<TimeRules> {
  const inAgency = <Name extends 'policy' | 'holiday' | 'outage'>(table: Name) =>
    rows(table).where('scope').equals(scopes.agency).toArray();
  const [policies, holidays, outages] = await Promise.all([
    inAgency('policy'),
    inAgency('holiday'),
    inAgency('outage'),
  ]);
  return rulesOf({ policies, holidays, outages, timeZone: person.timeZone });
}
