// The minutes of a team, person by day, in a month: whom one supervises today, also in another's place.

import { allOf, allRows, byRange, rowsBetween } from '#shared/acts/rows.ts';
import type { EmployeeId } from '#shared/people/tables.ts';
import { teamOf, teamReads } from '#shared/people/team.ts';
import { agencyScope, workScope } from '#shared/scopes.ts';
import { question } from '#shared/sync/question.ts';
import { spanOf } from '#shared/time/periods.ts';
import { addDays } from '#shared/time/working-time.ts';

export interface TeamMinutes {
  /** The days of the month. */
  dates: string[];
  /** By name; minutes by day as they are typed, in the order of the dates. */
  people: { employeeId: EmployeeId; name: string; minutes: number[] }[];
}

export const teamMinutes = question<{ month: string }, TeamMinutes>({
  reads: ({ month }, asking, rows) => {
    const agency = agencyScope(asking.actor.tenant);
    const { from, until } = spanOf(month);
    return [
      ...teamReads(asking),
      allOf('employee', agency),
      ...teamOf(rows, asking).map((id) => byRange('activity', workScope(id), 'date', [from, until])),
    ];
  },
  answer: ({ month }, asking, rows) => {
    const { from, until } = spanOf(month);
    const dates: string[] = [];
    for (let date = from; date <= until; date = addDays(date, 1)) dates.push(date);
    const team = new Set<string>(teamOf(rows, asking));
    const people = allRows(rows, 'employee', agencyScope(asking.actor.tenant))
      .filter(({ id }) => team.has(id))
      .map(({ id, name }) => {
        const employeeId = id as EmployeeId;
        const logged = rowsBetween(rows, 'activity', workScope(employeeId), 'date', [from, until]);
        const minutes = dates.map((date) =>
          logged.filter((one) => one.date === date).reduce((sum, one) => sum + one.minutes, 0),
        );
        return { employeeId, name, minutes };
      });
    return { dates, people: people.sort((a, b) => a.name.localeCompare(b.name)) };
  },
});
