import { describe, expect, it } from 'vitest';
import { reachedOf, shareReached } from './realisation.ts';

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
