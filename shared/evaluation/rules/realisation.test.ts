import { describe, expect, it } from 'vitest';
import { partOf, reachedOf, shareReached } from './realisation.ts';

const indicator = { resultId: 'r', aspect: 'kuantitas' as const, unit: 'kendaraan', targetText: null };
const done = (quantity: number, more = {}) => ({
  ...{ resultId: 'r', state: 'approved' as const, unit: 'kendaraan', quantity },
  ...more,
});

describe('what an indicator reached', () => {
  it('adds up what was approved for its result in its unit, however the unit is written', () => {
    const activities = [done(14), done(9, { unit: ' Kendaraan ' }), done(0.1), done(0.2)];
    expect(reachedOf(indicator, activities, undefined)).toEqual({ source: 'sum', value: 23.3, activities: 4 });
  });

  it('does not count what is not approved, of another result or in another unit', () => {
    const activities = [done(1, { state: 'submitted' }), done(1, { resultId: 'x' }), done(1, { unit: 'kartu' })];
    expect(reachedOf(indicator, activities, undefined)).toEqual({ source: 'sum', value: 0, activities: 0 });
  });

  it('is what was stated by hand, with the reason and the sum beside it', () => {
    const correction = { value: 30, reason: 'Termasuk uji keliling' };
    expect(reachedOf(indicator, [done(14)], correction)).toEqual({ source: 'corrected', ...correction, sum: 14 });
  });

  it.each(['kualitas', 'waktu', 'biaya'] as const)('is not known for %s until it is stated', (aspect) => {
    expect(reachedOf({ ...indicator, aspect }, [done(14)], undefined)).toEqual({ source: 'unknown' });
  });
});

it.each([
  ['up', 200, null, 100, 0.5],
  ['up', 200, 300, 250, 1.25],
  ['up', 0, null, 5, null],
  ['down', 30, null, 60, 0.5],
  ['down', 30, 40, 40, 1],
  ['down', 0, null, 0, 1],
  ['up', null, null, 5, null],
] as const)('of the target (%s) %s to %s, %s reaches %s', (direction, targetMin, targetMax, value, share) => {
  expect(shareReached({ direction, targetMin, targetMax }, value)).toBe(share);
});

const YEAR = { from: '2026-01-01', until: '2026-12-31' };
const MARCH = { from: '2026-03-01', until: '2026-03-31' };
const target = { aspect: 'kuantitas' as const, unit: 'kendaraan', targetMin: 480, targetMax: null };

it.each([
  ['a month of a year', target, MARCH, YEAR, { targetMin: 40, targetMax: null }],
  ['a quarter', target, { from: '2026-04-01', until: '2026-06-30' }, YEAR, { targetMin: 120, targetMax: null }],
  ['a range', { ...target, targetMax: 600 }, MARCH, YEAR, { targetMin: 40, targetMax: 50 }],
  [
    'a month of an SKP of half a year',
    target,
    MARCH,
    { from: '2026-01-01', until: '2026-06-30' },
    { targetMin: 80, targetMax: null },
  ],
  ['a part that is no whole number', { ...target, targetMin: 100 }, MARCH, YEAR, { targetMin: 8.33, targetMax: null }],
  ['the year', target, YEAR, YEAR, null],
  ['a percentage', { ...target, unit: ' Persen ' }, MARCH, YEAR, null],
  ['quality', { ...target, aspect: 'kualitas' as const }, MARCH, YEAR, null],
  ['a target in words', { ...target, targetMin: null }, MARCH, YEAR, null],
  ['a month outside the SKP', target, MARCH, { from: '2026-06-01', until: '2026-12-31' }, null],
])('the part of a target that falls to %s', (_what, of, span, whole, part) => {
  expect(partOf(of, { span, whole })).toEqual(part);
});

it('measures the work of a month against its part of the year', () => {
  const part = partOf(target, { span: MARCH, whole: YEAR });
  expect(shareReached({ direction: 'up', ...target, ...part }, 36)).toBe(0.9);
});
