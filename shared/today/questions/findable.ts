// What a person finds by typing: their own entries of the last months, and the people whom they lead today.

import { allOf, allRows, byColumn, byRange, rowsBetween, rowsWhere } from '#shared/acts/rows.ts';
import { actsFor, subordinatesOn } from '#shared/people/rules/supervision.ts';
import { agencyScope, workScope } from '#shared/scopes.ts';
import { question } from '#shared/sync/question.ts';
import { addDays } from '#shared/time/working-time.ts';
import { byTime } from '#shared/work/rules/activity-order.ts';

const DAYS_BACK = 120;

export interface Findable {
  /** The newest first. */
  entries: { id: string; title: string; date: string }[];
  /** By name. */
  people: { id: string; name: string; nip: string | null }[];
}

export const findable = question<null, Findable>({
  reads: (_none, { actor, today }) => {
    const agency = agencyScope(actor.tenant);
    return [
      byRange('activity', workScope(actor.id), 'date', [addDays(today, -DAYS_BACK), today]),
      byColumn('delegation', agency, 'toId', actor.id),
      allOf('assignment', agency),
      allOf('employee', agency),
    ];
  },
  answer: (_none, { actor, today }, rows) => {
    const agency = agencyScope(actor.tenant);
    const assignments = allRows(rows, 'assignment', agency);
    const leaders = [actor.id, ...actsFor(rowsWhere(rows, 'delegation', agency, 'toId', actor.id), actor.id, today)];
    const team = new Set<string>(leaders.flatMap((leader) => subordinatesOn(assignments, leader, today)));
    const span = [addDays(today, -DAYS_BACK), today] as const;
    return {
      entries: rowsBetween(rows, 'activity', workScope(actor.id), 'date', span)
        .sort(byTime)
        .reverse()
        .map(({ id, title, date }) => ({ id, title, date })),
      people: allRows(rows, 'employee', agency)
        .filter(({ id }) => team.has(id) && id !== actor.id)
        .map(({ id, name, nip }) => ({ id, name, nip }))
        .sort((a, b) => a.name.localeCompare(b.name)),
    };
  },
});
