// What a slip of the monthly allowance (TPP) says: every line with what it is made of, down to the entries behind it, so
// that it can be read, checked and paid years later. How it is made: allowance.ts.

import type { CountedMinutes } from './counted-minutes.ts';
import type { LeaveKind } from './leave.ts';
import type { Decimal, Measure } from './policy.ts';
import type { Predicate } from './rating.ts';
import type { Timing } from './timing.ts';

/** TL: late arrival, PSW: early leave (pulang sebelum waktu), alpa: absent without reason. */
export type AttendanceCode = `TL${1 | 2 | 3 | 4}` | `PSW${1 | 2 | 3 | 4}` | 'alpa';

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
  workingDays: number;
  posts: SlipPost[];
  /** The sum of each base by its share of the working days. */
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
      deduction: Decimal;
    }[];
    /** Past working days of which nothing is recorded: they cost nothing, and want to be looked at. */
    unknown: string[];
    leave: { date: string; kind: LeaveKind; deduction: Decimal; paid: boolean }[];
    index: Decimal;
    weight: Decimal;
  };
  /** Before rounding, with four places. */
  exact: Decimal;
  amount: Decimal;
  adjustments: SlipAdjustment[];
  /** What is paid. */
  total: Decimal;
};
