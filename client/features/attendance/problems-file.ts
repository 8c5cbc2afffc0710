// The rows that cannot be used, as a file: each with what is wrong before its own cells, to be mended and brought again.

import type { Row, Table } from '#client/tables/index.ts';
import { wordsOf } from '#client/tables/index.ts';
import type { RowProblem } from './attendance-file.ts';
import type { Layout } from './columns.ts';

export async function problemsFile(
  { rows }: Pick<Table, 'rows'>,
  { titleRow, titles }: Layout,
  problems: readonly { problem: RowProblem; words: string }[],
  name: string,
): Promise<File> {
  const { default: Papa } = await import('papaparse');
  const cellsOf = (row: Row = []) => row.map(wordsOf);
  const heads = titleRow === null ? [] : [['Baris', 'Masalah', ...titles]];
  const lines = problems.map(({ problem, words }) => {
    const cells = problem.kind === 'row-broken' ? [problem.found] : cellsOf(rows[problem.row - 1]);
    return [problem.row, words, ...cells];
  });
  const csv = Papa.unparse([...heads, ...lines], { delimiter: ';', escapeFormulae: true });
  return new File(['\uFEFF', csv], `Perbaiki ${name.replace(/\.\w+$/, '')}.csv`, { type: 'text/csv;charset=utf-8' });
}
