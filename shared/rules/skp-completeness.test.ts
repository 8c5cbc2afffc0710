import { describe, expect, it } from 'vitest';
import type { Indicator, Result } from '#shared/tables.ts';
import { missingParts } from './skp-completeness.ts';

const result = (id: string, more: Partial<Result> = {}): Result => ({
  ...{ id, scope: 'p:1', version: 1, skpId: 's', kind: 'utama', text: id, parentId: 'theirs', parentOwnerId: 'ani' },
  createdAt: '2026-01-02T00:00:00.000Z',
  ...more,
});
const indicator = (resultId: string): Indicator => ({
  ...{ id: `i-${resultId}`, scope: 'p:1', version: 1, skpId: 's', resultId, aspect: 'kuantitas', text: 'x' },
  ...{ targetMin: 1, targetMax: null, unit: 'x', direction: 'up' },
});
const missing = (results: Result[], indicators: Indicator[], parentsToChooseFrom = true) =>
  missingParts({ results, indicators, parentsToChooseFrom }).map((part) =>
    'resultId' in part ? `${part.part} ${part.resultId}` : part.part,
  );

describe('an SKP', () => {
  it('is complete with a main result that supports the superior and has an indicator', () => {
    expect(missing([result('a')], [indicator('a')])).toEqual([]);
  });

  it('needs a main result; additional work alone is not enough', () => {
    expect(missing([], [])).toEqual(['result']);
    expect(missing([result('a', { kind: 'tambahan', parentId: null })], [indicator('a')])).toEqual(['result']);
  });

  it('names each result that lacks a parent or an indicator', () => {
    expect(missing([result('a', { parentId: null }), result('b')], [indicator('a')])).toEqual([
      'parent a',
      'indicator b',
    ]);
  });

  it('does not ask for a parent where the superior has none to offer', () => {
    expect(missing([result('a', { parentId: null })], [indicator('a')], false)).toEqual([]);
  });
});
