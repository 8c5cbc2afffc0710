// An employee's explanation of a day of attendance (klarifikasi kehadiran), and what it does to the day once the superior
// and then the treasurer have accepted it. No national rule numbers these kinds: regents' regulations on TPP name them as
// reasons that lift a deduction.

import type { Decimal } from '#shared/decimal.ts';
import type { Hours } from '#shared/time/working-time.ts';

export const EXPLANATION_KINDS = ['forgot', 'duty', 'wfa', 'training', 'other'] as const;
/** forgot: a scan is missing. duty: elsewhere, by letter. wfa: worked from elsewhere. */
export type ExplanationKind = (typeof EXPLANATION_KINDS)[number];

/** missing-scans: only what the machine lacks counts as in time; what it has stays. whole-day: nothing is deducted. */
export type ExplanationEffect = 'missing-scans' | 'whole-day';

export const EXPLANATION_EFFECTS: Record<ExplanationKind, ExplanationEffect> = {
  forgot: 'missing-scans',
  duty: 'whole-day',
  wfa: 'whole-day',
  training: 'whole-day',
  other: 'whole-day',
};

/** Kinds that rest on a letter (surat tugas, surat undangan), whose number is asked for. */
export const BY_LETTER: readonly ExplanationKind[] = ['duty', 'training'];

export type ExplanationState = 'submitted' | 'returned' | 'agreed' | 'accepted' | 'refused';

/** A day as it counts by an accepted explanation. */
export function explainedDay<Day extends { arrival: string | null; departure: string | null; duty: boolean }>(
  day: Day,
  kind: ExplanationKind,
  hours: Hours,
): Day {
  if (EXPLANATION_EFFECTS[kind] === 'whole-day') return { ...day, duty: true };
  return { ...day, arrival: day.arrival ?? hours.start, departure: day.departure ?? hours.end };
}

/** A day that was explained, as the slip tells it: what it costs without and with the explanation. */
export type SlipExplanation = {
  date: string;
  kind: ExplanationKind;
  state: ExplanationState;
  /** Percent off the discipline index. */
  before: Decimal;
  after: Decimal;
  /** Rupiah between the two, with four places. */
  amount: Decimal;
};
