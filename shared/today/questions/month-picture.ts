// A month and a year of one's own work, as pictures show them: minutes by day, each quantity of the plan against its part of
// the month, and what became of each month.

import { allOf, allRows, byColumn, byRange, rowsBetween, rowsWhere } from '#shared/acts/rows.ts';
import { allowancePolicyOn } from '#shared/allowance/rules/policy.ts';
import type { Decimal } from '#shared/decimal.ts';
import type { Predicate } from '#shared/evaluation/rules/rating.ts';
import { partOf, reachedOf, shareReached } from '#shared/evaluation/rules/realisation.ts';
import { groupBy } from '#shared/group-by.ts';
import { contentOf } from '#shared/plan/rules/skp-content.ts';
import { editionId, type Skp, type SkpContent } from '#shared/plan/tables.ts';
import { agencyScope, payScope, planScope, workScope } from '#shared/scopes.ts';
import { question } from '#shared/sync/question.ts';
import type { RowSet } from '#shared/sync/row-set.ts';
import { overlap, spanOf } from '#shared/time/periods.ts';
import { addDays } from '#shared/time/working-time.ts';
import { ownRuleReads, ownRules } from '#shared/time-rules/questions/time-rules.ts';
import { isWorkingDay } from '#shared/time-rules/rules/calendar.ts';
import { minutesExpectedOn } from '#shared/time-rules/rules/required-minutes.ts';
import { minutesOfDays } from '#shared/work/rules/counted-minutes.ts';
import { type DayState, dayState } from '#shared/work/rules/day-state.ts';
import type { Activity } from '#shared/work/tables.ts';

export interface DayOfPicture {
  date: string;
  state: DayState;
  /** Minutes that count of what is logged, whatever its state. */
  minutes: number;
  /** Minutes that the day asks for; 0 of a day that is not worked. */
  expected: number;
}

export interface ProgressOfPicture {
  id: string;
  /** Of the RHK, and of its IKI. */
  result: string;
  indicator: string;
  unit: string;
  reached: number;
  /** What falls to the month. */
  target: number;
  /** 1 is all of it. */
  share: number;
}

export interface MonthPicture {
  days: DayOfPicture[];
  /** Quantities alone: what is stated by hand adds up to nothing. */
  progress: ProgressOfPicture[];
}

export const monthPicture = question<{ month: string }, MonthPicture>({
  reads: ({ month }, { actor }) => {
    const [work, plan] = [workScope(actor.id), planScope(actor.id)];
    const { from, until } = spanOf(month);
    return [
      byRange('activity', work, 'date', [from, until]),
      byColumn('leave', work, 'state', 'approved'),
      allOf('realisation', work),
      byColumn('skp', plan, 'employeeId', actor.id),
      ...(['result', 'indicator', 'edition'] as const).map((table) => allOf(table, plan)),
      ...ownRuleReads(actor),
    ];
  },
  answer: ({ month }, { actor, today }, rows) => {
    const work = workScope(actor.id);
    const { from, until } = spanOf(month);
    const activities = rowsBetween(rows, 'activity', work, 'date', [from, until]);
    const leaves = rowsWhere(rows, 'leave', work, 'state', 'approved');
    const rules = ownRules(rows, actor);
    const { calendar, policies } = rules;
    const { dailyMost } = allowancePolicyOn(policies, `${month}-01`);
    const byDay = groupBy(activities, ({ date }) => date);
    const days = datesOf(from, until).map((date) => ({
      date,
      state: dayState(date, { activities, leaves, calendar, today }),
      minutes: minutesOfDays(byDay.get(date) ?? [], dailyMost).counted,
      expected: isWorkingDay(calendar, date) ? minutesExpectedOn(date, rules) : 0,
    }));
    return { days, progress: progressOf(rows, { employee: actor.id, month, activities }) };
  },
});

function datesOf(from: string, until: string): string[] {
  const dates: string[] = [];
  for (let date = from; date <= until; date = addDays(date, 1)) dates.push(date);
  return dates;
}

