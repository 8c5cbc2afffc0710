// A day of one's own work, and the week around it.

import { allRows, byColumn, byRange, rowsBetween, rowsWhere } from '#shared/acts/rows.ts';
import { allowancePolicyOn } from '#shared/allowance/rules/policy.ts';
import { workScope } from '#shared/scopes.ts';
import { question } from '#shared/sync/question.ts';
import { ownRuleReads, ownRules } from '#shared/time-rules/questions/time-rules.ts';
import type { WorkDay } from '#shared/time-rules/rules/calendar.ts';
import { minutesExpectedOn } from '#shared/time-rules/rules/required-minutes.ts';
import { timelinessOf } from '#shared/time-rules/rules/timeliness.ts';
import { byTime } from '#shared/work/rules/activity-order.ts';
import { minutesOfDays } from '#shared/work/rules/counted-minutes.ts';
import { type DayState, dayState, weekOf } from '#shared/work/rules/day-state.ts';
import type { Activity } from '#shared/work/tables.ts';

export interface Day {
  date: string;
  /** The own working day; null where it is an ordinary one of the agency. */
  ownHours: WorkDay | null;
  /** In order of time. */
  activities: Activity[];
  /** Minutes as they are typed, and as they count. */
  minutes: { typed: number; counted: number };
  /** Minutes of effective work that a working day is expected to have. */
  expected: number;
  /** From Monday to Sunday. */
  week: { date: string; state: DayState }[];
  /** What of the week is not with the superior yet, in order of time. */
  draftsOfWeek: Activity[];
  /** What counts from now on counts as late. */
  isLate: boolean;
  /** Until when it counts in time, an instant; null while an outage that moves it goes on. */
  deadline: string | null;
}

const spanOfWeek = (date: string) => {
  const week = weekOf(date);
  return [week[0] ?? date, week[6] ?? date] as const;
};

export const dayOf = question<{ date: string }, Day>({
  reads: ({ date }, { actor }) => [
    byRange('activity', workScope(actor.id), 'date', spanOfWeek(date)),
    byColumn('leave', workScope(actor.id), 'state', 'approved'),
    ...ownRuleReads(actor),
  ],
  answer: ({ date }, { actor, today, now }, rows) => {
    const work = workScope(actor.id);
    const activities = rowsBetween(rows, 'activity', work, 'date', spanOfWeek(date)).sort(byTime);
    const leaves = rowsWhere(rows, 'leave', work, 'state', 'approved');
    const ofDay = activities.filter((activity) => activity.date === date);
    const rules = ownRules(rows, actor);
    const { policies, calendar } = rules;
    const timeliness = timelinessOf({ date, loggedAt: now, clock: 'trusted', editedAt: null }, rules);
    const workDay = calendar.dayOn(date);
    const shifts = allRows(rows, 'shift', work).filter((shift) => shift.date === date);
    // A free day is news only for who works in shifts.
    const isOwn = workDay.is === 'free' ? shifts.length > 0 : workDay.is === 'unplanned' || workDay.by !== 'policy';
    return {
      date,
      ownHours: isOwn ? workDay : null,
      activities: ofDay,
      minutes: minutesOfDays(ofDay, allowancePolicyOn(policies, `${date.slice(0, 7)}-01`).dailyMost),
      expected: minutesExpectedOn(date, rules),
      week: weekOf(date).map((day) => ({
        date: day,
        state: dayState(day, { activities, leaves, calendar, today }),
      })),
      draftsOfWeek: activities.filter(({ state }) => state === 'draft'),
      isLate: timeliness.verdict === 'late',
      deadline: timeliness.deadline,
    };
  },
});
