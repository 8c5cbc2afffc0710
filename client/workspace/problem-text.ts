// An act that was not taken, in the person's words: why, and what to do next. The words of refusals are many and seldom
// needed; they are fetched from the device when one is.

import { t } from '#client/i18n/index.ts';
import type { Refusal } from '#shared/sync/mutation.ts';
import type { ActProblem } from './workspace.ts';

export interface ProblemText {
  reason: string;
  next: string;
  /** Whether signing in again helps. */
  signIn?: true;
}

export const refusalText = async (refusal: Refusal): Promise<ProblemText> =>
  (await import('#client/i18n/acts.ts')).refusalWords(refusal);

export async function problemText(problem: ActProblem): Promise<ProblemText> {
  if (problem.kind === 'refused') return refusalText(problem.refusal);
  return { reason: t.saveProblems[problem.why], next: '' };
}
