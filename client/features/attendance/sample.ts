// Ten days as they were understood, beside the file's own words: whoever brings the file sees a misreading before it costs.

import { type Row, serialWords, type Table, wordsOf } from '#client/table-file/reading/index.ts';
import { type Columns, FIELDS } from './columns.ts';
import type { ReadDay, RecordedDay } from './recorded-day.ts';

const SIZE = 10;
const NUMBERS_ARE_MOMENTS = ['date', 'time', 'arrival', 'departure'];

/** From the whole length of the file, its first and its last row among them. */
export function sampleOf(days: readonly (ReadDay | RecordedDay)[]): ReadDay[] {
  const read = days.filter((day): day is ReadDay => 'row' in day);
  if (read.length <= SIZE) return read;
  const step = (read.length - 1) / (SIZE - 1);
  return Array.from({ length: SIZE }, (_, index) => read[Math.round(index * step)]).filter((day) => day !== undefined);
}

/** The cells that were read, as they stand in the file. */
export const fileWords = ({ rows, serialShift }: Table, columns: Columns, row: number): string =>
  FIELDS.flatMap((field) => {
    const column = columns[field];
    const cell: Row[number] = column === null ? null : rows[row - 1]?.[column];
    const isMoment = typeof cell === 'number' && NUMBERS_ARE_MOMENTS.includes(field);
    return (isMoment ? serialWords(cell, serialShift) : wordsOf(cell)) || [];
  }).join(' · ');
