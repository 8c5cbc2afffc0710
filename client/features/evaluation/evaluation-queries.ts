// Evaluations of a person: the periods of each approved SKP, what was realised in them, and what was said.

import type { Workspace } from '#client/workspace/workspace.ts';
import { type PerformancePolicy, performancePolicyOn } from '#shared/evaluation/rules/policy.ts';
import { type Reached, reachedOf } from '#shared/evaluation/rules/realisation.ts';
import { type Evaluation, evaluationId, type Feedback } from '#shared/evaluation/tables.ts';
import { groupBy } from '#shared/group-by.ts';
import type { EmployeeId } from '#shared/people/tables.ts';
import { contentOf } from '#shared/plan/rules/skp-content.ts';
import { editionId, type Skp, type SkpContent } from '#shared/plan/tables.ts';
import { planScope, workScope } from '#shared/scopes.ts';
import { overlap, periodsOf, type Span, spanOf } from '#shared/time/periods.ts';
import type { Activity } from '#shared/work/tables.ts';

export async function loadPolicy({ rows, scopes, today }: Workspace): Promise<PerformancePolicy> {
  const policies = await rows('policy').where('[scope+kind]').equals([scopes.agency, 'performance']).toArray();
  return performancePolicyOn(policies, today());
}

/** The content in force: the approved edition, also while it is under revision; null where none was ever approved. */
export async function loadContent({ rows }: Workspace, skp: Skp): Promise<SkpContent | null> {
  if (skp.state !== 'approved')
    return (await rows('edition').get([skp.scope, editionId(skp.id, skp.edition - 1)]))?.content ?? null;
  const key = [skp.scope, skp.id];
  const [results, indicators, expectations, annexes] = await Promise.all([
    rows('result').where('[scope+skpId]').equals(key).toArray(),
    rows('indicator').where('[scope+skpId]').equals(key).toArray(),
    rows('expectation').where('[scope+skpId]').equals(key).toArray(),
    rows('annex').where('[scope+skpId]').equals(key).toArray(),
  ]);
  return contentOf({ results, indicators, expectations, annexes });
}

export interface PeriodOf {
  skp: Skp;
  period: string;
  span: Span;
  evaluation: Evaluation | undefined;
  /** Whether it has begun. */
  begun: boolean;
}

/** All periods of the person's approved SKPs with their evaluations, the latest first; the year before its parts. */
export async function loadPeriods(workspace: Workspace): Promise<PeriodOf[]> {
  const { rows, scopes, me, today } = workspace;
  const [skps, evaluations, policy] = await Promise.all([
    rows('skp').where('[scope+employeeId]').equals([scopes.plan, me]).toArray(),
    rows('evaluation').where('scope').equals(scopes.work).toArray(),
    loadPolicy(workspace),
  ]);
  const byId = new Map(evaluations.map((evaluation) => [evaluation.id, evaluation]));
  return skps
    .filter(({ state, edition }) => state === 'approved' || edition > 1)
    .sort((a, b) => b.validFrom.localeCompare(a.validFrom))
    .flatMap((skp) => {
      const whole = { from: skp.validFrom, until: skp.validUntil };
      // Periods evaluated under another cycle stay in the list.
      const had = evaluations.filter(({ skpId, kind }) => skpId === skp.id && kind === 'periodic');
      const parts = new Set([...periodsOf(policy.evaluationCycle, whole), ...had.map(({ period }) => period)]);
      return [skp.validFrom.slice(0, 4), ...[...parts].sort((a, b) => spanOf(b).until.localeCompare(spanOf(a).until))]
        .map((period) => ({ period, span: overlap(spanOf(period), whole) }))
        .flatMap(({ period, span }) =>
          span
            ? [{ skp, period, span, evaluation: byId.get(evaluationId(skp.id, period)), begun: span.from <= today() }]
            : [],
        );
    });
}

export interface EvaluationSheet {
  skp: Skp;
  content: SkpContent;
  span: Span;
  evaluation: Evaluation | undefined;
  reached: Map<string, Reached>;
  /** Feedback on the period, its results and its activities. */
  feedback: Feedback[];
  activities: Activity[];
  /** The periodic evaluations, for that of the year. */
  periodic: Evaluation[];
  policy: PerformancePolicy;
}

/** Everything that the evaluation of a period is made of; undefined where it cannot be evaluated. */
export async function loadSheet(
  workspace: Workspace,
  { employeeId, skpId, period }: { employeeId: EmployeeId; skpId: string; period: string },
): Promise<EvaluationSheet | undefined> {
  const { rows } = workspace;
  const work = workScope(employeeId);
  const skp = await rows('skp').get([planScope(employeeId), skpId]);
  if (!skp) return undefined;
  const evaluation = await rows('evaluation').get([work, evaluationId(skpId, period)]);
  const content = evaluation?.record?.plan ?? (await loadContent(workspace, skp));
  const span = overlap(spanOf(period), { from: skp.validFrom, until: skp.validUntil });
  if (!content || !span) return undefined;
  const [activities, corrections, feedback, evaluations, policy] = await Promise.all([
    rows('activity').where('[scope+date]').between([work, span.from], [work, span.until], true, true).toArray(),
    rows('realisation').where('[scope+skpId]').equals([work, skpId]).toArray(),
    rows('feedback').where('scope').equals(work).sortBy('at'),
    rows('evaluation').where('[scope+skpId]').equals([work, skpId]).toArray(),
    loadPolicy(workspace),
  ]);
  const byIndicator = new Map(corrections.filter((row) => row.period === period).map((row) => [row.indicatorId, row]));
  const byResult = groupBy(activities, ({ resultId }) => resultId);
  const targets = new Set([period, ...content.results.map(({ id }) => id), ...activities.map(({ id }) => id)]);
  return {
    ...{ skp, content, span, evaluation, activities, policy },
    reached: new Map(
      content.indicators.map((indicator) => [
        indicator.id,
        reachedOf(indicator, byResult.get(indicator.resultId) ?? [], byIndicator.get(indicator.id)),
      ]),
    ),
    feedback: feedback.filter(({ targetId }) => targets.has(targetId)),
    periodic: evaluations
      .filter(({ kind, predicate }) => kind === 'periodic' && predicate !== null)
      .sort((a, b) => a.validUntil.localeCompare(b.validUntil)),
  };
}
