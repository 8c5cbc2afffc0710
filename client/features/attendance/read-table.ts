// The rows of a CSV file or of the first sheet of a workbook.

import type { Cell } from './attendance-file.ts';

export async function readTable(file: File): Promise<Cell[][]> {
  if (/\.xlsx$/i.test(file.name)) {
    // Not the build with workers of its own: the page's security policy runs none from a blob.
    const { readSheet } = await import('read-excel-file/universal');
    return (await readSheet(file)) as Cell[][];
  }
  const { default: Papa } = await import('papaparse');
  const text = (await file.text()).replace(/^\uFEFF/, '');
  const { data } = Papa.parse<string[]>(text, { skipEmptyLines: false });
  return data;
}
