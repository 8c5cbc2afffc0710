import { expect, it } from 'vitest';
import { fileWords, spread } from './shown.ts';

it.each([
  [0, []],
  [10, [0, 1, 2, 3, 4, 5, 6, 7, 8, 9]],
  [30, [0, 3, 6, 10, 13, 16, 19, 23, 26, 29]],
])('of %i rows shows %j: from the whole length, the first and the last among them', (count, shown) => {
  expect(spread(Array.from({ length: count }, (_, index) => index))).toEqual(shown);
});

it('tells a row in the words of the file, a number that is a day as one', () => {
  const table = { sheets: [], sheet: null, broken: [], serialShift: 0, rows: [['Ridha', 46301, '', 7]] };
  expect(fileWords(table, 1, [0, 1, 2, null, 3], [1])).toBe('Ridha · 06-10-2026 · 7');
});
