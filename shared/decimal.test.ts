import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { exact, rounded, shown, sum } from './decimal.ts';

it('adds what floating point cannot', () => {
  expect(shown(sum(['0.1', '0.2']))).toBe('0.3');
  expect(shown(exact('0.1').mul(3).sub('0.3'))).toBe('0');
  expect(shown(exact(1).div(3).mul(3))).toBe('1');
});

describe('a number is shown', () => {
  it.each([
    ['0', 4, '0'],
    ['-0.00004', 4, '0'],
    ['-2.5', 4, '-2.5'],
    ['0.00005', 4, '0.0001'],
    ['12.5', 0, '13'],
    ['3486000.00', 4, '3486000'],
    ['123456789012345678901234567890.5', 1, '123456789012345678901234567890.5'],
  ])('%s to %i places as %s', (value, places, expected) => {
    expect(shown(exact(value), places)).toBe(expected);
  });
});

describe('a number is rounded', () => {
  it.each([
    ['2370500.99', 'down', 1, '2370500'],
    ['2370500.5', 'nearest', 1, '2370501'],
    ['2370549', 'down', 100, '2370500'],
    ['2370550', 'nearest', 100, '2370600'],
    ['-0.2', 'down', 1, '-1'],
  ] as const)('%s %s to a unit of %i: %s', (value, mode, unit, expected) => {
    expect(shown(rounded(exact(value), { mode, unit }))).toBe(expected);
  });
});

it('any whole number of rupiah is shown as it is', () => {
  fc.assert(fc.property(fc.bigInt(), (value) => shown(exact(value.toString())) === value.toString()));
});
