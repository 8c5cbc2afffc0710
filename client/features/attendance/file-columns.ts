// The rows of a file below its titles, and its columns of moments, each read as a whole.

import {
  isBlank,
  type Moment,
  type OpenOrder,
  type Row,
  readClocks,
  readMoments,
  repeats,
  type Table,
  type Wrong,
} from '#client/tables/index.ts';
import type { Answers } from './answers.ts';
import type { Columns, Layout } from './columns.ts';

/** How far back attendance is brought. */
const YEARS_BACK = 5;

type Clocks = (string | Wrong | null)[];

export interface FileColumns {
  /** `number`: as the spreadsheet counts rows, from 1. */
  body: { row: Row; number: number }[];
  openOrder: OpenOrder | null;
  dates: (Moment | Wrong | null)[];
  /** Empty where the file has no such column. */
  arrivals: Clocks;
  departures: Clocks;
  scanTimes: Clocks;
}

export function fileColumns(
  { rows, serialShift }: Table,
  { titleRow, titles }: Layout,
  columns: Columns,
  { answers, today, timeZone }: { answers: Answers; today: string; timeZone: string },
): FileColumns {
  const body: FileColumns['body'] = [];
  for (const [index, row] of rows.entries()) {
    if (index <= (titleRow ?? -1) || isBlank(row) || (titleRow !== null && repeats(row, titles))) continue;
    body.push({ row, number: index + 1 });
  }
  const cellsOf = (column: number | null) => body.map(({ row }) => (column === null ? null : row[column]));
  const earliest = `${Number(today.slice(0, 4)) - YEARS_BACK}-01-01`;
  const context = { earliest, latest: today, timeZone, serialShift, order: answers.order };
  const { open, values: dates } = readMoments(cellsOf(columns.date), context);
  const clocks = (column: number | null) => (column === null ? [] : readClocks(cellsOf(column), context));
  return {
    ...{ body, openOrder: open, dates },
    ...{ arrivals: clocks(columns.arrival), departures: clocks(columns.departure), scanTimes: clocks(columns.time) },
  };
}
