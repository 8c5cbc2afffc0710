// The entries that a list shows: those of a month, or exactly those that a line of another screen speaks of.

import { byColumn, byRange, rowsBetween, rowsWhere } from '#shared/acts/rows.ts';
import type { EmployeeId } from '#shared/people/tables.ts';
import { workScope } from '#shared/scopes.ts';
import { type Asking, question } from '#shared/sync/question.ts';
import type { Read, RowSet } from '#shared/sync/row-set.ts';
import { spanOf } from '#shared/time/periods.ts';
import { addDays } from '#shared/time/working-time.ts';
import { ownRuleReads, ownRules } from '#shared/time-rules/questions/time-rules.ts';
import { type Calendar, workingDays } from '#shared/time-rules/rules/calendar.ts';
import { byTime } from '../rules/activity-order.ts';
import { dayState } from '../rules/day-state.ts';
import type { Activity, ActivityState } from '../tables.ts';

/**
 * returned     came back, of whatever month
 * drafts       not sent, of days before today
 * unsent       not sent, of the month of today
 * waiting      with the superior, of the month of today
 */
export type EntriesOnly = 'returned' | 'drafts' | 'unsent' | 'waiting';
export type Listed = { month: string } | { only: EntriesOnly };

const STATES: Record<EntriesOnly, ActivityState> = {
  returned: 'returned',
  drafts: 'draft',
  unsent: 'draft',
  waiting: 'submitted',
};

/** In order of time. */
export const listedEntries = question<Listed, Activity[]>({
  reads: (listed, { actor }) => {
    const work = workScope(actor.id);
    if ('only' in listed) return [byColumn('activity', work, 'state', STATES[listed.only])];
    return [byRange('activity', work, 'date', daysOf(listed))];
  },
  answer: (listed, { actor, today }, rows) => {
    const work = workScope(actor.id);
    if (!('only' in listed)) return rowsBetween(rows, 'activity', work, 'date', daysOf(listed)).sort(byTime);
    const found = rowsWhere(rows, 'activity', work, 'state', STATES[listed.only]).sort(byTime);
    if (listed.only === 'returned') return found;
    if (listed.only === 'drafts') return found.filter(({ date }) => date < today);
    return found.filter(({ date }) => date.startsWith(today.slice(0, 7)));
  },
});

function daysOf({ month }: { month: string }): readonly [from: string, until: string] {
  const { from, until } = spanOf(month);
  return [from, until];
}

const untilYesterday = (today: string) => [`${today.slice(0, 7)}-01`, addDays(today, -1)] as const;

export const emptyDayReads = (employee: EmployeeId, { today }: Pick<Asking, 'today'>): Read[] => [
  byRange('activity', workScope(employee), 'date', untilYesterday(today)),
  byColumn('leave', workScope(employee), 'state', 'approved'),
];

export function emptyDaysFrom(
  rows: RowSet,
  { employee, calendar, today }: { employee: EmployeeId; calendar: Calendar; today: string },
): string[] {
  const work = workScope(employee);
  const [from, until] = untilYesterday(today);
  const activities = rowsBetween(rows, 'activity', work, 'date', [from, until]);
  const leaves = rowsWhere(rows, 'leave', work, 'state', 'approved');
  return workingDays(calendar, { from, until }).filter(
    (date) => dayState(date, { activities, leaves, calendar, today }) === 'empty',
  );
}

/** Working days of the month of today, before today, of which nothing is told: no entry, and no leave. */
export const emptyDays = question<null, string[]>({
  reads: (_none, asking) => [...emptyDayReads(asking.actor.id, asking), ...ownRuleReads(asking.actor)],
  answer: (_none, { actor, today }, rows) => {
    const { calendar } = ownRules(rows, actor);
    return emptyDaysFrom(rows, { employee: actor.id, calendar, today });
  },
});
