// Working days of a month, before today, of which nothing is told: no entry, and no leave.

import type { Workspace } from '#client/workspace.ts';
import { type Calendar, workingDays } from '#shared/rules/calendar.ts';
import { isAway } from '#shared/rules/leave-days.ts';
import { addDays } from '#shared/rules/working-time.ts';

/** In the order of the calendar, of the month of today. */
export async function loadEmptyDays({ rows, scopes, today }: Workspace, calendar: Calendar): Promise<string[]> {
  const from = `${today().slice(0, 7)}-01`;
  const until = addDays(today(), -1);
  const [entries, leaves] = await Promise.all([
    rows('activity').where('[scope+date]').between([scopes.work, from], [scopes.work, until], true, true).toArray(),
    rows('leave').where('[scope+state]').equals([scopes.work, 'approved']).toArray(),
  ]);
  const logged = new Set(entries.map(({ date }) => date));
  const onLeave = (day: string) => leaves.some((leave) => isAway(leave, day));
  return workingDays(calendar, { from, until }).filter((day) => !logged.has(day) && !onLeave(day));
}
