// The target of an indicator in words.

import type { Indicator } from '#shared/plan/tables.ts';
import { formatNumber, t } from './index.ts';

type Target = Pick<Indicator, 'targetMin' | 'targetMax' | 'targetText' | 'unit'>;

/** 900–1.000 surat, or the target in words. */
export function targetValue({ targetMin, targetMax, targetText, unit }: Target): string {
  if (targetMin === null) return targetText ?? '';
  const min = formatNumber(targetMin);
  return `${targetMax === null ? min : t.skp.range(min, formatNumber(targetMax))} ${unit}`;
}

export const targetText = (target: Target) => t.skp.targetOf(targetValue(target));
