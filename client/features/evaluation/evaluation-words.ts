// What an indicator reached, in words, and the looks of states and predicates.

import { cycle } from '#client/i18n/cycle.ts';
import { formatNumber } from '#client/i18n/index.ts';
import type { Tone } from '#client/ui/index.ts';
import type { Predicate } from '#shared/evaluation/rules/rating.ts';
import type { Reached } from '#shared/evaluation/rules/realisation.ts';
import type { EvaluationState } from '#shared/evaluation/tables.ts';
import type { Indicator } from '#shared/plan/tables.ts';

export function reachedText(reached: Reached | undefined, { unit }: Pick<Indicator, 'unit'>): string {
  if (!reached || reached.source === 'unknown') return cycle.evaluation.unknown;
  const value = formatNumber(reached.value);
  if (reached.source === 'sum') return cycle.evaluation.sumOf(value, unit, reached.activities);
  return reached.sum === null
    ? cycle.evaluation.stated(value, unit)
    : cycle.evaluation.corrected(value, unit, formatNumber(reached.sum));
}

export const evaluationTone: Record<EvaluationState, Tone> = {
  returned: 'bad',
  assessed: 'info',
  rated: 'waiting',
  final: 'good',
  objected: 'waiting',
  decided: 'good',
};

export const predicateTone: Record<Predicate, Tone> = {
  'sangat-baik': 'good',
  baik: 'good',
  'butuh-perbaikan': 'waiting',
  kurang: 'bad',
  'sangat-kurang': 'bad',
};
