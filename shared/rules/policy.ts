// What agencies decide for themselves, with the defaults that hold where none is adopted. Dated: the one that began last
// before a day is in force on it. Numbers that money is made of are decimals in text ("0.5"), so that none is rounded.

import type { LeaveKind } from './leave.ts';
import { DEFAULT_DISTRIBUTION, type Distribution, type Predicate } from './rating.ts';

export type EvaluationCycle = 'monthly' | 'quarterly';
/** A number in text: "0.5". */
export type Decimal = string;

export type PerformancePolicy = {
  /** How often work is evaluated within the year (PermenPANRB 6/2022: monthly or quarterly, the agency chooses). */
  evaluationCycle: EvaluationCycle;
  /** So many days before its end a period may be rated, since the year is closed in December. */
  ratingDaysBeforeEnd: number;
  /** Calendar days after an evaluation became final in which the employee may object. */
  objectionDays: number;
  /** Calendar days in which the evaluator's superior decides an objection. */
  decisionDays: number;
  /** Percent of each predicate that an achievement leads to expect. */
  distribution: Distribution;
  /** Calendar days after its end in which the employee assesses a period; then the evaluator goes on without. */
  assessmentDays: number;
};

/** Monday first. */
export const WEEKDAYS = ['1', '2', '3', '4', '5', '6', '7'] as const;
export type Weekday = (typeof WEEKDAYS)[number];

export type WeekHours = Record<Weekday, { start: string; end: string } | null>;

export type TimePolicy = {
  /** HH:MM in the agency's time zone; null on a day without work. */
  hours: WeekHours;
  /** Minutes of effective work expected on a working day. */
  effectiveMinutes: number;
  /**
   * Whether the minutes that are required, of a day and for the allowance, are the same on every working day, or follow its
   * hours where these differ from the agency's own: in Ramadan, of part-time, of shifts (required-minutes.ts).
   */
  effectiveBy: 'day' | 'hours';
  /** Days after the day of the work until which it may be logged: 0 is the same day. */
  deadlineDays: number;
  /** HH:MM in the agency's time zone, 24:00 for the end of the day. */
  deadlineTime: string;
  /** Minutes after the deadline that are still in time: a request on a slow network takes its time. */
  graceMinutes: number;
  /** An outage counts that touches this many minutes before the deadline. */
  outageMinutes: number;
  /** Working days after the end of the outage, at whose deadline time the moved deadline lies. */
  movedByWorkingDays: number;
  /** Day of the next month until which supervisors approve a month's work. Later approvals are paid as a correction. */
  approvalDay: number;
};

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

export type Policies = {
  performance: PerformancePolicy;
  time: TimePolicy;
  allowance: AllowancePolicy;
  leave: LeavePolicy;
};
export type PolicyKind = keyof Policies;
export type PolicyContent = Policies[PolicyKind];

const office = (end: string) => ({ start: '07:30', end });

export const DEFAULT_POLICIES: Policies = {
  performance: {
    evaluationCycle: 'monthly',
    ratingDaysBeforeEnd: 10,
    objectionDays: 14,
    decisionDays: 14,
    distribution: DEFAULT_DISTRIBUTION,
    assessmentDays: 10,
  },
  // Five days of 37.5 hours without rest: Perpres 21/2023. 5.5 effective hours: Kepmendagri 900-4700/2020. A day is
  // logged by 24.00: custom of the regents' regulations on TPP.
  time: {
    hours: {
      ...{ 1: office('16:00'), 2: office('16:00'), 3: office('16:00'), 4: office('16:00'), 5: office('16:30') },
      ...{ 6: null, 7: null },
    },
    effectiveMinutes: 330,
    effectiveBy: 'day',
    ...{ deadlineDays: 0, deadlineTime: '24:00', graceMinutes: 15, outageMinutes: 240, movedByWorkingDays: 1 },
    approvalDay: 5,
  },
  // Kepmendagri 900-4700/2020; the numbers are those that regents' regulations commonly have. What a post class is worth
  // is the regent's alone.
  allowance: {
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
  },
  // Annex III.A of Peraturan BKN 24/2017, numbers 2, 8, 10 and 11. Who gives leave the regent delegates (part II of it).
  leave: {
    source: 'Peraturan BKN 24/2017',
    ...{ annualDays: 12, mostAfterOneYear: 18, mostAfterTwoYears: 24 },
    // Sick leave a year and half a year more, leave at the own expense three years and one more: as one leave each.
    longestMonths: {
      ...{ tahunan: 0, sakit: 18, melahirkan: 3, 'alasan-penting': 1, besar: 3, 'luar-tanggungan': 48 },
    },
    longestSource: 'contoh: PP 11/2017 dan Peraturan BKN 24/2017',
    ...{ official: 'above-superior', namedId: null, headNamedId: null, delegation: 'contoh' },
  },
};

/** A policy as it is adopted; `kind` says what its content is. */
export type DatedPolicy = { kind: PolicyKind; validFrom: string; at: string; content: PolicyContent };

/** Of two that begin on one day the one that was adopted later. */
export function policyOn<Kind extends PolicyKind>(
  policies: readonly DatedPolicy[],
  kind: Kind,
  on: string,
): Policies[Kind] {
  const begun = policies.filter((policy) => policy.kind === kind && policy.validFrom <= on);
  const last = begun.sort((a, b) => b.validFrom.localeCompare(a.validFrom) || b.at.localeCompare(a.at))[0];
  // A policy that was adopted before a rule was known holds the default of that rule.
  return { ...DEFAULT_POLICIES[kind], ...(last?.content as Policies[Kind] | undefined) };
}
