// Which column of a table says what, by its titles alone: the earlier pattern wins, wherever its column stands.

import { isBlank, type Row, wordsOf } from './cell.ts';
import { plainTitle, titleRowOf } from './titles.ts';

export interface Titled<Field extends string> {
  /** The row of the titles, from 0; null where the table has none. */
  titleRow: number | null;
  /** Of each column; of one without a title, what stands in it first. */
  titles: string[];
  /** The column of each field, from 0; null where there is none. */
  columns: Record<Field, number | null>;
}

/** `patterns`: titles as `plainTitle` writes them; each field in turn takes its column. */
export function byTitle<Field extends string>(
  rows: readonly Row[],
  patterns: Record<Field, readonly RegExp[]>,
): Titled<Field> {
  const columnsOf = (row: Row) => {
    const titles = Array.from(row, plainTitle);
    const taken = new Set<number>();
    const found = Object.entries<readonly RegExp[]>(patterns).map(([field, ofField]) => {
      const column = ofField
        .map((pattern) => titles.findIndex((title, index) => !taken.has(index) && pattern.test(title)))
        .find((index) => index !== -1);
      if (column !== undefined) taken.add(column);
      return [field, column ?? null] as const;
    });
    return Object.fromEntries(found) as Record<Field, number | null>;
  };
  const titleRow = titleRowOf(rows, (row) => Object.values(columnsOf(row)).filter((column) => column !== null).length);
  const first = titleRow === null ? (rows.find((row) => !isBlank(row)) ?? []) : (rows[titleRow] ?? []);
  return { titleRow, titles: Array.from(first, wordsOf), columns: columnsOf(titleRow === null ? [] : first) };
}
