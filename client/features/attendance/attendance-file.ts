// What a file of an attendance machine says, row by row. Machines and spreadsheets differ: columns are guessed and can be
// chosen, dates and times come as text, as dates or as numbers, and a day as one row or as one row for each time somebody
// passed. What cannot be read is told with its row, never guessed.

import { type Calendar, workingDays } from '#shared/rules/calendar.ts';

export type Cell = string | number | boolean | Date | null | undefined;

export const FIELDS = ['nip', 'date', 'arrival', 'departure', 'status'] as const;
export type Field = (typeof FIELDS)[number];
/** The column of each field, from 0; null where the file has none. */
export type Columns = Record<Field, number | null>;

export interface RecordedDay {
  employeeId: string;
  date: string;
  arrival: string | null;
  departure: string | null;
  duty: boolean;
}

export type RowProblemKind =
  | 'nip-missing'
  | 'nip-number'
  | 'nip-wrong'
  | 'nip-unknown'
  | 'date-wrong'
  | 'date-future'
  | 'time-wrong'
  | 'time-reversed'
  | 'duplicate';

export interface RowProblem {
  /** As the spreadsheet counts them, from 1. */
  row: number;
  kind: RowProblemKind;
  /** What stands there. */
  found: string;
}

const NAMES: Record<Field, RegExp> = {
  nip: /\bnip\b|nomor induk|employee.?(id|no)/i,
  date: /tanggal|\btgl\b|\bdate\b|waktu|time$/i,
  arrival: /datang|masuk|\bin\b|check.?in|scan.?1/i,
  departure: /pulang|keluar|\bout\b|check.?out|scan.?2/i,
  status: /keterangan|\bket\b|status|remark/i,
};
const DUTY = /dinas|tugas luar|\bdl\b|sppd|perjalanan/i;

const textOf = (cell: Cell): string => (cell instanceof Date ? cell.toISOString() : String(cell ?? '')).trim();

/** The columns by their titles; each is taken once. */
export function guessColumns(titles: readonly Cell[]): Columns {
  const taken = new Set<number>();
  const columns = {} as Columns;
  for (const field of ['nip', 'arrival', 'departure', 'status', 'date'] as const) {
    const found = titles.findIndex((title, index) => !taken.has(index) && NAMES[field].test(textOf(title)));
    columns[field] = found === -1 ? null : found;
    if (found !== -1) taken.add(found);
  }
  return columns;
}

/** The row of the titles, from 0: the first that names a NIP and a date, else the first that is not empty. */
export function titleRow(rows: readonly (readonly Cell[])[]): number {
  const named = rows.slice(0, 20).findIndex((row) => {
    const { nip, date } = guessColumns(row);
    return nip !== null && date !== null;
  });
  return named !== -1
    ? named
    : Math.max(
        0,
        rows.findIndex((row) => row.some((cell) => textOf(cell) !== '')),
      );
}

export interface Context {
  /** Employees by NIP. */
  employees: ReadonlyMap<string, string>;
  today: string;
}

interface Read extends RecordedDay {
  row: number;
}

/** The days that the rows after the titles tell, and the rows that cannot be used. */
export function readAttendance(
  rows: readonly (readonly Cell[])[],
  columns: Columns,
  { employees, today }: Context,
): { days: RecordedDay[]; problems: RowProblem[] } {
  const first = titleRow(rows) + 1;
  const problems: RowProblem[] = [];
  const days = new Map<string, Read>();
  const cell = (row: readonly Cell[], field: Field) => {
    const column = columns[field];
    return column === null ? null : row[column];
  };
  for (const [index, row] of rows.entries()) {
    if (index < first || row.every((one) => textOf(one) === '')) continue;
    const problem = (kind: RowProblemKind, found: Cell) =>
      problems.push({ row: index + 1, kind, found: textOf(found) });
    const nip = readNip(cell(row, 'nip'));
    if (typeof nip !== 'string') {
      problem(nip.wrong, cell(row, 'nip'));
      continue;
    }
    const employeeId = employees.get(nip);
    if (employeeId === undefined) {
      problem('nip-unknown', nip);
      continue;
    }
    const date = readDate(cell(row, 'date'));
    if (date === null || date > today) {
      problem(date === null ? 'date-wrong' : 'date-future', cell(row, 'date'));
      continue;
    }
    const duty = DUTY.test(textOf(cell(row, 'status')));
    // One row for each time somebody passed: the time stands beside the date, and there is no column for the departure.
    const single = columns.departure === null;
    const arrival = readTime(columns.arrival === null ? cell(row, 'date') : cell(row, 'arrival'));
    const departure = readTime(cell(row, 'departure'));
    if (arrival === 'wrong' || departure === 'wrong') {
      problem('time-wrong', arrival === 'wrong' ? cell(row, 'arrival') : cell(row, 'departure'));
      continue;
    }
    if (arrival && departure && departure < arrival) {
      problem('time-reversed', `${arrival}–${departure}`);
      continue;
    }
    const key = `${employeeId} ${date}`;
    const before = days.get(key);
    if (before && !single) {
      problem('duplicate', `${nip}, ${date}`);
      continue;
    }
    const read = { row: index + 1, employeeId, date, arrival, departure, duty };
    days.set(key, before ? merged(before, read) : read);
  }
  const read = [...days.values()].map(({ row: _row, ...day }) => (columns.departure === null ? fromPasses(day) : day));
  return { days: read, problems };
}

