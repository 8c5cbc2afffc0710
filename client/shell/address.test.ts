import { expect, it } from 'vitest';
import { isPossible } from './address.ts';

it.each<[string, Record<string, string>, boolean]>([
  ['a day', { date: '2026-11-26' }, true],
  ['a leap day', { date: '2028-02-29' }, true],
  ['a leap day of another year', { date: '2026-02-29' }, false],
  ['the 31st of February', { date: '2026-02-31' }, false],
  ['a 13th month', { date: '2026-13-01' }, false],
  ['no day', { date: 'kemarin' }, false],
  ['a day of the year 26', { date: '0026-11-26' }, false],
  ['a month', { month: '2026-12' }, true],
  ['no month', { month: '2026-13' }, false],
  ['a month of a period', { period: '2026-12' }, true],
  ['a quarter', { period: '2026-Q4' }, true],
  ['a year', { period: '2026' }, true],
  ['no quarter', { period: '2026-Q5' }, false],
  ['nothing of the kind', { id: 'x' }, true],
  ['one of two', { month: '2026-12', date: '2026-00-01' }, false],
])('%s in an address: %j', (_name, params, possible) => {
  expect(isPossible(params)).toBe(possible);
});
