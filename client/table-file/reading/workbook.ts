// The rows of a sheet of a workbook, of .xlsx and of the old .xls. Numbers come as they are stored: what a date format
// shows is a habit of the library that reads it, what is stored is not.

import { read, type WorkBook, type WorkSheet } from '@e965/xlsx';
import { type Cell, isBlank, type Row, type Table, TableError } from './cell.ts';
import { MOST_COLUMNS, MOST_ROWS } from './limits.ts';

/** From 1 January 1900 to 1 January 1904, as spreadsheets count. */
const DAYS_OF_1904 = 1462;

/** The words of errors by their numbers in the file. Source: [MS-XLS] 2.5.10 BErr. */
const ERRORS: Readonly<Record<number, string>> = {
  ...{
    0: '#NULL!',
    7: '#DIV/0!',
    15: '#VALUE!',
    23: '#REF!',
    29: '#NAME?',
    36: '#NUM!',
    42: '#N/A',
    43: '#GETTING_DATA',
  },
};

/** `sheet`: which one; null for the only visible one that is filled. */
export function readWorkbook(bytes: Uint8Array, sheet: number | null): Table {
  const book = open(bytes);
  const sheets = book.SheetNames.map((name, index) => {
    const hidden = (book.Workbook?.Sheets?.[index]?.Hidden ?? 0) !== 0;
    return {
      name,
      hidden,
      filled: dataOf(book.Sheets[name]).some((row) => row?.some((cell) => cell?.v !== undefined)),
    };
  });
  const offered = sheets.flatMap(({ hidden, filled }, index) => (!hidden && filled ? [index] : []));
  const chosen = sheet ?? (offered.length === 1 ? (offered[0] ?? null) : null);
  const rows = chosen === null ? [] : rowsOf(book.Sheets[book.SheetNames[chosen] ?? '']);
  const serialShift = book.Workbook?.WBProps?.date1904 ? DAYS_OF_1904 : 0;
  return { sheets, sheet: chosen, rows, broken: [], serialShift };
}

function open(bytes: Uint8Array): WorkBook {
  try {
    // `raw`: texts in a web page that calls itself .xls stay texts; the library would take their dates for American ones.
    const quick = { cellFormula: false, cellHTML: false, cellText: false } as const;
    return read(bytes, { type: 'array', dense: true, raw: true, sheetRows: MOST_ROWS + 1, ...quick });
  } catch (error) {
    throw new TableError(/password|encrypt/i.test(String(error)) ? 'locked' : 'unreadable', error);
  }
}

type Stored = { t: string; v?: string | number | boolean | Date };
const dataOf = (sheet: WorkSheet | undefined) => (sheet?.['!data'] ?? []) as (Stored | undefined)[][];

function rowsOf(sheet: WorkSheet | undefined): Row[] {
  const data = dataOf(sheet);
  if (data.length > MOST_ROWS) throw new TableError('too-many-rows');
  const rows = Array.from({ length: data.length }, (_, index) => cellsOf(data[index] ?? []));
  for (const { s: from, e: until } of sheet?.['!merges'] ?? []) {
    const words = rows[from.r]?.[from.c];
    for (let r = from.r; r <= Math.min(until.r, rows.length - 1); r += 1) {
      for (let c = from.c; c <= Math.min(until.c, MOST_COLUMNS - 1); c += 1) {
        const row = rows[r];
        if (row && (r > from.r || c > from.c)) row[c] = { fault: 'merged', words: String(words ?? '') };
      }
    }
  }
  while (rows.length > 0 && isBlank(rows.at(-1) ?? [])) rows.pop();
  return rows;
}

const cellsOf = (row: readonly (Stored | undefined)[]): Cell[] =>
  Array.from({ length: Math.min(row.length, MOST_COLUMNS) }, (_, index) => {
    const cell = row[index];
    if (cell?.t === 'e') return { fault: 'error', words: ERRORS[Number(cell.v)] ?? '#' };
    const value = cell?.v ?? null;
    return value instanceof Date ? value.toISOString() : value;
  });