/** Two passes of a day: the earliest and the latest. */
function merged(a: Read, b: Read): Read {
  const times = [a.arrival, a.departure, b.arrival].filter((time): time is string => time !== null).sort();
  const [earliest = null] = times;
  const latest = times.length > 1 ? (times.at(-1) ?? null) : null;
  return { ...a, arrival: earliest, departure: latest, duty: a.duty || b.duty };
}

/** Who passed once only came, in the morning, or went. */
function fromPasses(day: RecordedDay): RecordedDay {
  const once = day.arrival !== null && day.departure === null;
  return once && (day.arrival ?? '') >= '12:00' ? { ...day, arrival: null, departure: day.arrival } : day;
}

function readNip(cell: Cell): string | { wrong: RowProblemKind } {
  const text = textOf(cell).replace(/^'/, '').replace(/[\s.]/g, '');
  if (text === '') return { wrong: 'nip-missing' };
  // A spreadsheet holds fifteen digits of a number: the last three of a NIP are gone.
  if (typeof cell === 'number' || /^\d([.,]?\d+)?e\+?\d+$/i.test(text)) return { wrong: 'nip-number' };
  return /^\d{18}$/.test(text) ? text : { wrong: 'nip-wrong' };
}

const DAY_MS = 86_400_000;
/** Day 0 of spreadsheets, which count the 29 February 1900 that never was. */
const SHEET_EPOCH = Date.UTC(1899, 11, 30);

function readDate(cell: Cell): string | null {
  if (cell instanceof Date) return cell.toISOString().slice(0, 10);
  if (typeof cell === 'number')
    return cell > 20_000 && cell < 80_000
      ? new Date(SHEET_EPOCH + Math.floor(cell) * DAY_MS).toISOString().slice(0, 10)
      : null;
  const text = textOf(cell);
  const iso = /^(\d{4})[-/.](\d{1,2})[-/.](\d{1,2})(?!\d)/.exec(text);
  const local = /^(\d{1,2})[-/.](\d{1,2})[-/.](\d{4})(?!\d)/.exec(text);
  const [year, month, day] = iso ? iso.slice(1) : local ? local.slice(1).reverse() : [];
  if (!year || !month || !day) return null;
  const date = `${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`;
  const at = new Date(`${date}T00:00:00Z`);
  return !Number.isNaN(at.getTime()) && at.toISOString().startsWith(date) ? date : null;
}

/** HH:MM, also of a date with a time; null where there is none. */
function readTime(cell: Cell): string | null | 'wrong' {
  if (cell === null || cell === undefined) return null;
  if (cell instanceof Date) return cell.toISOString().slice(11, 16);
  if (typeof cell === 'number') {
    // The part of a day, as spreadsheets keep times. Half a minute makes up for what floating point loses.
    const minutes = Math.floor((cell % 1) * 1440 + 1 / 120);
    return `${two(Math.floor(minutes / 60) % 24)}:${two(minutes % 60)}`;
  }
  const text = textOf(cell);
  if (/^[-–:.\s]*$/.test(text)) return null;
  const found = /(?:^|[T\s])(\d{1,2})[:.](\d{2})(?:[:.]\d{2})?(?:\.\d+)?Z?$/.exec(text);
  if (!found) return /^\d{4}[-/.]\d|^\d{1,2}[-/.]\d{1,2}[-/.]\d{4}/.test(text) ? null : 'wrong';
  const [hour, minute] = [Number(found[1]), Number(found[2])];
  return hour < 24 && minute < 60 ? `${two(hour)}:${two(minute)}` : 'wrong';
}

const two = (value: number) => String(value).padStart(2, '0');

/** With a day of absence for each working day between the first and the last day of the file that somebody in it lacks. */
export function withAbsences(days: readonly RecordedDay[], calendar: Calendar): RecordedDay[] {
  const dates = days.map(({ date }) => date).sort();
  const [from, until] = [dates[0], dates.at(-1)];
  if (!from || !until) return [];
  const had = new Set(days.map(({ employeeId, date }) => `${employeeId} ${date}`));
  const missing = [...new Set(days.map(({ employeeId }) => employeeId))].flatMap((employeeId) =>
    workingDays(calendar, { from, until })
      .filter((date) => !had.has(`${employeeId} ${date}`))
      .map((date) => ({ employeeId, date, arrival: null, departure: null, duty: false })),
  );
  return [...days, ...missing];
}
