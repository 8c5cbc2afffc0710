// The rows that cannot be used, as a file: each with what is wrong before its own cells, to be mended and brought again.

import { type Row, type Table, wordsOf } from './cell.ts';

/** What is wrong with a row, in words. `broken`: all that stands in it, where it could not be taken apart. */
export interface WordedProblem {
  row: number;
  words: string;
  broken: string | null;
}

export async function problemsFile(
  { rows }: Pick<Table, 'rows'>,
  { titleRow, titles }: { titleRow: number | null; titles: readonly string[] },
  problems: readonly WordedProblem[],
  name: string,
): Promise<File> {
  const { default: Papa } = await import('papaparse');
  const cellsOf = (row: Row = []) => row.map(wordsOf);
  const heads = titleRow === null ? [] : [['Baris', 'Masalah', ...titles]];
  const lines = problems.map(({ row, words, broken }) => [
    ...[row, words],
    ...(broken === null ? cellsOf(rows[row - 1]) : [broken]),
  ]);
  const csv = Papa.unparse([...heads, ...lines], { delimiter: ';', escapeFormulae: true });
  return new File(['\uFEFF', csv], `Perbaiki ${name.replace(/\.\w+$/, '')}.csv`, { type: 'text/csv;charset=utf-8' });
}
