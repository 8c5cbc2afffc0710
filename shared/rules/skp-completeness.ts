// What an SKP needs before it can be submitted. Source: PermenPANRB 6/2022 articles 8-13: each result (RHK) of a staff
// member intervenes in a result of the superior, and carries at least one indicator (IKI) with a target.

import type { Indicator, Result, ResultId } from '#shared/tables.ts';

export type MissingPart =
  | { part: 'result' }
  | { part: 'parent'; resultId: ResultId; text: string }
  | { part: 'indicator'; resultId: ResultId; text: string };

export function missingParts(skp: {
  results: readonly Result[];
  indicators: readonly Indicator[];
  /** Whether the superior has results to intervene in; without any, nobody is kept from submitting. */
  parentsToChooseFrom: boolean;
}): MissingPart[] {
  const { results, indicators, parentsToChooseFrom } = skp;
  const missing: MissingPart[] = [];
  if (!results.some((result) => result.kind === 'utama')) missing.push({ part: 'result' });
  for (const { id: resultId, kind, parentId, text } of results) {
    if (parentsToChooseFrom && kind === 'utama' && parentId === null) missing.push({ part: 'parent', resultId, text });
    if (!indicators.some((indicator) => indicator.resultId === resultId)) {
      missing.push({ part: 'indicator', resultId, text });
    }
  }
  return missing;
}
