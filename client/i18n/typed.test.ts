import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type NumberBounds, numberIn, readNumber, typedNumber } from './typed.ts';

const AMOUNT: NumberBounds = { least: 0, most: 1e9, places: 6 };
const RUPIAH: NumberBounds = { least: 0, most: 1e12, places: 2, rupiah: true };
const WHOLE: NumberBounds = { least: 1, most: 1440, places: 0 };
const PERCENT: NumberBounds = { least: 0, most: 100, places: 4 };
const SIGNED: NumberBounds = { ...RUPIAH, least: -1e12 };

const understood: [typed: string, bounds: NumberBounds, value: string][] = [
  ['1250', AMOUNT, '1250'],
  ['1.250', AMOUNT, '1250'],
  ['1,5', AMOUNT, '1.5'],
  // A phone whose decimal pad has only a point.
  ['1.5', AMOUNT, '1.5'],
  ['0.125', AMOUNT, '0.125'],
  ['0,125', AMOUNT, '0.125'],
  [',5', AMOUNT, '0.5'],
  ['007', AMOUNT, '7'],
  ['1.250.000', AMOUNT, '1250000'],
  ['1.250,75', AMOUNT, '1250.75'],
  ['1,250.75', AMOUNT, '1250.75'],
  ['1,250,000', AMOUNT, '1250000'],
  ['1 250 000', AMOUNT, '1250000'],
  ['1\u00a0250,5', AMOUNT, '1250.5'],
  ['１２', AMOUNT, '12'],
  ['1,1250', AMOUNT, '1.125'],
  ['1,50', AMOUNT, '1.5'],
  ['12.500', RUPIAH, '12500'],
  ['Rp 12.500.000', RUPIAH, '12500000'],
  ['Rp12.500,-', RUPIAH, '12500'],
  ['rp. 1.250,50', RUPIAH, '1250.5'],
  ['-50.000', SIGNED, '-50000'],
  ['−Rp 50.000', SIGNED, '-50000'],
  ['2,5 %', PERCENT, '2.5'],
  ['90', WHOLE, '90'],
  ['1.250', WHOLE, '1250'],
];

const asked: [typed: string, bounds: NumberBounds, choices: string[]][] = [
  ['1,250', AMOUNT, ['1250', '1.25']],
  ['1250.500', AMOUNT, ['1250500', '1250.5']],
  ['12,500', RUPIAH, ['12500', '12.5']],
  ['1,250', WHOLE, ['1250']],
  ['1,000', WHOLE, ['1000', '1']],
];

const wrong: [typed: string, bounds: NumberBounds, why: string][] = [
  ['sepuluh', AMOUNT, 'not-a-number'],
  ['1e3', AMOUNT, 'not-a-number'],
  ['1..5', AMOUNT, 'grouping'],
  ['1.25.0', AMOUNT, 'grouping'],
  ['1,5,0', AMOUNT, 'grouping'],
  ['12.50', RUPIAH, 'grouping'],
  ['12.5', RUPIAH, 'grouping'],
  ['1,5', WHOLE, 'places'],
  ['1.5', WHOLE, 'places'],
  ['0', WHOLE, 'least'],
  ['-1', AMOUNT, 'least'],
  ['1.250', PERCENT, 'most'],
  ['100,1', PERCENT, 'most'],
];

describe('a number that somebody types', () => {
  it.each(understood)('%s is understood', (typed, bounds, value) => {
    expect(readNumber(typed, bounds)).toEqual({ is: 'number', value });
  });

  it.each(asked)('%s could mean two things and is asked', (typed, bounds, choices) => {
    expect(readNumber(typed, bounds)).toEqual({ is: 'asked', choices });
  });

  it.each(wrong)('%s is not taken', (typed, bounds, why) => {
    expect(readNumber(typed, bounds)).toEqual({ is: 'wrong', why });
  });

  it('is nothing where nothing stands', () => {
    for (const typed of ['', '  ', null]) expect(readNumber(typed, AMOUNT)).toEqual({ is: 'nothing' });
  });

  it('means what it says where an earlier version kept it as a number', () => {
    expect(numberIn(1.125, AMOUNT)).toBe(1.125);
    expect(numberIn(Number.NaN, AMOUNT)).toBeNull();
  });

  it('is the same number when a field that begins with it is read', () => {
    const value = fc.tuple(fc.integer({ min: 0, max: 999_999 }), fc.integer({ min: 0, max: 999_999 }));
    fc.assert(
      fc.property(value, ([whole, millionths]) => {
        const number = Number(`${whole}.${String(millionths).padStart(6, '0')}`);
        return numberIn(typedNumber(number), AMOUNT) === number;
      }),
    );
    expect(typedNumber(1.125)).toBe('1,1250');
    expect(typedNumber('12500')).toBe('12500');
    expect(typedNumber(null)).toBe('');
  });

  it('answers any text', () => {
    fc.assert(
      fc.property(fc.string(), (text) => ['nothing', 'number', 'asked', 'wrong'].includes(readNumber(text, AMOUNT).is)),
    );
  });
});
