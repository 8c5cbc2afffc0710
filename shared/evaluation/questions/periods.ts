// The periods of one's own approved SKPs, with their evaluations.

import { allOf, allRows, byColumn, rowsWhere } from '#shared/acts/rows.ts';
import type { Skp } from '#shared/plan/tables.ts';
import { planScope, workScope } from '#shared/scopes.ts';
import { question } from '#shared/sync/question.ts';
import { overlap, periodsOf, type Span, spanOf } from '#shared/time/periods.ts';
import { type Evaluation, evaluationId } from '../tables.ts';
import { performancePolicyFrom, performancePolicyReads } from './policy.ts';

export interface PeriodOf {
  skp: Skp;
  period: string;
  span: Span;
  evaluation: Evaluation | undefined;
  /** Whether it has begun. */
  begun: boolean;
}

/** The latest first; the year before its parts. */
export const ownPeriods = question<null, PeriodOf[]>({
  reads: (_args, { actor }) => [
    byColumn('skp', planScope(actor.id), 'employeeId', actor.id),
    allOf('evaluation', workScope(actor.id)),
    ...performancePolicyReads(actor),
  ],
  answer: (_args, asking, rows) => {
    const { actor, today } = asking;
    const skps = rowsWhere(rows, 'skp', planScope(actor.id), 'employeeId', actor.id);
    const evaluations = allRows(rows, 'evaluation', workScope(actor.id));
    const { evaluationCycle } = performancePolicyFrom(rows, asking);
    const byId = new Map(evaluations.map((evaluation) => [evaluation.id, evaluation]));
    return skps
      .filter(({ state, edition }) => state === 'approved' || edition > 1)
      .sort((a, b) => b.validFrom.localeCompare(a.validFrom))
      .flatMap((skp) => {
        const whole = { from: skp.validFrom, until: skp.validUntil };
        // Periods evaluated under another cycle stay in the list.
        const had = evaluations.filter(({ skpId, kind }) => skpId === skp.id && kind === 'periodic');
        const parts = new Set([...periodsOf(evaluationCycle, whole), ...had.map(({ period }) => period)]);
        return [skp.validFrom.slice(0, 4), ...[...parts].sort((a, b) => spanOf(b).until.localeCompare(spanOf(a).until))]
          .map((period) => ({ period, span: overlap(spanOf(period), whole) }))
          .flatMap(({ period, span }) =>
            span
              ? [{ skp, period, span, evaluation: byId.get(evaluationId(skp.id, period)), begun: span.from <= today }]
              : [],
          );
      });
  },
});
