// Where the titles of a table stand: in its first row, below a heading, or nowhere.

import { isBlank, type Row, wordsOf } from './cell.ts';

const SEARCHED = 200;

/**
 * The row of the titles, from 0: the one that names the most, the first of equals. Null where none names two.
 * `named`: how many columns a row names.
 */
export function titleRowOf(rows: readonly Row[], named: (row: Row) => number): number | null {
  let best: { index: number | null; count: number } = { index: null, count: 1 };
  for (const [index, row] of rows.slice(0, SEARCHED).entries()) {
    const count = isBlank(row) ? 0 : named(row);
    if (count > best.count) best = { index, count };
  }
  return best.index;
}

/** Whether a row repeats the titles, as lists that were printed in pages do. */
export const repeats = (row: Row, titles: readonly string[]): boolean =>
  titles.length > 0 && titles.every((title, index) => plainTitle(row[index]) === plainTitle(title));

/** A title without what differs between files of one machine: case, points, line breaks and double spaces. */
export const plainTitle = (cell: Row[number]): string =>
  wordsOf(cell)
    .toLowerCase()
    .replace(/[\s_.,/:()-]+/g, ' ')
    .trim();
