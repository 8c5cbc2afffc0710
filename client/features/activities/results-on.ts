// Which RHK the work of a day can support, as this device knows it.

import { answerHere } from '#client/questions.ts';
import type { Workspace } from '#client/workspace.ts';
import { resultsOn } from '#shared/questions/results-on.ts';
import type { Result } from '#shared/tables.ts';

export const loadResultsOn = async (workspace: Workspace, date: string): Promise<Result[]> =>
  (await answerHere(workspace, resultsOn, { date })) ?? [];
