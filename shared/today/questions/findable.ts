// What a person finds by typing: their own entries of the last months, and the people whom they lead today.

import { allOf, allRows, byRange, rowsBetween } from '#shared/acts/rows.ts';
import { teamOf, teamReads } from '#shared/people/team.ts';
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
  reads: (_none, asking) => {
    const { actor, today } = asking;
    return [
      byRange('activity', workScope(actor.id), 'date', [addDays(today, -DAYS_BACK), today]),
      ...teamReads(asking),
      allOf('employee', agencyScope(actor.tenant)),
    ];
  },
  answer: (_none, asking, rows) => {
    const { actor, today } = asking;
    const agency = agencyScope(actor.tenant);
    const team = new Set<string>(teamOf(rows, asking));
    const span = [addDays(today, -DAYS_BACK), today] as const;
    return {
      entries: rowsBetween(rows, 'activity', workScope(actor.id), 'date', span)
        .sort(byTime)
        .reverse()
        .map(({ id, title, date }) => ({ id, title, date })),
      people: allRows(rows, 'employee', agency)
        .filter(({ id }) => team.has(id))
        .map(({ id, name, nip }) => ({ id, name, nip }))
        .sort((a, b) => a.name.localeCompare(b.name)),
    };
  },
});
