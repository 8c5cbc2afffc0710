// What the first screen tells: today's work, what is due, what came back.

import type { Workspace } from '#client/workspace.ts';
import { addDays, workingDays } from '#shared/rules/working-time.ts';
import type { Activity } from '#shared/tables.ts';

export interface Today {
  date: string;
  activities: Activity[];
  returned: number;
  /** Drafts of earlier days. */
  earlierDrafts: number;
  /** Working days of this month before today without any entry and without leave. */
  emptyDays: number;
  skp: 'missing' | 'draft' | 'returned' | null;
}

export async function loadToday({ rows, scopes, me, today }: Workspace): Promise<Today> {
  const date = today();
  const firstOfMonth = `${date.slice(0, 7)}-01`;
  const ofState = (state: string) => rows('activity').where('[scope+state]').equals([scopes.work, state]);
  const [month, returned, drafts, skps, leaves] = await Promise.all([
    rows('activity')
      .where('[scope+date]')
      .between([scopes.work, firstOfMonth], [scopes.work, date], true, true)
      .toArray(),
    ofState('returned').count(),
    ofState('draft').toArray(),
    rows('skp').where('[scope+employeeId]').equals([scopes.plan, me]).toArray(),
    rows('leave').where('[scope+state]').equals([scopes.work, 'approved']).toArray(),
  ]);
  const logged = new Set(month.map((activity) => activity.date));
  const onLeave = (day: string) => leaves.some(({ validFrom, validUntil }) => validFrom <= day && day <= validUntil);
  const skp = skps.find(({ validFrom, validUntil }) => validFrom <= date && date <= validUntil);
  const state = skp?.state ?? 'missing';
  return {
    date,
    activities: month
      .filter((activity) => activity.date === date)
      .sort((a, b) => (a.start ?? '99').localeCompare(b.start ?? '99') || a.createdAt.localeCompare(b.createdAt)),
    returned,
    earlierDrafts: drafts.filter((activity) => activity.date < date).length,
    emptyDays: workingDays(firstOfMonth, addDays(date, -1)).filter((day) => !logged.has(day) && !onLeave(day)).length,
    skp: state === 'submitted' || state === 'approved' ? null : state,
  };
}

/** The last day before a date that has entries, for copying. */
export async function lastLoggedDay({ rows, scopes }: Workspace, before: string): Promise<Activity[]> {
  const last = await rows('activity')
    .where('[scope+date]')
    .between([scopes.work, ''], [scopes.work, before], false, false)
    .last();
  if (!last) return [];
  return rows('activity').where('[scope+date]').equals([scopes.work, last.date]).toArray();
}
