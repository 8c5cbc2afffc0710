// What was understood of a file of attendance, in words: its days beside the file's own words, and its problems.

import { attendanceWords as words } from '#client/i18n/attendance.ts';
import { formatDate } from '#client/i18n/index.ts';
import { fileWords, type SampleRow, type ShownProblem } from '#client/table-file/index.ts';
import type { Table } from '#client/table-file/reading/index.ts';
import type { RowProblem } from './attendance-file.ts';
import { type Columns, FIELDS } from './columns.ts';
import type { ReadDay, RecordedDay } from './recorded-day.ts';

const MOMENTS = ['date', 'time', 'arrival', 'departure'] as const;

/** Of the days that stand in the file. */
export const sampleRows = (
  days: readonly (ReadDay | RecordedDay)[],
  table: Table,
  columns: Columns,
  names: ReadonlyMap<string, string>,
): SampleRow[] =>
  days.flatMap((day) =>
    'row' in day
      ? {
          row: day.row,
          file: fileWords(
            table,
            day.row,
            FIELDS.map((field) => columns[field]),
            MOMENTS.map((field) => columns[field]),
          ),
          title: names.get(day.employeeId) ?? '',
          read: `${formatDate(day.date)}: ${understood(day)}`,
        }
      : [],
  );

function understood({ arrival, departure, duty }: RecordedDay): string {
  if (duty) return words.duty;
  const next = arrival && departure && departure < arrival ? words.nextDay : '';
  return `${words.came(arrival, departure)}${next}`;
}

export const shownProblems = (problems: readonly RowProblem[]): ShownProblem[] =>
  problems.map(({ row, kind, column, found }) => ({
    ...{ row, found },
    words: column ? `${words.problems[kind]}, ${words.column(column)}` : words.problems[kind],
    broken: kind === 'row-broken' ? found : null,
  }));
