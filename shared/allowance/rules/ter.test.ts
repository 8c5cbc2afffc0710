import { describe, expect, it } from 'vitest';
import { exact, shown } from '#shared/decimal.ts';
import { PTKP_STATUSES, type PtkpStatus } from './payee.ts';
import { TER_BRACKETS, terRate, terTax } from './ter.ts';

/** The annex of PP 58/2023 row by row: the last rupiah of a bracket, and its percent. Written down apart from the tables. */
const ANNEX: Record<'A' | 'B' | 'C', string> = {
  A: `5400000 0, 5650000 0.25, 5950000 0.5, 6300000 0.75, 6750000 1, 7500000 1.25, 8550000 1.5, 9650000 1.75,
    10050000 2, 10350000 2.25, 10700000 2.5, 11050000 3, 11600000 3.5, 12500000 4, 13750000 5, 15100000 6, 16950000 7,
    19750000 8, 24150000 9, 26450000 10, 28000000 11, 30050000 12, 32400000 13, 35400000 14, 39100000 15, 43850000 16,
    47800000 17, 51400000 18, 56300000 19, 62200000 20, 68600000 21, 77500000 22, 89000000 23, 103000000 24,
    125000000 25, 157000000 26, 206000000 27, 337000000 28, 454000000 29, 550000000 30, 695000000 31, 910000000 32,
    1400000000 33`,
  B: `6200000 0, 6500000 0.25, 6850000 0.5, 7300000 0.75, 9200000 1, 10750000 1.5, 11250000 2, 11600000 2.5,
    12600000 3, 13600000 4, 14950000 5, 16400000 6, 18450000 7, 21850000 8, 26000000 9, 27700000 10, 29350000 11,
    31450000 12, 33950000 13, 37100000 14, 41100000 15, 45800000 16, 49500000 17, 53800000 18, 58500000 19, 64000000 20,
    71000000 21, 80000000 22, 93000000 23, 109000000 24, 129000000 25, 163000000 26, 211000000 27, 374000000 28,
    459000000 29, 555000000 30, 704000000 31, 957000000 32, 1405000000 33`,
  C: `6600000 0, 6950000 0.25, 7350000 0.5, 7800000 0.75, 8850000 1, 9800000 1.25, 10950000 1.5, 11200000 1.75,
    12050000 2, 12950000 3, 14150000 4, 15550000 5, 17050000 6, 19500000 7, 22700000 8, 26600000 9, 28100000 10,
    30100000 11, 32600000 12, 35400000 13, 38900000 14, 43000000 15, 47400000 16, 51200000 17, 55800000 18, 60400000 19,
    66700000 20, 74500000 21, 83200000 22, 95600000 23, 110000000 24, 134000000 25, 169000000 26, 221000000 27,
    390000000 28, 463000000 29, 561000000 30, 709000000 31, 965000000 32, 1419000000 33`,
};
const STATUS_OF = { A: 'TK/0', B: 'K/1', C: 'K/3' } as const;

describe.each(['A', 'B', 'C'] as const)('category %s', (category) => {
  const rows = ANNEX[category].split(',').map((row) => row.trim().split(/\s+/) as [string, string]);
  const status = STATUS_OF[category];

  it('has a bracket for each row of the annex', () => {
    expect(TER_BRACKETS[category]).toHaveLength(rows.length);
  });

  it.each(rows.map(([most, rate], index) => [most, rate, rows[index + 1]?.[1] ?? '34'] as const))(
    'up to %s rupiah takes %s percent, a rupiah more %s',
    (most, rate, next) => {
      expect(terRate(status, exact(most))).toBe(rate);
      expect(terRate(status, exact(most).add(1))).toBe(next);
    },
  );
});

it.each<[PtkpStatus, string]>([
  ['TK/0', '0.25'],
  ['TK/1', '0.25'],
  ['K/0', '0.25'],
  ['TK/2', '0'],
  ['TK/3', '0'],
  ['K/1', '0'],
  ['K/2', '0'],
  ['K/3', '0'],
])('%s at 5.5 million is in its category: %s percent', (status, rate) => {
  expect(terRate(status, exact(5_500_000))).toBe(rate);
});

it.each<[PtkpStatus, string]>([
  ['TK/0', '0.75'],
  ['TK/1', '0.75'],
  ['K/0', '0.75'],
  ['TK/2', '0.25'],
  ['TK/3', '0.25'],
  ['K/1', '0.25'],
  ['K/2', '0.25'],
  ['K/3', '0'],
])('%s at 6.3 million is in its category: %s percent', (status, rate) => {
  expect(terRate(status, exact(6_300_000))).toBe(rate);
});

it('of nothing there is no tax, and the rate is of the whole, not of the part above a bracket', () => {
  for (const status of PTKP_STATUSES) expect(shown(terTax(status, exact(0)))).toBe('0');
  // PMK 168/2023, annex: K/0 with 10,000,000 rupiah: 2 % of it all.
  expect(shown(terTax('K/0', exact(10_000_000)))).toBe('200000');
});
