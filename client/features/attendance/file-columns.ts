// The rows of a file below its titles, and its columns of moments, each read as a whole.

import {
  type Body,
  bodyOf,
  type ClockTime,
  type Moment,
  type OpenOrder,
  readClocks,
  readMoments,
  type Table,
  type Wrong,
} from '#client/table-file/reading/index.ts';
import type { Answers } from './answers.ts';
import type { Columns, Layout } from './columns.ts';

/** How far back attendance is brought. */
const YEARS_BACK = 5;

type Clocks = (ClockTime | Wrong | null)[];

export interface FileColumns {
  body: Body['rows'];
  broken: Body['broken'];
  openOrder: OpenOrder | null;
  dates: (Moment | Wrong | null)[];
  /** Empty where the file has no such column. */
  arrivals: Clocks;
  departures: Clocks;
  scanTimes: Clocks;
}

export function fileColumns(
  table: Table,
  layout: Layout,
  columns: Columns,
  { answers, today, timeZone }: { answers: Answers; today: string; timeZone: string },
): FileColumns {
  const { rows: body, broken } = bodyOf(table, layout);
  const cellsOf = (column: number | null) => body.map(({ cells }) => (column === null ? null : cells[column]));
  const earliest = `${Number(today.slice(0, 4)) - YEARS_BACK}-01-01`;
  const context = { earliest, latest: today, timeZone, serialShift: table.serialShift, order: answers.order };
  const { open, values: dates } = readMoments(cellsOf(columns.date), context);
  const clocks = (column: number | null) => (column === null ? [] : readClocks(cellsOf(column), context));
  return {
    ...{ body, broken, openOrder: open, dates },
    ...{ arrivals: clocks(columns.arrival), departures: clocks(columns.departure), scanTimes: clocks(columns.time) },
  };
}
