// The agency's rules of time and money, as this device knows them.

import { timeRules } from '#shared/questions/time-rules.ts';
import type { TimeRules } from '#shared/rules/calendar.ts';
import { answerHere } from './questions.ts';
import type { Workspace } from './workspace.ts';

export const loadRules = (workspace: Workspace): Promise<TimeRules> =>
  answerHere(workspace, timeRules, null) as Promise<TimeRules>;
