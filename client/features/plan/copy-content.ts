// A new SKP that begins with the content of another: the calls that make it, with ids of their own.

import type { IdOf } from '#client/forms/index.ts';
import type { Call } from '#shared/mutations.ts';
import type { EmployeeId } from '#shared/people/tables.ts';
import { indicatorFieldsOf } from '#shared/plan/mutations/indicator.ts';
import { resultFieldsOf } from '#shared/plan/mutations/result.ts';
import type { SkpContent } from '#shared/plan/tables.ts';

interface Target {
  employeeId: EmployeeId;
  skpId: string;
  /** The superior's results that may be named today; others are left out. */
  parents: ReadonlySet<string>;
  idOf: IdOf;
}

export function copyCalls({ employeeId, skpId, parents, idOf }: Target, content: SkpContent): Call[] {
  const ids = new Map(content.results.map(({ id }) => [id, idOf(`result ${id}`)]));
  return [
    ...content.results.map((result): Call => {
      const fields = resultFieldsOf(result);
      const parent = fields.parent && parents.has(fields.parent.resultId) ? fields.parent : null;
      return { name: 'result.add', args: { id: idOf(`result ${result.id}`), skpId, ...fields, parent } };
    }),
    ...content.indicators.map((indicator, index): Call => {
      const resultId = ids.get(indicator.resultId) ?? '';
      return {
        name: 'indicator.add',
        args: { id: idOf(`indicator ${index}`), skpId, resultId, ...indicatorFieldsOf(indicator) },
      };
    }),
    ...content.expectations.map(
      ({ value, text }): Call => ({
        name: 'expectation.set',
        args: { employeeId, skpId, value, from: '', to: text },
      }),
    ),
    ...content.annexes.map(
      ({ kind, text }, index): Call => ({
        name: 'annex.add',
        args: { id: idOf(`annex ${index}`), skpId, kind, text },
      }),
    ),
  ];
}
