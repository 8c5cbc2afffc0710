// The content of an SKP as one value, and what differs between two of them.

import type { Annex, Expectation, Indicator, IndicatorAspect, Result, SkpContent } from '../tables.ts';

type Kept<Row> = Omit<Row, 'scope' | 'version' | 'skpId'>;

export interface SkpParts {
  results: readonly Result[];
  indicators: readonly Indicator[];
  expectations: readonly Expectation[];
  annexes: readonly Annex[];
}

const kept = <Row extends { scope: string; version: number; skpId: string }>(row: Row): Kept<Row> => {
  const { scope: _scope, version: _version, skpId: _skp, ...rest } = row;
  return rest as Kept<Row>;
};

/** Main work before additional work, and each in the order in which it was written. */
export const inOrder = <Item extends Pick<Result, 'kind' | 'createdAt' | 'id'>>(results: readonly Item[]): Item[] =>
  [...results].sort(
    (a, b) =>
      Number(a.kind === 'tambahan') - Number(b.kind === 'tambahan') ||
      a.createdAt.localeCompare(b.createdAt) ||
      a.id.localeCompare(b.id),
  );

const ASPECTS: readonly IndicatorAspect[] = ['kuantitas', 'kualitas', 'waktu', 'biaya'];

/** As the form has them: quantity, quality, time, cost. */
export const byAspect = <Item extends Pick<Indicator, 'aspect' | 'id'>>(indicators: readonly Item[]): Item[] =>
  [...indicators].sort((a, b) => ASPECTS.indexOf(a.aspect) - ASPECTS.indexOf(b.aspect) || a.id.localeCompare(b.id));

/** The results that stand: those not ended by a revision. */
export const standing = <Item extends Pick<Result, 'endedIn'>>(results: readonly Item[]): Item[] =>
  results.filter(({ endedIn }) => endedIn === null);

export function contentOf({ results, indicators, expectations, annexes }: SkpParts): SkpContent {
  return {
    results: inOrder(standing(results)).map(kept),
    indicators: byAspect(indicators).map(kept),
    expectations: expectations.filter(({ text }) => text !== '').map(({ value, text }) => ({ value, text })),
    annexes: [...annexes]
      .sort((a, b) => a.createdAt.localeCompare(b.createdAt) || a.id.localeCompare(b.id))
      .map(({ id, kind, text, createdAt }) => ({ id, kind, text, createdAt })),
  };
}

export type Change = { kind: 'added' | 'dropped' | 'changed'; part: keyof SkpContent; id: string };

/** What a revision adds, drops and changes against the edition before. */
export function contentChanges(before: SkpContent, after: SkpContent): Change[] {
  const parts = ['results', 'indicators', 'expectations', 'annexes'] as const;
  return parts.flatMap((part) => {
    const old = byKey(before[part]);
    const now = byKey(after[part]);
    const changes: Change[] = [];
    for (const [id, text] of now) {
      if (!old.has(id)) changes.push({ kind: 'added', part, id });
      else if (old.get(id) !== text) changes.push({ kind: 'changed', part, id });
    }
    for (const id of old.keys()) if (!now.has(id)) changes.push({ kind: 'dropped', part, id });
    return changes;
  });
}

/** What the superior changed in their own words is no change of this plan. */
const NOT_OWN = 'parentText';

function byKey(items: readonly ({ id: string } | { value: string })[]): Map<string, string> {
  return new Map(
    items.map((item) => {
      const own = Object.entries(item).filter(([name]) => name !== NOT_OWN);
      return ['id' in item ? item.id : item.value, JSON.stringify(own.sort(([a], [b]) => a.localeCompare(b)))];
    }),
  );
}
