import { describe, expect, it } from 'vitest';
import { cellsOf } from '#shared/testing/table-of.ts';
import {
  ACHIEVEMENTS,
  countPredicates,
  DEFAULT_DISTRIBUTION,
  PREDICATES,
  predicateOf,
  prevailing,
  type Rating,
} from './rating.ts';

// PermenPANRB 6/2022, predicate of performance: rows are the rating of behaviour, columns that of results.
const matrix = `
             di-bawah         sesuai  di-atas
  di-atas    butuh-perbaikan  baik    sangat-baik
  sesuai     butuh-perbaikan  baik    baik
  di-bawah   sangat-kurang    kurang  kurang`;

describe('the predicate', () => {
  it.each(cellsOf(matrix))('of behaviour %s and result %s is %s', (behaviour, result, predicate) => {
    expect(predicateOf({ behaviour: behaviour as Rating, result: result as Rating })).toBe(predicate);
  });
});

describe('the distribution', () => {
  it.each(ACHIEVEMENTS)('of %s adds up to 100 percent', (achievement) => {
    const shares = PREDICATES.map((predicate) => DEFAULT_DISTRIBUTION[achievement][predicate]);
    expect(shares.reduce((sum, share) => sum + share, 0)).toBe(100);
  });

  // The mass that the regulation draws for each achievement.
  it.each([
    ['istimewa', ['sangat-baik', 'baik']],
    ['baik', ['baik']],
    ['butuh-perbaikan', ['baik', 'butuh-perbaikan']],
    ['kurang', ['butuh-perbaikan', 'kurang']],
    ['sangat-kurang', ['kurang', 'sangat-kurang']],
  ] as const)('of %s has its mass on %s', (achievement, mass) => {
    const shares = DEFAULT_DISTRIBUTION[achievement];
    const within = mass.map((predicate) => shares[predicate]);
    const outside = PREDICATES.filter((predicate) => !mass.includes(predicate as never)).map((one) => shares[one]);
    expect(Math.min(...within)).toBeGreaterThan(Math.max(...outside));
    expect(within.reduce((sum, share) => sum + share, 0)).toBeGreaterThan(50);
  });

  it('of a team is counted', () => {
    expect(countPredicates(['baik', 'baik', 'kurang'])).toEqual({
      ...{ 'sangat-baik': 0, baik: 2, 'butuh-perbaikan': 0, kurang: 1, 'sangat-kurang': 0 },
    });
  });
});

it.each<[Rating[], Rating | null]>([
  [[], null],
  [['sesuai'], 'sesuai'],
  [['di-atas', 'di-atas', 'sesuai'], 'di-atas'],
  [['di-atas', 'sesuai'], 'sesuai'],
  [['di-bawah', 'di-atas', 'sesuai'], 'di-bawah'],
])('of the periods %j the year is proposed as %s', (ratings, proposed) => {
  expect(prevailing(ratings)).toBe(proposed);
});
