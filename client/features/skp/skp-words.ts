import { formatNumber, t } from '#client/i18n/index.ts';
import type { Indicator } from '#shared/tables.ts';

export function targetText({ targetMin, targetMax, unit }: Indicator): string {
  const min = formatNumber(targetMin);
  return t.skp.targetOf(targetMax === null ? min : t.skp.range(min, formatNumber(targetMax)), unit);
}
