// The rows of a table below its titles, each with its number.

import { type BrokenRow, isBlank, type Row, type Table, wordsOf } from './cell.ts';
import { repeats } from './titles.ts';

export interface Body {
  /** `row`: as a spreadsheet counts them, from 1. */
  rows: { row: number; cells: Row }[];
  broken: BrokenRow[];
}

/**
 * Without what is blank or repeats the titles. A line of a text with more in it than there are titles was parted where nobody
 * meant it, as at the comma of "Ridha, S.T.": what its cells are is not certain, and it is broken. Where most lines reach
 * so far, it is the title that is missing.
 */
export function bodyOf(
  { rows, broken, sheets }: Pick<Table, 'rows' | 'broken' | 'sheets'>,
  { titleRow, titles }: { titleRow: number | null; titles: readonly string[] },
): Body {
  const body = rows.flatMap((cells, index) => {
    const isTitle = titleRow !== null && (index <= titleRow || repeats(cells, titles));
    return isTitle || isBlank(cells) ? [] : [{ row: index + 1, cells }];
  });
  const further = ({ cells }: Body['rows'][number]) =>
    titleRow !== null && sheets.length === 0 && !isBlank(cells.slice(titles.length));
  const parted = body.filter(further);
  if (parted.length === 0 || parted.length > body.length / 2) return { rows: body, broken };
  const found = parted.map(({ row, cells }) => ({ row, found: cells.map(wordsOf).join('; ') }));
  return { rows: body.filter((one) => !further(one)), broken: [...broken, ...found] };
}
