// Who gives leave, and how many days there are, where the agency decides for itself.

import { policyOf } from '#shared/time/dated.ts';
import type { LeaveKind } from './leave.ts';

/** Who gives leave: the superior of the superior, the head of the agency, or a person by name. */
export const LEAVE_OFFICIALS = ['above-superior', 'head', 'named'] as const;
export type LeaveOfficial = (typeof LEAVE_OFFICIALS)[number];

export type LeavePolicy = {
  /** The regulation that the numbers are from. */
  source: string;
  /** Working days of annual leave a year. */
  annualDays: number;
  /** The most of a year with what is left of the year before in it. */
  mostAfterOneYear: number;
  /** The most of a year after two years, or more, in which none was taken, or after leave that was postponed. */
  mostAfterTwoYears: number;
  /** The most months of one leave by kind; 0: no most. */
  longestMonths: Record<LeaveKind, number>;
  /** The regulation that these are from; "contoh" where they are only an example. */
  longestSource: string;
  official: LeaveOfficial;
  /** Employee id of who decides where it is a person by name; null elsewhere. */
  namedId: string | null;
  /** Employee id of who decides on the head's own leave; null: the office records what is decided above the agency. */
  headNamedId: string | null;
  /** The decision that delegates the right to give leave; "contoh" where it is only an example. */
  delegation: string;
};

// Annex III.A of Peraturan BKN 24/2017, numbers 2, 8, 10 and 11. Who gives leave the regent delegates (part II of it).
export const DEFAULT_LEAVE: LeavePolicy = {
  source: 'Peraturan BKN 24/2017',
  ...{ annualDays: 12, mostAfterOneYear: 18, mostAfterTwoYears: 24 },
  // Sick leave a year and half a year more, leave at the own expense three years and one more: as one leave each.
  longestMonths: {
    ...{ tahunan: 0, sakit: 18, melahirkan: 3, 'alasan-penting': 1, besar: 3, 'luar-tanggungan': 48 },
  },
  longestSource: 'contoh: PP 11/2017 dan Peraturan BKN 24/2017',
  ...{ official: 'above-superior', namedId: null, headNamedId: null, delegation: 'contoh' },
};

export const leavePolicyOn = policyOf('leave', DEFAULT_LEAVE);
