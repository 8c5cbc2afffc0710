// What is shown of a table that was read: samples and problems, in words.

import { type Row, serialWords, type Table, type WordedProblem, wordsOf } from './reading/index.ts';

/** `found`: what stands in the cell. */
export type ShownProblem = WordedProblem & { found: string };

export interface SampleRow {
  /** As a spreadsheet counts them, from 1. */
  row: number;
  /** In the file's own words. */
  file: string;
  /** As it was understood. */
  title: string;
  read: string;
}

const SIZE = 10;

/** From the whole length of the file, its first and its last row among them. */
export function spread<Item>(items: readonly Item[]): Item[] {
  if (items.length <= SIZE) return [...items];
  const step = (items.length - 1) / (SIZE - 1);
  return Array.from({ length: SIZE }, (_, index) => items[Math.round(index * step)]).filter(
    (item) => item !== undefined,
  );
}

/** The cells of some columns as they stand in the file; `dates`: columns whose numbers are days. */
export const fileWords = (
  { rows, serialShift }: Table,
  row: number,
  columns: readonly (number | null)[],
  dates: readonly (number | null)[] = [],
): string =>
  columns
    .flatMap((column) => {
      const cell: Row[number] = column === null ? null : rows[row - 1]?.[column];
      return (
        (typeof cell === 'number' && dates.includes(column) ? serialWords(cell, serialShift) : wordsOf(cell)) || []
      );
    })
    .join(' · ');
