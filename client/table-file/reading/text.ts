// The rows of a text: its encoding, its separator and its quotes. Nothing is lost in silence: where quotes do not close,
// each line is read for itself, and a line that cannot be taken apart for certain is named.

import Papa from 'papaparse';
import { type BrokenRow, type Row, type Table, TableError } from './cell.ts';
import { MOST_ROWS } from './limits.ts';

/** A text whose columns stand at fixed places and have no separator: where each begins, by the line of its titles. */
export interface FixedColumns {
  titles: RegExp;
  starts: readonly number[];
}

export function decode(bytes: Uint8Array): string {
  const [first, second] = bytes;
  if (first === 0xff && second === 0xfe) return new TextDecoder('utf-16le').decode(bytes);
  if (first === 0xfe && second === 0xff) return new TextDecoder('utf-16be').decode(bytes);
  // Without a mark every other byte of western text in UTF-16 is zero, and no other text has zeros.
  const start = bytes.subarray(0, 1000);
  const zeros = (odd: number) => start.filter((byte, index) => byte === 0 && index % 2 === odd).length;
  if (zeros(1) > start.length / 4) return new TextDecoder('utf-16le').decode(bytes);
  if (zeros(0) > start.length / 4) return new TextDecoder('utf-16be').decode(bytes);
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    return new TextDecoder('windows-1252').decode(bytes);
  }
}

export function readText(text: string, fixed: readonly FixedColumns[]): Table {
  const lines = text.split(/\r\n|\r|\n/);
  while (lines.at(-1)?.trim() === '') lines.pop();
  if (lines.length > MOST_ROWS) throw new TableError('too-many-rows');
  const at = fixed.find(({ titles }) => lines.slice(0, 50).some((line) => titles.test(line)));
  const { rows, broken } = at
    ? { rows: lines.map((line) => cut(line, at.starts)), broken: [] }
    : separated(text, lines);
  return { sheets: [], sheet: null, rows, broken, serialShift: 0 };
}

const cut = (line: string, starts: readonly number[]): Row =>
  line.trim() === '' ? [] : starts.map((from, index) => line.slice(from, starts[index + 1]).trim());

function separated(text: string, lines: string[]): { rows: Row[]; broken: BrokenRow[] } {
  // Spreadsheets write the separator into a line of its own, which is no row.
  const named = /^sep=(.)$/i.exec(lines[0] ?? '')?.[1];
  const delimiter = named ?? separatorOf(lines);
  if (named) lines[0] = '';
  const whole = Papa.parse<string[]>(named ? text.slice(text.search(/[\r\n]/)) : text, { delimiter });
  while (whole.data.at(-1)?.every((cell) => cell.trim() === '')) whole.data.pop();
  const width = usualWidth(whole.data);
  const swallowed = (cell: string) => cell.includes('\n') && cell.split(delimiter).length >= Math.max(2, width);
  if (whole.errors.length === 0 && !whole.data.some((row) => row.some(swallowed))) {
    return { rows: whole.data, broken: [] };
  }
  return lineByLine(lines, delimiter);
}

/** A line for itself: what a stray quote does ends with its line. */
function lineByLine(lines: readonly string[], delimiter: string): { rows: Row[]; broken: BrokenRow[] } {
  const rows = lines.map((line): string[] => {
    if (line.trim() === '') return [];
    const { data, errors } = Papa.parse<string[]>(line, { delimiter });
    // The letter that ends a text elsewhere stands in none: quotes are letters as any other here.
    return (errors.length === 0 ? data[0] : Papa.parse<string[]>(line, { delimiter, quoteChar: '\0' }).data[0]) ?? [];
  });
  const usual = usualWidth(rows);
  // Most rows may end before the last title, where its column is empty.
  const width = Math.max(usual, rows.find(({ length }) => length >= usual)?.length ?? 0);
  const broken = rows.flatMap((row, index) =>
    row.slice(width).some((cell) => cell.trim() !== '') ? [{ row: index + 1, found: lines[index] ?? '' }] : [],
  );
  const bad = new Set(broken.map(({ row }) => row));
  return { rows: rows.map((row, index) => (bad.has(index + 1) ? [] : row)), broken };
}

const SEPARATORS = [';', '\t', '|', ','];

/** That which cuts the most lines into the same number of cells, two at least; the earlier of two equals. */
function separatorOf(lines: readonly string[]): string {
  const sample = lines.filter((line) => line.trim() !== '').slice(0, 200);
  let best = { separator: ',', score: 0 };
  for (const separator of SEPARATORS) {
    const counts = new Map<number, number>();
    for (const line of sample) {
      const cells = line.replace(/"[^"]*"/g, '').split(separator).length;
      if (cells > 1) counts.set(cells, (counts.get(cells) ?? 0) + 1);
    }
    const score = Math.max(0, ...counts.values());
    if (score > best.score) best = { separator, score };
  }
  return best.separator;
}

/** As many cells as most rows have. */
function usualWidth(rows: readonly (readonly string[])[]): number {
  const counts = new Map<number, number>();
  for (const { length } of rows) if (length > 1) counts.set(length, (counts.get(length) ?? 0) + 1);
  let [width, most] = [1, 0];
  for (const [length, count] of counts) {
    if (count > most || (count === most && length > width)) [width, most] = [length, count];
  }
  return width;
}
