// What is odd about the times of a person's entries (shared/work/rules/odd-work.ts), for whoever decides them; and what lies
// beside an entry that is being written.

import { byRange, rowsBetween } from '#shared/acts/rows.ts';
import { groupBy } from '#shared/group-by.ts';
import type { EmployeeId } from '#shared/people/tables.ts';
import { workScope } from '#shared/scopes.ts';
import { question } from '#shared/sync/question.ts';
import type { Read, RowSet } from '#shared/sync/row-set.ts';
import { plainDateTime } from '#shared/time/plain-date.ts';
import { addDays } from '#shared/time/working-time.ts';
import { type Oddity, odditiesOfDay, type WrittenWork } from '../rules/odd-work.ts';
import type { Activity } from '../tables.ts';

export interface WorkOfDays {
  employeeId: EmployeeId;
  /** Both included. */
  from: string;
  until: string;
}

/** Night duty reaches into the day beside it. */
const daysAround = ({ from, until }: WorkOfDays) => [addDays(from, -1), addDays(until, 1)] as const;

const reads = (of: WorkOfDays): Read[] => [byRange('activity', workScope(of.employeeId), 'date', daysAround(of))];

/** What counts is when it was last written, or sent as it stands. */
const written = ({ id, title, date, start, end, minutes, ...at }: Activity, timeZone: string): WrittenWork => {
  const last = [at.createdAt, at.editedAt ?? '', at.submittedAt ?? ''].sort().at(-1) ?? at.createdAt;
  return { id, title, date, start, end, minutes, writtenAt: plainDateTime(last, timeZone) };
};

const workFrom = (rows: RowSet, of: WorkOfDays, timeZone: string) =>
  rowsBetween(rows, 'activity', workScope(of.employeeId), 'date', daysAround(of)).map((row) => written(row, timeZone));

/** The entries of some days and of the days beside them. */
export const workAround = question<WorkOfDays, WrittenWork[]>({
  reads,
  answer: (of, { actor }, rows) => workFrom(rows, of, actor.timeZone),
});

/** By the ids of the entries of some days; only those that are odd. */
export const oddWork = question<WorkOfDays, Map<string, Oddity[]>>({
  reads,
  answer: (of, { actor }, rows) => {
    const byDay = groupBy(workFrom(rows, of, actor.timeZone), ({ date }) => date);
    const on = (date: string) => byDay.get(date) ?? [];
    const odd = new Map<string, Oddity[]>();
    for (const [date, entries] of byDay) {
      if (date < of.from || date > of.until) continue;
      const around = [...on(addDays(date, -1)), ...entries, ...on(addDays(date, 1))];
      const odditiesOf = odditiesOfDay(entries, around);
      for (const entry of entries) {
        const found = odditiesOf(entry);
        if (found.length > 0) odd.set(entry.id, found);
      }
    }
    return odd;
  },
});
