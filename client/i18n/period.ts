// Bahasa Indonesia: periods and what they were rated, for the first screen as well; the rest of the cycle comes with its screens
// (cycle.ts).

import type { Predicate } from '#shared/evaluation/rules/rating.ts';
import { formatMonth } from './format.ts';

export const predicates: Record<Predicate, string> = {
  'sangat-baik': 'Sangat Baik',
  baik: 'Baik',
  'butuh-perbaikan': 'Butuh Perbaikan',
  kurang: 'Kurang',
  'sangat-kurang': 'Sangat Kurang',
};

/** Oktober 2026, Triwulan I 2026, Tahun 2026 */
export function periodName(period: string): string {
  const year = period.slice(0, 4);
  if (period.length === 4) return `Tahun ${year}`;
  const part = period.slice(5);
  return part.startsWith('Q')
    ? `Triwulan ${['I', 'II', 'III', 'IV'][Number(part[1]) - 1]} ${year}`
    : formatMonth(period);
}

/** Of a final evaluation that may be objected to; `until` is null while it was not opened. */
export const mayObject = (period: string, predicate: Predicate, until: string | null) =>
  `Evaluasi ${periodName(period)}: ${predicates[predicate]}. ${
    until ? `Keberatan dapat diajukan sampai ${until}` : 'Buka untuk membaca; keberatan dapat diajukan sesudahnya'
  }`;