function progressOf(
  rows: RowSet,
  { employee, month, activities }: { employee: string; month: string; activities: readonly Activity[] },
): ProgressOfPicture[] {
  const corrections = allRows(rows, 'realisation', workScope(employee)).filter(({ period }) => period === month);
  return rowsWhere(rows, 'skp', planScope(employee), 'employeeId', employee).flatMap((skp) => {
    const whole = { from: skp.validFrom, until: skp.validUntil };
    const span = overlap(spanOf(month), whole);
    const content = contentInForce(rows, skp);
    if (!span || !content) return [];
    return content.indicators.flatMap((indicator) => {
      const correction = corrections.find(({ indicatorId }) => indicatorId === indicator.id);
      const reached = reachedOf(indicator, activities, correction);
      const part = partOf(indicator, { span, whole });
      if (reached.source === 'unknown' || typeof part?.targetMin !== 'number') return [];
      const share = shareReached({ ...indicator, ...part }, reached.value);
      if (share === null) return [];
      const result = content.results.find(({ id }) => id === indicator.resultId)?.text ?? '';
      const { id, text, unit } = indicator;
      return [{ id, result, indicator: text, unit, reached: reached.value, target: part.targetMin, share }];
    });
  });
}

/** The approved edition, also while it is under revision; null where none was ever approved. */
function contentInForce(rows: RowSet, skp: Skp): SkpContent | null {
  if (skp.state !== 'approved') {
    const edition = allRows(rows, 'edition', skp.scope).find(({ id }) => id === editionId(skp.id, skp.edition - 1));
    return edition?.content ?? null;
  }
  const of = <Row extends { skpId: string }>(all: Row[]) => all.filter(({ skpId }) => skpId === skp.id);
  return contentOf({
    results: of(allRows(rows, 'result', skp.scope)),
    indicators: of(allRows(rows, 'indicator', skp.scope)),
    expectations: [],
    annexes: [],
  });
}

export interface MonthOfYear {
  month: string;
  /** Minutes of the approved entries, as they are typed. */
  approved: number;
  /** Of the evaluation of the month that is final; null while there is none. */
  predicate: Predicate | null;
  /** Rupiah of a slip that was drawn up; null while there is none. */
  paid: Decimal | null;
  isAhead: boolean;
}

export const yearPicture = question<{ year: string }, MonthOfYear[]>({
  reads: ({ year }, { actor }) => [
    byRange('activity', workScope(actor.id), 'date', [`${year}-01-01`, `${year}-12-31`]),
    allOf('evaluation', workScope(actor.id)),
    allOf('slip', payScope(actor.id)),
    byColumn('payroll', agencyScope(actor.tenant), 'state', 'approved'),
  ],
  answer: ({ year }, { actor, today }, rows) => {
    const work = workScope(actor.id);
    const approved = rowsBetween(rows, 'activity', work, 'date', [`${year}-01-01`, `${year}-12-31`]).filter(
      ({ state }) => state === 'approved',
    );
    const evaluations = allRows(rows, 'evaluation', work);
    const slips = allRows(rows, 'slip', payScope(actor.id));
    const closed = new Set(
      rowsWhere(rows, 'payroll', agencyScope(actor.tenant), 'state', 'approved').map(({ month }) => month),
    );
    return Array.from({ length: 12 }, (_, index) => {
      const month = `${year}-${String(index + 1).padStart(2, '0')}`;
      const ofMonth = approved.filter(({ date }) => date.startsWith(month));
      const evaluation = evaluations.find(
        ({ period, state }) => period === month && (state === 'final' || state === 'decided'),
      );
      const slip = closed.has(month) ? slips.find(({ id }) => id === month) : undefined;
      return {
        month,
        approved: ofMonth.reduce((sum, { minutes }) => sum + minutes, 0),
        predicate: evaluation?.predicate ?? null,
        paid: slip?.content.total ?? null,
        isAhead: month > today.slice(0, 7),
      };
    });
  },
});
