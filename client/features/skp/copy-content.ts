// A new SKP that begins with the content of another: the calls that make it, with ids of their own.

import { newId } from '#client/sync/index.ts';
import type { Call } from '#shared/mutations/index.ts';
import { indicatorFieldsOf } from '#shared/mutations/indicator.ts';
import { resultFieldsOf } from '#shared/mutations/result.ts';
import type { EmployeeId, SkpContent } from '#shared/tables.ts';

/** `parents`: the superior's results that may be named today; others are left out. */
export function copyCalls(
  { employeeId, skpId, parents }: { employeeId: EmployeeId; skpId: string; parents: ReadonlySet<string> },
  content: SkpContent,
): Call[] {
  const ids = new Map(content.results.map(({ id }) => [id, newId()]));
  return [
    ...content.results.map((result): Call => {
      const fields = resultFieldsOf(result);
      const parent = fields.parent && parents.has(fields.parent.resultId) ? fields.parent : null;
      return { name: 'result.add', args: { id: ids.get(result.id) ?? newId(), skpId, ...fields, parent } };
    }),
    ...content.indicators.map((indicator): Call => {
      const resultId = ids.get(indicator.resultId) ?? '';
      return { name: 'indicator.add', args: { id: newId(), skpId, resultId, ...indicatorFieldsOf(indicator) } };
    }),
    ...content.expectations.map(
      ({ value, text }): Call => ({
        name: 'expectation.set',
        args: { employeeId, skpId, value, from: '', to: text },
      }),
    ),
    ...content.annexes.map(({ kind, text }): Call => ({ name: 'annex.add', args: { id: newId(), skpId, kind, text } })),
  ];
}
