// The agency's rules of time and money, as this device knows them; for everybody, or as they are for one person.

import type { EmployeeId } from '#shared/people/tables.ts';
import { agencyRulesFor, timeRules, timeRulesFor } from '#shared/time-rules/questions/time-rules.ts';
import type { TimeRules } from '#shared/time-rules/rules/calendar.ts';
import { answerHere } from './questions.ts';
import type { Workspace } from './workspace.ts';

export const loadRules = (workspace: Workspace): Promise<TimeRules> =>
  answerHere(workspace, timeRules, null) as Promise<TimeRules>;

export const loadRulesFor = (workspace: Workspace, employeeId: EmployeeId): Promise<TimeRules> =>
  answerHere(workspace, timeRulesFor, { employeeId }) as Promise<TimeRules>;

/** For what counts by the agency's days, and may be opened again for one person: the last days of evaluations. */
export const loadAgencyRulesFor = (workspace: Workspace, employeeId: EmployeeId): Promise<TimeRules> =>
  answerHere(workspace, agencyRulesFor, { employeeId }) as Promise<TimeRules>;
