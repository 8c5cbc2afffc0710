// What a person usually does, each kind of work with the time that a day has left for it.

import { byRange, rowsBetween } from '#shared/acts/rows.ts';
import { workScope } from '#shared/scopes.ts';
import { question } from '#shared/sync/question.ts';
import { addDays } from '#shared/time/working-time.ts';
import { ownRuleReads, ownRules } from '#shared/time-rules/questions/time-rules.ts';
import { hoursOn } from '#shared/time-rules/rules/calendar.ts';
import { freeTime, type UsualWork, usualWork, workKey } from '../rules/usual-work.ts';
import { resultReads, resultsFrom } from './results-on.ts';

/** What is older says little of today. */
const DAYS_BACK = 60;
/** More than a glance takes in are found in the form. */
const MOST = 5;

export interface OfferedWork extends UsualWork {
  /** HH:MM each, where the day has room for it. */
  time: ReturnType<typeof freeTime>;
  /** Entries of it on this day, whatever became of them. */
  count: number;
}

export const usualWorkOn = question<{ date: string }, OfferedWork[]>({
  reads: ({ date }, { actor }) => [
    byRange('activity', workScope(actor.id), 'date', [addDays(date, -DAYS_BACK), date]),
    ...resultReads(actor.id),
    ...ownRuleReads(actor),
  ],
  answer: ({ date }, { actor }, rows) => {
    const logged = rowsBetween(rows, 'activity', workScope(actor.id), 'date', [addDays(date, -DAYS_BACK), date]);
    const results = resultsFrom(rows, actor.id, date).map(({ id }) => id);
    const ofDay = logged.filter((entry) => entry.date === date);
    const hours = hoursOn(ownRules(rows, actor).calendar, date);
    return usualWork(logged, { today: date, results, most: MOST }).map((work) => {
      const count = ofDay.filter((entry) => workKey(entry) === work.key).length;
      return { ...work, time: freeTime(work, ofDay, hours), count };
    });
  },
});
