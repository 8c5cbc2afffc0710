// What a file of an attendance machine says, as days of persons. A column has one meaning; what stays open is a question,
// and the rows that hang on it wait. What cannot be read is told with its row, never guessed and never left out.

import {
  isWrong,
  type Moment,
  type MomentFault,
  type OpenOrder,
  type Table,
  wordsOf,
} from '#client/table-file/reading/index.ts';
import { endsNextDay, type Hours } from '#shared/time/working-time.ts';
import type { Answers } from './answers.ts';
import { type ClockFault, clockOfDay } from './clock-of-day.ts';
import type { Columns, Layout } from './columns.ts';
import { fileColumns } from './file-columns.ts';
import { type People, type PersonProblem, pairsIn, personOf } from './persons.ts';
import type { Example, ReadDay, RecordedDay } from './recorded-day.ts';
import { type Meaning, meaningOf, plainRemark } from './remarks.ts';
import { daysOfScans, type Scan } from './scans.ts';

export type RowProblemKind =
  | PersonProblem
  | 'date-missing'
  | 'date-wrong'
  | 'date-unlikely'
  | 'date-future'
  | 'time-missing'
  | 'time-wrong'
  | 'time-unlikely'
  | 'time-reversed'
  | 'time-other-day'
  | 'half-missing'
  | 'zone-missing'
  | 'cell-error'
  | 'cell-merged'
  | 'row-broken'
  | 'duplicate';

export interface RowProblem {
  /** As the spreadsheet counts them, from 1. */
  row: number;
  kind: RowProblemKind;
  /** The title of the column, where it is one cell that is wrong. */
  column: string;
  /** What stands there. */
  found: string;
}

export interface Context extends People {
  remarks: ReadonlyMap<string, Meaning>;
  answers: Answers;
  today: string;
  timeZone: string;
  /** When somebody was to work on a day, where a shift was planned or the hours go through the night; else null. */
  shiftOn: (employeeId: string, date: string) => Hours | null;
}

export interface Reading {
  days: ReadDay[];
  problems: RowProblem[];
  questions: {
    order: OpenOrder | null;
    /** How many rows hang on it, and one of them. */
    midnight: Example | null;
    night: Example | null;
    /** Numbers of the machine that nobody has paired yet. */
    pins: { pin: string; name: string; rows: number }[];
    remarks: { plain: string; text: string; rows: number }[];
  };
  counts: { rows: number; repeated: number; excused: number; elsewhere: number };
  /** From the first day of the file to its last; null where it has none, or their order is open. */
  span: { from: string; until: string } | null;
  /** Persons and days of which the file says anything, be it wrong: who lacks a day here has nothing in the file. */
  told: ReadonlySet<string>;
  /** Persons with a row whose day nobody knows. */
  unsure: ReadonlySet<string>;
  /** Whether a row is nobody's. */
  unowned: boolean;
}

const CELL_FAULTS: Partial<Record<MomentFault, RowProblemKind>> = {
  'half-missing': 'half-missing',
  'zone-missing': 'zone-missing',
  error: 'cell-error',
  merged: 'cell-merged',
};

export const dayKey = (employeeId: string, date: string) => `${employeeId} ${date}`;

