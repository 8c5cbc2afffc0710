// A paper as a workbook (XLSX), for the secretariat.

import writeXlsxFile from 'write-excel-file/browser';
import type { Paper } from './paper.ts';

export function workbookOf(paper: Paper): Promise<Blob> {
  const bold = (value: string) => ({ value, fontWeight: 'bold' as const });
  const cell = (value: string | number) =>
    typeof value === 'number'
      ? { value, format: Number.isInteger(value) ? '#,##0' : '#,##0.####' }
      : { value, wrap: true };
  const pair = ([label, value]: [string, string]) => [cell(label), cell(value)];
  const data = [
    ...paper.heading.map((line) => [bold(line)]),
    [cell(paper.agency)],
    [cell(paper.subtitle)],
    [],
    ...paper.parties.flatMap(({ title, lines }) => [[bold(title)], ...lines.map(pair), []]),
    ...paper.opening.map(pair),
    ...[...paper.sections, ...paper.annexes].flatMap(({ title, columns, rows, foot }) => [
      ...(title ? [[bold(title)]] : []),
      columns.map(({ title: head, group }) => bold(group ? `${group}: ${head}` : head)),
      ...rows.map((row) => row.map(cell)),
      ...(foot ? [pair(foot)] : []),
      [],
    ]),
    ...(paper.chart
      ? [
          [bold(paper.chart.title)],
          ...paper.chart.bars.map(([label, share]) => [cell(label), { value: share, format: '0%' }]),
          [],
        ]
      : []),
    ...paper.summary.map(pair),
    ...(paper.copies ?? []).map((line) => [cell(line)]),
  ];
  const most = Math.max(2, ...[...paper.sections, ...paper.annexes].map(({ columns }) => columns.length));
  const columns = Array.from({ length: most }, () => ({ width: 28 }));
  return writeXlsxFile(data, { columns, sheet: paper.title.slice(0, 31) }).toBlob();
}
