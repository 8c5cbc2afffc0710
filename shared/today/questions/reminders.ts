// The inbox of reminders: what has a last day and is not filled in yet, of one's own and of whoever one rates. It is reckoned
// on the device from the rules that judge it afterwards, so that it is there without a network and never says another day.

import { allRows, byColumn, byRange, rowsBetween, rowsWhere } from '#shared/acts/rows.ts';
import { ratingsDue, yearsOpenOn } from '#shared/deadlines/questions/ratings.ts';
import { unratedPeriods } from '#shared/deadlines/rules/periods.ts';
import { lacksPlanSince, planPeriod } from '#shared/deadlines/rules/plan.ts';
import { groupBy } from '#shared/group-by.ts';
import { agencyScope, planScope, workScope } from '#shared/scopes.ts';
import { type Asking, question } from '#shared/sync/question.ts';
import type { RowSet } from '#shared/sync/row-set.ts';
import { addDays, datesIn } from '#shared/time/working-time.ts';
import { ownRuleReads, ownRules, rulesFrom } from '#shared/time-rules/questions/time-rules.ts';
import { hoursOn, type TimeRules, withExtensions } from '#shared/time-rules/rules/calendar.ts';
import type { Filling } from '#shared/time-rules/rules/extensions.ts';
import type { MovedDay } from '#shared/time-rules/rules/moved-day.ts';
import { deadlineOf, instantOf } from '#shared/time-rules/rules/timeliness.ts';
import { dayState } from '#shared/work/rules/day-state.ts';

export interface Reminder {
  filling: Filling;
  /** Days of work, or evaluations to rate; else 1. */
  count: number;
  /** Of an evaluation. */
  period: string | null;
  /** Of the own evaluation. */
  skpId: string | null;
  /** An instant; null while an outage that moves it goes on. */
  deadline: string | null;
  /** It is near, or past. */
  urgent: boolean;
}

/** So many days before a last day it is near. */
const NEAR_DAYS = 3;
/** Work of earlier days may still be in time: by an outage, or opened again. */
const DAYS_BACK = 31;

const spanBack = (today: string) => [addDays(today, -DAYS_BACK), today] as const;

/** What is near or past first, then by the last day. */
export const reminders = question<null, Reminder[]>({
  reads: (_none, asking, rows) => {
    const { actor, today } = asking;
    const work = workScope(actor.id);
    return [
      byColumn('skp', planScope(actor.id), 'employeeId', actor.id),
      { table: 'evaluation', scope: work, all: true },
      byRange('activity', work, 'date', spanBack(today)),
      byColumn('leave', work, 'state', 'approved'),
      ...ownRuleReads(actor),
      ...ratingsDue.reads(null, asking, rows),
    ];
  },
  answer: (_none, asking, rows) =>
    [...ownPlan(rows, asking), ...ownDays(rows, asking), ...ownPeriods(rows, asking), ...toRate(rows, asking)].sort(
      (a, b) =>
        Number(b.urgent) - Number(a.urgent) ||
        (a.deadline ?? '9').localeCompare(b.deadline ?? '9') ||
        a.filling.localeCompare(b.filling),
    ),
});

/** The agency's days, with what is opened again for the person. */
function agencyRules(rows: RowSet, { actor }: Asking): TimeRules {
  const agency = agencyScope(actor.tenant);
  const assignments = rowsWhere(rows, 'assignment', agency, 'employeeId', actor.id);
  return withExtensions(rulesFrom(rows, agency, actor.timeZone), { employeeId: actor.id, assignments });
}

type What = Pick<Reminder, 'filling'> & Partial<Pick<Reminder, 'count' | 'period' | 'skpId'>>;

function remind(what: What, { until }: Pick<MovedDay, 'until'>, { actor, today }: Asking): Reminder {
  const deadline = until === null ? null : new Date(instantOf(until, '24:00', actor.timeZone)).toISOString();
  const urgent = until !== null && until <= addDays(today, NEAR_DAYS);
  return { count: 1, period: null, skpId: null, ...what, deadline, urgent };
}

const ownSkps = (rows: RowSet, { actor }: Asking) =>
  rowsWhere(rows, 'skp', planScope(actor.id), 'employeeId', actor.id);

function ownPlan(rows: RowSet, asking: Asking): Reminder[] {
  const { actor, today } = asking;
  const assignments = rowsWhere(rows, 'assignment', agencyScope(actor.tenant), 'employeeId', actor.id);
  const since = lacksPlanSince(today, { assignments, skps: ownSkps(rows, asking) });
  return since === null ? [] : [remind({ filling: 'plan' }, planPeriod(since, agencyRules(rows, asking)), asking)];
}

/** Working days without an entry that may still be logged in time; that of today once its hours are over. */
function ownDays(rows: RowSet, { actor, today, now }: Asking): Reminder[] {
  const work = workScope(actor.id);
  const [from, until] = spanBack(today);
  const activities = rowsBetween(rows, 'activity', work, 'date', [from, until]);
  const leaves = rowsWhere(rows, 'leave', work, 'state', 'approved');
  const rules = ownRules(rows, actor);
  const { calendar, timeZone } = rules;
  const hours = hoursOn(calendar, today);
  const dayIsOver = hours !== null && Date.parse(now) >= instantOf(today, hours.end, timeZone);
  const open = datesIn({ from, until })
    .filter((date) => {
      const state = dayState(date, { activities, leaves, calendar, today });
      return state === 'empty' || (state === 'ahead' && dayIsOver);
    })
    .map((date) => deadlineOf(date, rules).deadline)
    .filter((deadline) => deadline === null || deadline > Date.parse(now));
  const [first] = open.filter((deadline) => deadline !== null).sort((a, b) => a - b);
  if (open.length === 0) return [];
  const deadline = first === undefined ? null : new Date(first).toISOString();
  return [{ filling: 'work', count: open.length, period: null, skpId: null, deadline, urgent: deadline !== null }];
}

function ownPeriods(rows: RowSet, asking: Asking): Reminder[] {
  const { actor, today } = asking;
  const rules = agencyRules(rows, asking);
  const known = { skps: ownSkps(rows, asking), evaluations: allRows(rows, 'evaluation', workScope(actor.id)) };
  return yearsOpenOn(today)
    .flatMap((year) => unratedPeriods(known, { year, before: today, rules }))
    .filter(({ toAssess }) => toAssess)
    .map(({ skpId, period, assess }) => remind({ filling: 'assessment', skpId, period }, assess, asking));
}

/** A period of several people is one line, by the last day that comes first. */
function toRate(rows: RowSet, asking: Asking): Reminder[] {
  const due = (ratingsDue.answer(null, asking, rows) ?? []).filter(({ ready }) => ready);
  return [...groupBy(due, ({ period }) => period)].map(([period, all]) => {
    const [first] = all.map(({ rate }) => rate).sort((a, b) => (a.until ?? '9').localeCompare(b.until ?? '9'));
    return remind({ filling: 'rating', period, count: all.length }, first ?? { until: null }, asking);
  });
}
