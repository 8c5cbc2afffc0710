// A week of one's own work as a sheet: a row for each kind of work, a column for each day from Monday on.

import { byColumn, byRange, rowsBetween, rowsWhere } from '#shared/acts/rows.ts';
import { groupBy } from '#shared/group-by.ts';
import type { Result } from '#shared/plan/tables.ts';
import { workScope } from '#shared/scopes.ts';
import { question } from '#shared/sync/question.ts';
import { addDays, earlierOf } from '#shared/time/working-time.ts';
import { ownRuleReads, ownRules } from '#shared/time-rules/questions/time-rules.ts';
import { hoursOn } from '#shared/time-rules/rules/calendar.ts';
import { timelinessOf } from '#shared/time-rules/rules/timeliness.ts';
import { byTime } from '../rules/activity-order.ts';
import { type DayState, dayState, weekOf } from '../rules/day-state.ts';
import { type UsualWork, usualWork, workKey } from '../rules/usual-work.ts';
import type { Activity } from '../tables.ts';
import { resultReads, resultsFrom } from './results-on.ts';

/** What is older says little of this week. */
const DAYS_BACK = 60;
/** Usual kinds that are offered though neither this week nor the one before has any of them. */
const MOST_USUAL = 6;

export interface WeekDay {
  date: string;
  state: DayState;
  /** Its work may be logged: it has begun. */
  isOpen: boolean;
  /** What is logged or changed from now on counts as late. */
  isLate: boolean;
  /** Until when it counts in time, an instant; null while an outage that moves it goes on. */
  deadline: string | null;
  /** When the working hours begin; null where it is no working day. */
  hours: { start: string } | null;
  /** All entries of the day, in order of time. */
  entries: Activity[];
}

/** `resultId` is empty where it is for the person to choose. */
export type WeekKind = Omit<UsualWork, 'key'> & {
  /** Of its title and unit (workKey). */
  key: string;
  /** Entries by day, Monday first. */
  entries: Activity[][];
  /** What the same days of the week before had, all entries together. */
  before: ({ minutes: number; quantity: number } | null)[];
};

export interface WeekWork {
  monday: string;
  days: WeekDay[];
  kinds: WeekKind[];
  /** The RHK that the work of this week can support. */
  results: Result[];
}

export const weekWork = question<{ date: string }, WeekWork>({
  reads: ({ date }, { actor }) => [
    byRange('activity', workScope(actor.id), 'date', spanOf(date)),
    byColumn('leave', workScope(actor.id), 'state', 'approved'),
    ...resultReads(actor.id),
    ...ownRuleReads(actor),
  ],
  answer: ({ date }, { actor, today, now }, rows) => {
    const dates = weekOf(date);
    const [monday = date, sunday = date] = [dates[0], dates[6]];
    const work = workScope(actor.id);
    const logged = rowsBetween(rows, 'activity', work, 'date', spanOf(date)).sort(byTime);
    const leaves = rowsWhere(rows, 'leave', work, 'state', 'approved');
    const rules = ownRules(rows, actor);
    const results = resultsFrom(rows, actor.id, earlierOf(sunday, today));
    const days = dates.map((day): WeekDay => {
      const timeliness = timelinessOf({ date: day, loggedAt: now, clock: 'trusted', editedAt: null }, rules);
      return {
        date: day,
        state: dayState(day, { activities: logged, leaves, calendar: rules.calendar, today }),
        isOpen: day <= today,
        isLate: timeliness.verdict === 'late',
        deadline: timeliness.deadline,
        hours: hoursOn(rules.calendar, day),
        entries: logged.filter((entry) => entry.date === day),
      };
    });
    const known = results.map(({ id }) => id);
    return { monday, days, results, kinds: kindsOf(logged, { monday, dates, results: known }) };
  },
});

const spanOf = (date: string) => {
  const [monday = date, sunday = date] = [weekOf(date)[0], weekOf(date)[6]];
  return [addDays(monday, -DAYS_BACK), sunday] as const;
};

/** The usual ones first, then what else this week or the one before has. */
function kindsOf(
  logged: readonly Activity[],
  { monday, dates, results }: { monday: string; dates: readonly string[]; results: readonly string[] },
): WeekKind[] {
  const usual = usualWork(logged, { today: monday, results, most: MOST_USUAL });
  const lastMonday = addDays(monday, -7);
  const near = groupBy(
    logged.filter(({ date }) => date >= lastMonday),
    workKey,
  );
  const others = [...near.keys()].filter((key) => usual.every((kind) => kind.key !== key)).sort();
  const kinds = [...usual, ...others.flatMap((key) => kindFrom(key, near.get(key) ?? [], results))];
  return kinds.map((kind) => {
    const entries = near.get(kind.key) ?? [];
    const on = (date: string) => entries.filter((entry) => entry.date === date);
    return {
      ...kind,
      entries: dates.map(on),
      before: dates.map((date) => together(on(addDays(date, -7)))),
    };
  });
}

/** As it was last logged. */
function kindFrom(key: string, entries: readonly Activity[], results: readonly string[]): UsualWork[] {
  const last = entries.at(-1);
  if (!last) return [];
  const { title, description, quantity, unit, minutes, start, end } = last;
  const [only] = results.length === 1 ? results : [];
  const resultId = results.includes(last.resultId) ? last.resultId : (only ?? '');
  return [
    {
      key,
      title,
      description,
      resultId,
      quantity,
      unit,
      minutes,
      start: start !== null && end !== null ? start : null,
    },
  ];
}

function together(entries: readonly Activity[]): { minutes: number; quantity: number } | null {
  if (entries.length === 0) return null;
  const sum = (of: (entry: Activity) => number) => entries.reduce((total, entry) => total + of(entry), 0);
  return { minutes: sum(({ minutes }) => minutes), quantity: sum(({ quantity }) => quantity) };
}
