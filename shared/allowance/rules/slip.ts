// What a slip of the monthly allowance (TPP) says: every line with what it is made of, down to the entries behind it, so
// that it can be read, checked and paid years later. How it is made: allowance.ts.

import type { AttendanceCode } from '#shared/attendance/rules/codes.ts';
import type { SlipExplanation } from '#shared/attendance/rules/explanation.ts';
import type { Decimal } from '#shared/decimal.ts';
import type { Predicate } from '#shared/evaluation/rules/rating.ts';
import type { LeaveKind } from '#shared/leave/rules/leave.ts';
import type { Timing } from '#shared/time-rules/rules/timing.ts';
import type { CountedMinutes } from '#shared/work/rules/counted-minutes.ts';
import { PAY_ENTRY_KINDS } from './pay-entries.ts';
import type { Measure } from './policy.ts';

/** `timing`: where it has to be told, as with late work or a deadline that an outage moved. */
export type SlipEntry = {
  id: string;
  date: string;
  title: string;
  /** As they are typed. */
  minutes: number;
  /** Where fewer of them count, and why. */
  counts?: CountedMinutes;
  timing?: Timing;
};
/** late: logged after its deadline; the others are states in which work is not approved. */
export type LeftOut = SlipEntry & { why: 'late' | 'draft' | 'submitted' | 'returned' };

/** A stretch of the month in one post. */
export type SlipPost = {
  from: string;
  until: string;
  /** Null where the post has no class. */
  postClass: number | null;
  /** Rupiah of a whole month in that class. */
  base: Decimal;
  /** Working days of the stretch, and those of them that are paid. */
  days: number;
  paidDays: number;
};

/** attendance: a day that costs part of the whole, or rupiah. presence: too few days present. */
export const SLIP_LINE_KINDS = [...PAY_ENTRY_KINDS, 'attendance', 'presence'] as const;

/** An amount beside work and attendance, and where it is from. */
export type SlipLine = {
  kind: (typeof SLIP_LINE_KINDS)[number];
  /** The working days of the month on which it holds. */
  from: string;
  until: string;
  days: number;
  /** Null for an amount in rupiah. */
  percent: Decimal | null;
  /** Of a second post. */
  postClass?: number;
  /** Rupiah with its sign, four places. */
  amount: Decimal;
  source: string;
};

/**
 * How a slip was reckoned. 1: minutes as they are typed. 2: a minute once, so many a day. 3: hours of a unit reach those
 * below it. A closed month is explained, and
 * corrected, by the way it was reckoned: a new way is nobody's debt.
 */
export type Reckoning = 1 | 2 | 3;
export const LATEST_RECKONING: Reckoning = 3;

export type SlipAdjustment = {
  id: string;
  /** The closed month that it corrects; null where it corrects none. */
  forMonth: string | null;
  amount: Decimal;
  reason: string;
};

/** Indices are percent; amounts are rupiah. What is not whole is shown with four places and went on exact. */
export type Slip = {
  month: string;
  /** Slips of before it was noted have none: they are of the first. */
  reckoning?: Reckoning;
  workingDays: number;
  posts: SlipPost[];
  /** On the base, and on the whole; slips of before have none. */
  baseLines?: SlipLine[];
  wholeLines?: SlipLine[];
  /** The sum of each base by its share of the working days, with the lines on it. */
  base: Decimal;
  activities: {
    measure: Measure;
    /** Minutes, or days, that count and that are required; less where days were without service or on leave. */
    done: number;
    required: Decimal;
    index: Decimal;
    counted: SlipEntry[];
    leftOut: LeftOut[];
  };
  /** Null where the policy gives it no share. `value` is null while the period is not evaluated: it counts as 100. */
  predicate: { value: Predicate | null; period: string | null; index: Decimal; share: Decimal } | null;
  productivity: { index: Decimal; weight: Decimal };
  attendance: {
    /** Days that cost something. */
    days: {
      date: string;
      arrival: string | null;
      departure: string | null;
      codes: AttendanceCode[];
      /** What the day was judged by, where that was not the agency's policy: a shift, or hours by group. */
      hours?: { name: string; start: string; end: string };
      /** Percent off the index. */
      deduction: Decimal;
      /** Percent off the whole, or rupiah, where the policy takes it there. */
      whole?: Decimal;
      rupiah?: Decimal;
    }[];
    /** Days that were explained, whatever came of it; slips of before have none. */
    explained?: SlipExplanation[];
    /** Assemblies that were missed. */
    assemblies?: { date: string; deduction: Decimal; source: string }[];
    /** Null where the policy asks for none. */
    presence?: { days: number; required: number; tooFew: boolean } | null;
    /** Past working days of which nothing is recorded: they cost nothing, and want to be looked at. */
    unknown: string[];
    /** Working days of which no shift was planned, of who works in shifts: they cost nothing, and are to be planned. */
    unplanned?: string[];
    leave: { date: string; kind: LeaveKind; deduction: Decimal; paid: boolean }[];
    index: Decimal;
    weight: Decimal;
  };
  /** Before the lines on the whole, with four places; slips of before have none. */
  gross?: Decimal;
  /** Of the policy's numbers. */
  source?: string;
  /** After the lines on the whole, before rounding, with four places. */
  exact: Decimal;
  amount: Decimal;
  adjustments: SlipAdjustment[];
  /** What is paid. */
  total: Decimal;
};
