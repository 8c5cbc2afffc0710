// What an allowance is made of, where the agency decides for itself. Numbers that money is made of are decimals in text
// ("0.5"), so that none is rounded.

import type { Decimal } from '#shared/decimal.ts';
import type { Predicate } from '#shared/evaluation/rules/rating.ts';
import type { LeaveKind } from '#shared/leave/rules/leave.ts';
import { policyOf } from '#shared/time/dated.ts';

/**
 * minutes-a-month: approved minutes against a norm of the month; minutes-a-day: against so many for each working day;
 * days: the working days with approved work, whatever its length.
 */
export type Measure = 'minutes-a-month' | 'minutes-a-day' | 'days';

/** How late, or how early off, in four classes (TL1 to TL4, PSW1 to PSW4). */
export type Classes = [Decimal, Decimal, Decimal, Decimal];

/** discipline: percent off the discipline index. whole: percent off the whole allowance. rupiah: an amount. */
export const DEDUCTION_UNITS = ['discipline', 'whole', 'rupiah'] as const;
export type DeductionUnit = (typeof DEDUCTION_UNITS)[number];

export type AllowancePolicy = {
  /** The regulation that the numbers are from; "contoh" where they are only an example. The slip names it. */
  source: string;
  /** Rupiah a month by post class (kelas jabatan). */
  base: { [postClass: string]: Decimal };
  /** Percent of the base; they add up to 100. */
  productivityWeight: Decimal;
  disciplineWeight: Decimal;
  /** What makes 100 % of productivity. */
  requirement: { measure: Measure; minutes: number };
  /** The most minutes that count on one day. */
  dailyMost: number;
  /** Percent of the productivity index that the predicate makes; the rest is made by the minutes. */
  predicateShare: Decimal;
  /** Percent by predicate. */
  predicateIndex: Record<Predicate, Decimal>;
  /** Whether work counts that was logged after its deadline. */
  lateWork: 'not-counted' | 'counted';
  /** What the numbers below are: those of the classes, and that of an absence. */
  units: { classes: DeductionUnit; absence: DeductionUnit };
  /** A day of absence without reason; late arrival and early leave by class. */
  absence: Decimal;
  late: Classes;
  early: Classes;
  /** An arrival or departure that is not recorded: as the worst class, or so much each. */
  missingScan: { unit: DeductionUnit | 'class'; value: Decimal };
  /** An assembly (apel) that was missed: percent off the discipline index. */
  assembly: Decimal;
  /** With fewer days present than this only so many percent of the whole are paid; 0 days: no such rule. */
  minimumPresence: { presentDays: number; paid: Decimal };
  /** Of a working day on leave: percent off the discipline index, and whether the day is paid at all. */
  leave: Record<LeaveKind, { deduction: Decimal; paid: boolean }>;
  rounding: { mode: 'down' | 'nearest'; unit: number };
};

// Kepmendagri 900-4700/2020; the numbers are those that regents' regulations commonly have. What a post class is worth
// is the regent's alone.
export const DEFAULT_ALLOWANCE: AllowancePolicy = {
  source: 'contoh',
  base: {},
  ...{ productivityWeight: '60', disciplineWeight: '40' },
  requirement: { measure: 'minutes-a-month', minutes: 6750 },
  dailyMost: 660,
  predicateShare: '0',
  predicateIndex: {
    ...{ 'sangat-baik': '100', baik: '100', 'butuh-perbaikan': '90', kurang: '75', 'sangat-kurang': '50' },
  },
  lateWork: 'not-counted',
  units: { classes: 'discipline', absence: 'discipline' },
  absence: '3',
  late: ['0.5', '1', '1.25', '1.5'],
  early: ['0.5', '1', '1.25', '1.5'],
  missingScan: { unit: 'class', value: '0' },
  assembly: '2',
  minimumPresence: { presentDays: 0, paid: '0' },
  leave: {
    tahunan: { deduction: '0', paid: true },
    sakit: { deduction: '0', paid: true },
    melahirkan: { deduction: '0', paid: true },
    'alasan-penting': { deduction: '0', paid: true },
    besar: { deduction: '0', paid: true },
    'luar-tanggungan': { deduction: '0', paid: false },
  },
  rounding: { mode: 'down', unit: 1 },
};

export const allowancePolicyOn = policyOf('allowance', DEFAULT_ALLOWANCE);
