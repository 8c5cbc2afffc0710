// What is due today: what came back, what was not told yet, what may still be said.

import { allOf, allRows, byColumn, rowsWhere } from '#shared/acts/rows.ts';
import { objectionPeriod } from '#shared/evaluation/rules/objection.ts';
import { performancePolicyOn } from '#shared/evaluation/rules/policy.ts';
import type { Predicate } from '#shared/evaluation/rules/rating.ts';
import { type Evaluation, evaluationId } from '#shared/evaluation/tables.ts';
import type { Skp } from '#shared/plan/tables.ts';
import { planScope, workScope } from '#shared/scopes.ts';
import { question } from '#shared/sync/question.ts';
import { type EvaluationCycle, periodsOf, spanOf } from '#shared/time/periods.ts';
import { plainDate } from '#shared/time/plain-date.ts';
import { addDays } from '#shared/time/working-time.ts';
import { ownRuleReads, ownRules } from '#shared/time-rules/questions/time-rules.ts';
import type { TimeRules } from '#shared/time-rules/rules/calendar.ts';
import { emptyDayReads, emptyDaysFrom } from '#shared/work/questions/listed-entries.ts';

export interface Due {
  returned: number;
  /** Own unsent work that somebody else brought by a file, in the last week. */
  brought: number;
  /** Drafts of earlier days. */
  earlierDrafts: number;
  /** Working days of this month before today without any entry and without leave. */
  emptyDays: number;
  skp: 'missing' | 'draft' | 'returned' | null;
  /** What became final below “Baik” and may still be objected to, with the last day; null while it is not known. */
  toObject: { skpId: string; period: string; predicate: Predicate; until: string | null }[];
  /** The period whose realisation is to be told, or told again. */
  toAssess: { skpId: string; period: string } | null;
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
    const state =
      skps.find(({ validFrom, validUntil }) => validFrom <= today && today <= validUntil)?.state ?? 'missing';
    const weekAgo = addDays(today, -7);
    const cycle = performancePolicyOn(policies, today).evaluationCycle;
    return {
      returned: rowsWhere(rows, 'activity', work, 'state', 'returned').length,
      brought: allRows(rows, 'delivery', work).filter(({ at }) => plainDate(at, actor.timeZone) >= weekAgo).length,
      earlierDrafts: rowsWhere(rows, 'activity', work, 'state', 'draft').filter(({ date }) => date < today).length,
      emptyDays: emptyDaysFrom(rows, { employee: actor.id, calendar, today }).length,
      skp: state === 'submitted' || state === 'approved' ? null : state,
      toObject: mayBeObjected(today, evaluations, rules),
      toAssess: periodToAssess(today, { skps, evaluations, cycle }),
    };
  },
});

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
  { skps, evaluations, cycle }: { skps: Skp[]; evaluations: Evaluation[]; cycle: EvaluationCycle },
): Due['toAssess'] {
  const returned = evaluations.find(({ state }) => state === 'returned');
  if (returned) return { skpId: returned.skpId, period: returned.period };
  const [last] = skps
    .filter(({ state, edition }) => state === 'approved' || edition > 1)
    .flatMap(({ id: skpId, validFrom: from, validUntil: until }) =>
      periodsOf(cycle, { from, until }).map((period) => ({ skpId, period, until: spanOf(period).until })),
    )
    .filter(({ until }) => until < date)
    .sort((a, b) => b.until.localeCompare(a.until));
  const told = last && evaluations.some(({ id }) => id === evaluationId(last.skpId, last.period));
  return last && !told ? { skpId: last.skpId, period: last.period } : null;
}
