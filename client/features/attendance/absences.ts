// Days of absence for what a file does not have. Only where it is silent: a row that could not be read is no absence.

import type { EmployeeId } from '#shared/people/tables.ts';
import { type Calendar, workingDays } from '#shared/time-rules/rules/calendar.ts';
import { dayKey, type Reading } from './attendance-file.ts';
import type { ReadDay, RecordedDay } from './recorded-day.ts';

/**
 * With a day of absence for each of the person's working days between the first and the last day of the file of which it
 * says nothing. Of who works in shifts, a day of which none is planned is no absence.
 */
export function withAbsences(
  { days, told, unsure, unowned }: Reading,
  calendarOf: (employeeId: EmployeeId) => Calendar | null,
): (ReadDay | RecordedDay)[] {
  const dates = days.map(({ date }) => date).sort();
  const [from, until] = [dates[0], dates.at(-1)];
  // A row that is nobody's may be anybody's.
  if (!from || !until || unowned) return days;
  const had = new Set(days.map(({ employeeId, date }) => dayKey(employeeId, date)));
  const persons = [...new Set(days.map(({ employeeId }) => employeeId))].filter(
    (employeeId) => !unsure.has(employeeId),
  );
  const missing = persons.flatMap((employeeId) =>
    workingDaysOf(calendarOf(employeeId), { from, until })
      .filter((date) => !had.has(dayKey(employeeId, date)) && !told.has(dayKey(employeeId, date)))
      .map((date) => ({ employeeId, date, arrival: null, departure: null, duty: false })),
  );
  return [...days, ...missing];
}

const workingDaysOf = (calendar: Calendar | null, span: { from: string; until: string }) =>
  calendar ? workingDays(calendar, span) : [];
