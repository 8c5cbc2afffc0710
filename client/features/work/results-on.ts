// Which RHK the work of a day can support, as this device knows it.

import { answerHere } from '#client/workspace/questions.ts';
import type { Workspace } from '#client/workspace/workspace.ts';
import type { Result } from '#shared/plan/tables.ts';
import { resultsOn } from '#shared/work/questions/results-on.ts';

export const loadResultsOn = async (workspace: Workspace, date: string): Promise<Result[]> =>
  (await answerHere(workspace, resultsOn, { date })) ?? [];
