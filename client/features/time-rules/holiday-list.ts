// A list of holidays, from a file or as somebody pastes it: by the same reader as every table that comes in. The order of day
// and month is decided by the whole column; a row that cannot be used is named, never left out in silence.

import {
  bodyOf,
  byTitle,
  type Cell,
  isFault,
  isWrong,
  type OpenOrder,
  type Order,
  plainTitle,
  type Row,
  readMoments,
  type Table,
  wordsOf,
} from '#client/table-file/reading/index.ts';
import type { Holiday, HolidayKind } from '#shared/time-rules/rules/holidays.ts';

export type HolidayProblem =
  | 'date-missing'
  | 'date-wrong'
  | 'date-unlikely'
  | 'name-missing'
  | 'name-long'
  | 'kind-unknown'
  | 'cell-error'
  | 'cell-merged'
  | 'row-broken'
  | 'duplicate';

export interface HolidayList {
  days: { row: number; day: Holiday }[];
  problems: { row: number; kind: HolidayProblem; found: string }[];
  /** What the dates leave open: it is asked, and nothing is saved before. */
  open: OpenOrder | null;
  /** Rows with something in them, beside the titles. */
  rows: number;
  titleRow: number | null;
  titles: string[];
  columns: Columns;
}

type Columns = Record<'date' | 'name' | 'kind', number | null>;

const TITLES = {
  date: [/^(tanggal|tgl)( (libur|hari libur|cuti bersama))?$/, /^date$/],
  name: [/^(nama|keterangan|uraian|peringatan|hari libur)\b/, /^(libur|hari besar)$/, /^name$/],
  kind: [/^(jenis|kategori|status)\b/, /^(kind|type)$/],
};
const WEEKDAY = /^(senin|selasa|rabu|kamis|jum['’]?at|sabtu|minggu|ahad)$/i;
const LONGEST_NAME = 200;

/** `order`: what a person answered; `today`: plain date. */
export function readHolidays(
  table: Omit<Table, 'sheet'>,
  { today, order }: { today: string; order: Order | null },
): HolidayList {
  const titled = byTitle(table.rows, TITLES);
  const { titleRow, titles } = titled;
  const year = Number(today.slice(0, 4));
  const context = {
    ...{ earliest: `${year - 2}-01-01`, latest: `${year + 5}-12-31`, timeZone: 'UTC' },
    serialShift: table.serialShift,
    order,
  };
  const { rows: body, broken } = bodyOf(table, titled);
  const dateAt = (row: Row) => readMoments(row, { ...context, order: order ?? 'dmy' }).values;
  const columns =
    titleRow === null
      ? byContent(
          body.map(({ cells }) => cells),
          dateAt,
        )
      : titled.columns;
  const at = (row: Row, column: number | null): Cell => (column === null ? null : row[column]);
  const { values, open } = readMoments(
    body.map(({ cells }) => at(cells, columns.date)),
    context,
  );
  const list: HolidayList = { days: [], problems: [], open, rows: body.length, titleRow, titles, columns };
  const seen = new Map<string, Holiday>();
  for (const [index, { row, cells }] of body.entries()) {
    const date = values[index] ?? null;
    const [name, kind] = [at(cells, columns.name), at(cells, columns.kind)];
    const wrong = (what: HolidayProblem, cell: Cell) => list.problems.push({ row, kind: what, found: wordsOf(cell) });
    const fault = [at(cells, columns.date), name, kind].find(isFault);
    if (fault) wrong(fault.fault === 'merged' ? 'cell-merged' : 'cell-error', fault);
    else if (date === null) wrong('date-missing', at(cells, columns.date));
    else if (isWrong(date) || date.date > context.latest)
      wrong(isWrong(date) && date.wrong !== 'unlikely' ? 'date-wrong' : 'date-unlikely', at(cells, columns.date));
    else if (wordsOf(name) === '') wrong('name-missing', name);
    else if (wordsOf(name).length > LONGEST_NAME) wrong('name-long', name);
    else {
      const is = kindOf(wordsOf(kind), wordsOf(name));
      const day = is && { date: date.date, name: wordsOf(name), kind: is };
      const before = seen.get(date.date);
      if (!day) wrong('kind-unknown', kind);
      else if (!before) {
        seen.set(day.date, day);
        list.days.push({ row, day });
      } else if (before.name !== day.name || before.kind !== day.kind) wrong('duplicate', at(cells, columns.date));
    }
  }
  for (const { row, found } of broken) list.problems.push({ row, kind: 'row-broken', found });
  list.problems.sort((a, b) => a.row - b.row);
  return list;
}

/** Null where the words say none. */
function kindOf(kind: string, name: string): HolidayKind | null {
  if (/cuti/i.test(kind) || (kind === '' && /^cuti bersama/i.test(name))) return 'cuti-bersama';
  if (/kerja|masuk/i.test(kind)) return 'kerja';
  return kind === '' || /libur|nasional|fakultatif/i.test(kind) ? 'libur' : null;
}

/** Without titles: the first column of dates, then the first that is no number and no weekday, then what may say the kind. */
function byContent(rows: readonly Row[], dateAt: (row: Row) => readonly unknown[]): Columns {
  const width = Math.max(0, ...rows.map((row) => row.length));
  const read = rows.map(dateAt);
  const mostly = (is: (row: Row, index: number) => boolean) => rows.filter(is).length > rows.length / 2;
  const all = Array.from({ length: width }, (_, column) => column);
  const isDates = (column: number) =>
    mostly((row, index) => {
      const value = read[index]?.[column];
      return typeof row[column] !== 'boolean' && typeof value === 'object' && value !== null && 'date' in value;
    });
  const date = all.find(isDates) ?? all[0] ?? null;
  const isName = (column: number) =>
    mostly((row) => {
      const words = wordsOf(row[column]);
      return words !== '' && !/^\d+$/.test(words) && !WEEKDAY.test(plainTitle(words));
    });
  const name = all.find((column) => column !== date && isName(column)) ?? null;
  const kind = all.find((column) => name !== null && column > name && column !== date) ?? null;
  return { date, name, kind };
}