export function readAttendance(table: Table, layout: Layout, columns: Columns, context: Context): Reading {
  const { body, broken, openOrder, dates, arrivals, departures, scanTimes } = fileColumns(
    table,
    layout,
    columns,
    context,
  );
  const { answers, today } = context;
  const scanned = columns.arrival === null && columns.departure === null;
  const people = { ...context, pins: pairsIn(table.rows, columns, context) };

  const problems: RowProblem[] = broken.map(({ row, found }) => ({ row, kind: 'row-broken', column: '', found }));
  const days = new Map<string, ReadDay>();
  const scans: Scan[] = [];
  const pins = new Map<string, Reading['questions']['pins'][number]>();
  const remarks = new Map<string, Reading['questions']['remarks'][number]>();
  const [told, unsure] = [new Set<string>(), new Set<string>()];
  const counts = { rows: body.length + broken.length, repeated: 0, excused: 0, elsewhere: 0 };
  const known = openOrder ? [] : dates.flatMap((value) => (isMoment(value) && value.date <= today ? value.date : []));
  let unowned = broken.length > 0;
  let [midnight, night]: [Example | null, Example | null] = [null, null];
  const oneMore = (example: Example | null, row: number, found: string): Example =>
    example ? { ...example, rows: example.rows + 1 } : { rows: 1, row, found };

  for (const [index, { row: number, cells: row }] of body.entries()) {
    const problem = (kind: RowProblemKind, column: number | null, found?: string) => {
      const words = found ?? (column === null ? '' : wordsOf(row[column]));
      problems.push({ row: number, kind, column: (column !== null && layout.titles[column]) || '', found: words });
    };
    const person = personOf(row, columns, people);
    if ('problem' in person) {
      problem(person.problem, columns.nip, person.found);
      // Who is not of this agency lacks no day in it.
      unowned ||= person.problem !== 'nip-unknown';
      continue;
    }
    if ('elsewhere' in person) {
      counts.elsewhere += 1;
      continue;
    }
    if ('ask' in person) {
      const { ask: pin, name } = person;
      pins.set(pin, { pin, name, rows: (pins.get(pin)?.rows ?? 0) + 1 });
      continue;
    }
    const { employeeId } = person;
    const date = dates[index];
    if (!isMoment(date) || date.date > today) {
      const fault = isWrong(date)
        ? (CELL_FAULTS[date.wrong] ?? dateFault(date.wrong))
        : date
          ? 'date-future'
          : 'date-missing';
      problem(fault, columns.date);
      unsure.add(employeeId);
      continue;
    }
    const key = dayKey(employeeId, date.date);
    told.add(key);
    const remark = columns.remark === null ? '' : wordsOf(row[columns.remark]);
    const meaning = meaningOf(remark, context.remarks);
    if (meaning === null) {
      const plain = plainRemark(remark);
      remarks.set(plain, { plain, text: remark, rows: (remarks.get(plain)?.rows ?? 0) + 1 });
      continue;
    }
    if (meaning === 'excused') {
      counts.excused += 1;
      continue;
    }
    if (scanned && meaning === 'nothing') {
      const scan = columns.time === null ? date : (scanTimes[index] ?? null);
      if (isWrong(scan)) problem(timeFault(scan.wrong), columns.time);
      else if (!scan?.time) problem('time-missing', columns.time ?? columns.date);
      else if (scan.date && scan.date !== date.date) problem('time-other-day', columns.time);
      else if (scan.time !== '00:00' || answers.midnight === 'midnight') {
        scans.push({ employeeId, date: date.date, time: scan.time, row: number });
      } else if (answers.midnight === null) midnight = oneMore(midnight, number, `${date.date} ${scan.time}`);
      continue;
    }
    const absent = meaning === 'absent';
    const clocked = clockOfDay(date.date, absent ? null : arrivals[index], absent ? null : departures[index]);
    if ('faults' in clocked) {
      for (const { of, wrong } of clocked.faults) problem(timeFault(wrong), columns[of]);
      continue;
    }
    const { arrival: came, departure: went } = clocked;
    if ((came === '00:00' || went === '00:00') && answers.midnight === null) {
      midnight = oneMore(midnight, number, `${came ?? '–'} – ${went ?? '–'}`);
      continue;
    }
    const none = (time: string | null) => (time === '00:00' && answers.midnight === 'none' ? null : time);
    const [arrival, departure] = [none(came), none(went)];
    const planned = context.shiftOn(employeeId, date.date);
    const isNight = answers.night === 'night' || (planned !== null && endsNextDay(planned));
    if (arrival && departure && clocked.order === 'open' && !isNight) {
      if (answers.night === null) night = oneMore(night, number, `${arrival} – ${departure}`);
      else problem('time-reversed', columns.departure, `${arrival} – ${departure}`);
      continue;
    }
    const day = { employeeId, date: date.date, arrival, departure, duty: meaning === 'duty', row: number };
    const before = days.get(key);
    if (!before) days.set(key, day);
    else if (sameDay(before, day)) counts.repeated += 1;
    else problem('duplicate', columns.date);
  }

  const passed = daysOfScans(scans, { night: answers.night, shiftOn: context.shiftOn });
  for (const day of passed.days) {
    const key = dayKey(day.employeeId, day.date);
    // A remark such as duty stands above a scan of the same day.
    if (!days.has(key)) days.set(key, day);
  }
  counts.repeated += passed.repeated;
  known.sort();
  const [from, until] = [known[0], known.at(-1)];
  return {
    span: from && until ? { from, until } : null,
    ...{ problems: problems.sort((a, b) => a.row - b.row), counts, told, unsure, unowned },
    // Of which month a day is, is not known before the order is.
    days: openOrder ? [] : [...days.values()],
    questions: {
      ...{ order: openOrder, midnight, night: night ?? passed.open },
      ...{ pins: [...pins.values()], remarks: [...remarks.values()].sort((a, b) => b.rows - a.rows) },
    },
  };
}

const isMoment = (value: Moment | { wrong: MomentFault } | null | undefined): value is Moment =>
  !!value && 'date' in value;

const dateFault = (fault: MomentFault): RowProblemKind => (fault === 'unlikely' ? 'date-unlikely' : 'date-wrong');
const TIME_FAULTS: Partial<Record<ClockFault['wrong'], RowProblemKind>> = {
  ...CELL_FAULTS,
  unlikely: 'time-unlikely',
  'other-day': 'time-other-day',
  reversed: 'time-reversed',
};
const timeFault = (fault: ClockFault['wrong']): RowProblemKind => TIME_FAULTS[fault] ?? 'time-wrong';

const sameDay = (a: RecordedDay, b: RecordedDay) =>
  a.arrival === b.arrival && a.departure === b.departure && a.duty === b.duty;
