// An act that was not taken, in the person's words: why, and what to do next.

import type { RefusalCode, RefusalDetails } from '#shared/refusals.ts';
import type { Refusal } from '#shared/sync/mutation.ts';
import { t } from './i18n/index.ts';
import type { ActProblem } from './workspace.ts';

export function refusalText(refusal: Refusal): { reason: string; next: string } {
  const { code, ...details } = refusal;
  const known = code as RefusalCode;
  const text = t.refusals[known] as
    | ((details: RefusalDetails[RefusalCode]) => { reason: string; next: string })
    | undefined;
  return text?.(details as RefusalDetails[RefusalCode]) ?? t.refusals.forbidden({});
}

export function problemText(problem: ActProblem): { reason: string; next: string } {
  if (problem.kind === 'refused') return refusalText(problem.refusal);
  return { reason: t.saveProblems[problem.why], next: '' };
}
