// The last day before a date that has entries, for copying.

import { byRange, rowsBetween } from '#shared/acts/rows.ts';
import { workScope } from '#shared/scopes.ts';
import { question } from '#shared/sync/question.ts';
import { addDays } from '#shared/time/working-time.ts';
import { byTime } from '../rules/activity-order.ts';
import type { Activity } from '../tables.ts';

/** Longer than the longest leave but one without pay. */
const DAYS_BACK = 200;

export const lastDayBefore = question<{ date: string }, Activity[]>({
  reads: ({ date }, { actor }) => [byRange('activity', workScope(actor.id), 'date', spanBefore(date))],
  answer: ({ date }, { actor }, rows) => {
    const entries = rowsBetween(rows, 'activity', workScope(actor.id), 'date', spanBefore(date)).sort(byTime);
    const last = entries.at(-1)?.date;
    return entries.filter((entry) => entry.date === last);
  },
});

const spanBefore = (date: string) => [addDays(date, -DAYS_BACK), addDays(date, -1)] as const;
