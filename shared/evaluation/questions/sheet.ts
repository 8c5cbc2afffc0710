// Everything that the evaluation of a period is made of: what was planned, what was reached, and what was said.

import { allOf, allRows, byColumn, byRange, getRow, rowsBetween, rowsWhere } from '#shared/acts/rows.ts';
import { groupBy } from '#shared/group-by.ts';
import { contentFrom, contentReads, type OfSkp } from '#shared/plan/questions/content.ts';
import type { Skp, SkpContent } from '#shared/plan/tables.ts';
import { planScope, workScope } from '#shared/scopes.ts';
import { question } from '#shared/sync/question.ts';
import type { RowSet } from '#shared/sync/row-set.ts';
import { overlap, type Span, spanOf } from '#shared/time/periods.ts';
import type { Activity } from '#shared/work/tables.ts';
import type { PerformancePolicy } from '../rules/policy.ts';
import { type Reached, reachedOf } from '../rules/realisation.ts';
import { type Evaluation, evaluationId, type Feedback } from '../tables.ts';
import { performancePolicyFrom, performancePolicyReads } from './policy.ts';

export interface EvaluationSheet {
  skp: Skp;
  content: SkpContent;
  span: Span;
  evaluation: Evaluation | undefined;
  /** By indicator. */
  reached: Map<string, Reached>;
  /** Feedback on the period, its results and its activities, in the order in which it was given. */
  feedback: Feedback[];
  activities: Activity[];
  /** The periodic evaluations, for that of the year. */
  periodic: Evaluation[];
  policy: PerformancePolicy;
}

interface OfPeriod extends OfSkp {
  period: string;
}

/** The days of the SKP in the period; null where there are none, or nothing is known of it. */
function spanIn(rows: RowSet, { employeeId, skpId, period }: OfPeriod): Span | null {
  const skp = getRow(rows, 'skp', planScope(employeeId), skpId);
  return skp ? overlap(spanOf(period), { from: skp.validFrom, until: skp.validUntil }) : null;
}

/** Undefined where it cannot be evaluated. */
export const evaluationSheet = question<OfPeriod, EvaluationSheet>({
  reads: (of, { actor }, rows) => {
    const work = workScope(of.employeeId);
    const span = spanIn(rows, of);
    return [
      ...contentReads(of, rows),
      byColumn('evaluation', work, 'skpId', of.skpId),
      byColumn('realisation', work, 'skpId', of.skpId),
      allOf('feedback', work),
      ...performancePolicyReads(actor),
      ...(span ? [byRange('activity', work, 'date', [span.from, span.until])] : []),
    ];
  },
  answer: (of, asking, rows) => {
    const { employeeId, skpId, period } = of;
    const work = workScope(employeeId);
    const skp = getRow(rows, 'skp', planScope(employeeId), skpId);
    const span = spanIn(rows, of);
    const evaluations = rowsWhere(rows, 'evaluation', work, 'skpId', skpId);
    const evaluation = evaluations.find(({ id }) => id === evaluationId(skpId, period));
    const content = evaluation?.record?.plan ?? (skp && contentFrom(rows, skp));
    if (!skp || !content || !span) return undefined;
    const activities = rowsBetween(rows, 'activity', work, 'date', [span.from, span.until]);
    const corrections = rowsWhere(rows, 'realisation', work, 'skpId', skpId).filter((row) => row.period === period);
    const byIndicator = new Map(corrections.map((row) => [row.indicatorId, row]));
    const byResult = groupBy(activities, ({ resultId }) => resultId);
    const targets = new Set([period, ...content.results.map(({ id }) => id), ...activities.map(({ id }) => id)]);
    return {
      ...{ skp, content, span, evaluation, activities, policy: performancePolicyFrom(rows, asking) },
      reached: new Map(
        content.indicators.map((indicator) => [
          indicator.id,
          reachedOf(indicator, byResult.get(indicator.resultId) ?? [], byIndicator.get(indicator.id)),
        ]),
      ),
      feedback: allRows(rows, 'feedback', work)
        .filter(({ targetId }) => targets.has(targetId))
        .sort((a, b) => a.at.localeCompare(b.at)),
      periodic: evaluations
        .filter(({ kind, predicate }) => kind === 'periodic' && predicate !== null)
        .sort((a, b) => a.validUntil.localeCompare(b.validUntil)),
    };
  },
});
