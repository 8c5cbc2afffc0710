// The last day before a date that has entries, for copying.

import { byRange, rowsBetween } from '#shared/rows.ts';
import { byTime } from '#shared/rules/activity-order.ts';
import { addDays } from '#shared/rules/working-time.ts';
import { question } from '#shared/sync/question.ts';
import { type Activity, workScope } from '#shared/tables.ts';

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
