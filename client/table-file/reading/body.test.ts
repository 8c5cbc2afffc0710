import { expect, it } from 'vitest';
import { bodyOf } from './body.ts';
import type { Row, SheetName } from './cell.ts';

const of = (rows: Row[], sheets: SheetName[] = []) =>
  bodyOf({ rows, broken: [], sheets }, { titleRow: 0, titles: ['a', 'b'] });
const numbers = (rows: Row[], sheets: SheetName[] = []) => of(rows, sheets).rows.map(({ row }) => row);

it('has neither blank rows nor titles that are repeated, and counts as a spreadsheet does', () => {
  expect(numbers([['a', 'b'], ['1', '2'], [''], ['A', 'b '], ['3', '4']])).toEqual([2, 5]);
});

it('names a line that reaches further than the titles', () => {
  const { rows, broken } = of([
    ['a', 'b'],
    ['1', '2'],
    ['3', '4', '5'],
    ['6', '7', ''],
  ]);
  expect(rows.map(({ row }) => row)).toEqual([2, 4]);
  expect(broken).toEqual([{ row: 3, found: '3; 4; 5' }]);
});

it('takes what most lines have for a column without a title, and a note beside a table of a workbook for a note', () => {
  expect(
    numbers([
      ['a', 'b'],
      ['1', '2', 'x'],
      ['3', '4', 'y'],
      ['5', '6'],
    ]),
  ).toEqual([2, 3, 4]);
  const sheets = [{ name: 'A', hidden: false, filled: true }];
  expect(
    numbers(
      [
        ['a', 'b'],
        ['1', '2'],
        ['3', '4', 'note'],
      ],
      sheets,
    ),
  ).toEqual([2, 3]);
});
