// What an SKP needs before it can be submitted. Source: PermenPANRB 6/2022 articles 8-13: each result (RHK) of a staff
// member intervenes in a result of the superior; by the quantitative approach it carries at least one indicator (IKI)
// with a target, by the qualitative one the expectation in words; a head's result has its perspective in place of a superior's
// result.

import type { Indicator, Result, ResultId, SkpApproach } from '../tables.ts';
import { standing } from './skp-content.ts';

export type MissingPart =
  | { part: 'result' }
  | { part: 'parent' | 'indicator' | 'expectation' | 'perspective'; resultId: ResultId; text: string };

export function missingParts(skp: {
  approach: SkpApproach;
  /** Whether it is the SKP of a head (shared/people/rules/heads.ts). */
  head: boolean;
  results: readonly Result[];
  indicators: readonly Indicator[];
  /** Whether the superior has results to intervene in; without any, nobody is kept from submitting. */
  parentsToChooseFrom: boolean;
}): MissingPart[] {
  const { approach, head, indicators, parentsToChooseFrom } = skp;
  const results = standing(skp.results);
  const missing: MissingPart[] = [];
  if (!results.some((result) => result.kind === 'utama')) missing.push({ part: 'result' });
  for (const { id: resultId, kind, parentId, expectation, perspective, text } of results) {
    const lacks = (part: Exclude<MissingPart['part'], 'result'>) => missing.push({ part, resultId, text });
    if (parentsToChooseFrom && !head && kind === 'utama' && parentId === null) lacks('parent');
    if (head && kind === 'utama' && perspective === null) lacks('perspective');
    if (approach === 'qualitative' && expectation === '') lacks('expectation');
    if (approach === 'quantitative' && !indicators.some((indicator) => indicator.resultId === resultId)) {
      lacks('indicator');
    }
  }
  return missing;
}
