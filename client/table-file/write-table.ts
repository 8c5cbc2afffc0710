// A table as a file that people take away: a workbook for people, CSV for programs (semicolons, decimal commas, as is usual in
// Indonesia).

import { plainNumber } from '#client/i18n/index.ts';

export type Value = string | number | null;

export interface TableToWrite {
  /** Above the table, a line each; the first is the title. In the workbook alone. */
  above: readonly string[];
  head: readonly string[];
  rows: readonly (readonly Value[])[];
  /** Of the columns, in letters. */
  widths: readonly number[];
  /** What the sheet is called. */
  sheet: string;
}

export async function workbookOfTable({ above, head, rows, widths, sheet }: TableToWrite): Promise<Blob> {
  const { default: writeXlsxFile } = await import('write-excel-file/browser');
  const bold = (value: string) => ({ value, fontWeight: 'bold' as const });
  const cell = (value: Value) => (value === null ? null : { value });
  const [title = '', ...others] = above;
  const lines = [
    [bold(title)],
    ...others.map((value) => [{ value }]),
    [],
    head.map(bold),
    ...rows.map((row) => row.map(cell)),
  ];
  return writeXlsxFile(lines, { columns: widths.map((width) => ({ width })), sheet }).toBlob();
}

/**
 * A text that a spreadsheet takes for nothing else. One that begins like a formula would be run, also out of a quoted cell
 * (OWASP, CSV injection); an apostrophe before it keeps it a text. Numbers are ours and stay numbers.
 */
export const harmless = (text: string) => (/^\s*[=+\-@|]|^[\t\r\n]/.test(text) ? `'${text}` : text);

/** `rows`: texts and written numbers, as they are to stand in the file. */
export async function csvOfRows(rows: readonly (readonly string[])[]): Promise<Blob> {
  const { default: Papa } = await import('papaparse');
  const csv = Papa.unparse(rows as string[][], { delimiter: ';', escapeFormulae: false });
  return new Blob(['\uFEFF', csv], { type: 'text/csv;charset=utf-8' });
}

export const csvOfTable = ({ head, rows }: Pick<TableToWrite, 'head' | 'rows'>): Promise<Blob> =>
  csvOfRows([
    [...head],
    ...rows.map((row) => row.map((value) => (typeof value === 'string' ? harmless(value) : plainNumber(value)))),
  ]);
