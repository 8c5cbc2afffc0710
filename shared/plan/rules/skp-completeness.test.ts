import { describe, expect, it } from 'vitest';
import type { Indicator, Result, SkpApproach } from '../tables.ts';
import { missingParts } from './skp-completeness.ts';

const result = (id: string, more: Partial<Result> = {}): Result => ({
  ...{ id, scope: 'p:1', version: 1, skpId: 's', kind: 'utama', text: id, parentId: 'theirs', parentOwnerId: 'ani' },
  ...{ createdAt: '2026-01-02T00:00:00.000Z', expectation: '', perspective: null, endedIn: null, parentText: null },
  ...more,
});
const indicator = (resultId: string): Indicator => ({
  ...{ id: `i-${resultId}`, scope: 'p:1', version: 1, skpId: 's', resultId, aspect: 'kuantitas', text: 'x' },
  ...{ targetMin: 1, targetMax: null, targetText: null, unit: 'x', direction: 'up' },
});
const missing = (
  results: Result[],
  indicators: Indicator[],
  parentsToChooseFrom = true,
  { approach = 'quantitative' as SkpApproach, head = false } = {},
) =>
  missingParts({ approach, head, results, indicators, parentsToChooseFrom }).map((part) =>
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

  it('by the qualitative approach needs the expectation in words instead of an indicator', () => {
    const approach = 'qualitative';
    expect(missing([result('a')], [], true, { approach })).toEqual(['expectation a']);
    expect(missing([result('a', { expectation: 'Tertib' })], [], true, { approach })).toEqual([]);
  });

  it('of a head asks for no result of the superior, who may have some', () => {
    const own = result('a', { parentId: null, perspective: 'anggaran' });
    expect(missing([own], [indicator('a')], true, { head: true })).toEqual([]);
  });

  it('of a head asks for the perspective of each main result', () => {
    const results = [result('a'), result('b', { perspective: 'anggaran' }), result('c', { kind: 'tambahan' })];
    const indicators = ['a', 'b', 'c'].map(indicator);
    expect(missing(results, indicators, true, { head: true })).toEqual(['perspective a']);
  });

  it('does not ask anything of a result that a revision ended', () => {
    const ended = result('b', { endedIn: 2, parentId: null });
    expect(missing([result('a'), ended], [indicator('a')])).toEqual([]);
    expect(missing([ended], [])).toEqual(['result']);
  });

  it('does not ask for a parent where the superior has none to offer', () => {
    expect(missing([result('a', { parentId: null })], [indicator('a')], false)).toEqual([]);
  });
});
