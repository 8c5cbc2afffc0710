import { expect, it } from 'vitest';
import type { Cell } from './cell.ts';
import { readNumbers } from './numbers.ts';

it.each<[Cell[], (number | null)[]]>([
  [
    ['1.250', '1.250,50'],
    [1250, 1250.5],
  ],
  [
    ['1,250', '1,250.50'],
    [1250, 1250.5],
  ],
  [
    ['1,5', '12'],
    [1.5, 12],
  ],
  [
    ['1.250.000', 'Rp 12.500'],
    [1_250_000, 12_500],
  ],
  [
    ['1.5', '2,000'],
    [1.5, 2000],
  ],
  [
    ['12', '-7', '', null, 2.5],
    [12, -7, null, null, 2.5],
  ],
])('%j has one way to write numbers', (cells, expected) => {
  expect(readNumbers(cells)).toEqual({ open: null, values: expected });
});

it('what "1.250" is, is asked, and the answer holds for the column', () => {
  expect(readNumbers(['1.250', '3']).open).toEqual({
    example: '1.250',
    choices: [
      { sign: ',', value: 1250 },
      { sign: '.', value: 1.25 },
    ],
  });
  expect(readNumbers(['1.250'], { sign: '.' })).toEqual({ open: null, values: [1.25] });
});

it('what is no number is refused, as is a cell with an error', () => {
  expect(readNumbers(['dua', '1.2.3', { fault: 'error', words: '#REF!' }]).values).toEqual([
    ...[{ wrong: 'unreadable' }, { wrong: 'unreadable' }, { wrong: 'error' }],
  ]);
});
