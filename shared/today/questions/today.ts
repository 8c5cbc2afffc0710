// What is due today: what came back, what was not told yet, what may still be said.

import { allOf, allRows, byColumn, rowsWhere } from '#shared/acts/rows.ts';
import { lacksPlanSince, planPeriod } from '#shared/deadlines/rules/plan.ts';
import { assessmentPeriod } from '#shared/evaluation/rules/assessment.ts';
import { objectionPeriod } from '#shared/evaluation/rules/objection.ts';
import { performancePolicyOn } from '#shared/evaluation/rules/policy.ts';
import type { Predicate } from '#shared/evaluation/rules/rating.ts';
import { type Evaluation, evaluationId } from '#shared/evaluation/tables.ts';
import type { Assignment } from '#shared/people/tables.ts';
import type { Skp } from '#shared/plan/tables.ts';
import { agencyScope, planScope, workScope } from '#shared/scopes.ts';
import { question } from '#shared/sync/question.ts';
import { type EvaluationCycle, periodsOf, spanOf } from '#shared/time/periods.ts';
import { plainDate } from '#shared/time/plain-date.ts';
import { addDays, earlierOf } from '#shared/time/working-time.ts';
import { ownRuleReads, ownRules } from '#shared/time-rules/questions/time-rules.ts';
import type { TimeRules } from '#shared/time-rules/rules/calendar.ts';
import type { MovedDay } from '#shared/time-rules/rules/moved-day.ts';
import { emptyDayReads, emptyDaysFrom } from '#shared/work/questions/listed-entries.ts';

export interface Due {
  returned: number;
  /** Own unsent work that somebody else brought by a file, in the last week. */
  brought: number;
  /** Drafts of earlier days. */
  earlierDrafts: number;
  /** Working days of this month before today without any entry and without leave. */
  emptyDays: number;
  skp: { state: 'missing' | 'draft' | 'returned'; due: MovedDay | null } | null;
  /** What became final below “Baik” and may still be objected to, with the last day; null while it is not known. */
  toObject: { skpId: string; period: string; predicate: Predicate; until: string | null }[];
  /** The period whose realisation is to be told, or told again. */
  toAssess: { skpId: string; period: string; due: MovedDay } | null;
}

export const whatIsDue = question<null, Due>({
  reads: (_none, asking) => {
    const { actor } = asking;
    const work = workScope(actor.id);
    return [
      byColumn('activity', work, 'state', 'returned'),
      byColumn('activity', work, 'state', 'draft'),
      byColumn('skp', planScope(actor.id), 'employeeId', actor.id),
      allOf('evaluation', work),
      allOf('delivery', work),
      ...emptyDayReads(actor.id, asking),
      ...ownRuleReads(actor),
    ];
  },
  answer: (_none, { actor, today }, rows) => {
    const work = workScope(actor.id);
    const skps = rowsWhere(rows, 'skp', planScope(actor.id), 'employeeId', actor.id);
    const evaluations = allRows(rows, 'evaluation', work);
    const rules = ownRules(rows, actor);
    const { policies, calendar } = rules;
    const assignments = rowsWhere(rows, 'assignment', agencyScope(actor.tenant), 'employeeId', actor.id);
    const state =
      skps.find(({ validFrom, validUntil }) => validFrom <= today && today <= validUntil)?.state ?? 'missing';
    const weekAgo = addDays(today, -7);
    const cycle = performancePolicyOn(policies, today).evaluationCycle;
    return {
      returned: rowsWhere(rows, 'activity', work, 'state', 'returned').length,
      brought: allRows(rows, 'delivery', work).filter(({ at }) => plainDate(at, actor.timeZone) >= weekAgo).length,
      earlierDrafts: rowsWhere(rows, 'activity', work, 'state', 'draft').filter(({ date }) => date < today).length,
      emptyDays: emptyDaysFrom(rows, { employee: actor.id, calendar, today }).length,
      skp:
        state === 'submitted' || state === 'approved'
          ? null
          : { state, due: planDue(today, { assignments, skps, rules }) },
      toObject: mayBeObjected(today, evaluations, rules),
      toAssess: periodToAssess(today, { skps, evaluations, cycle, rules }),
    };
  },
});

/** Null for what is revised while it stays in force, and for who has no post. */
function planDue(
  today: string,
  { rules, ...known }: { assignments: Assignment[]; skps: Skp[]; rules: TimeRules },
): MovedDay | null {
  const since = lacksPlanSince(today, known);
  return since === null ? null : planPeriod(since, rules);
}

const LOW: ReadonlySet<Predicate> = new Set(['butuh-perbaikan', 'kurang', 'sangat-kurang']);

/** An unread one has no last day yet: its days count from when it is read. */
export function mayBeObjected(date: string, evaluations: Evaluation[], rules: TimeRules): Due['toObject'] {
  return evaluations.flatMap(({ state, predicate, receivedAt, skpId, period }) => {
    if (state !== 'final' || !predicate || !LOW.has(predicate)) return [];
    const until = receivedAt ? objectionPeriod(receivedAt, rules).until : null;
    return until !== null && until < date ? [] : [{ skpId, period, predicate, until }];
  });
}

/** A period that came back from the evaluator, or the last that is over and was not told yet. */
function periodToAssess(
  date: string,
  {
    skps,
    evaluations,
    cycle,
    rules,
  }: { skps: Skp[]; evaluations: Evaluation[]; cycle: EvaluationCycle; rules: TimeRules },
): Due['toAssess'] {
  const toTell = ({ skpId, period, until }: { skpId: string; period: string; until: string }) => ({
    ...{ skpId, period, due: assessmentPeriod(until, rules) },
  });
  const returned = evaluations.find(({ state }) => state === 'returned');
  if (returned) return toTell({ ...returned, until: returned.validUntil });
  const [last] = skps
    .filter(({ state, edition }) => state === 'approved' || edition > 1)
    .flatMap(({ id: skpId, validFrom: from, validUntil: until }) =>
      periodsOf(cycle, { from, until }).map((period) => ({
        ...{ skpId, period },
        until: earlierOf(spanOf(period).until, until),
      })),
    )
    .filter(({ until }) => until < date)
    .sort((a, b) => b.until.localeCompare(a.until));
  const told = last && evaluations.some(({ id }) => id === evaluationId(last.skpId, last.period));
  return last && !told ? toTell(last) : null;
}
