// Who may ask for which leave, whether it collides with another, and what is left of the annual one. Source: PP 11/2017 as
// amended by PP 17/2020, articles 310 to 341; for PPPK PP 49/2018, article 54 and following.

import type { Employment, Leave } from '#shared/tables.ts';
import { type Calendar, dutyDays } from './calendar.ts';
import { LEAVE_KINDS, type LeaveKind } from './leave.ts';
import { overlap } from './periods.ts';

/**
 * Which kinds somebody may ask for. Joint leave (cuti bersama), the fourth of a PPPK, is nobody's to ask for: it is in the
 * calendar. What a honorer has is a matter of the contract, and the superior's to decide.
 */
export const KINDS_OF: Record<Employment, readonly LeaveKind[]> = {
  PNS: LEAVE_KINDS,
  PPPK: ['tahunan', 'sakit', 'melahirkan'],
  honorer: LEAVE_KINDS,
};

type Span = Pick<Leave, 'validFrom' | 'validUntil'>;

/** The leave that a stretch of days would fall into, asked for or approved; nobody is away twice on one day. */
export function collision<Row extends Span & Pick<Leave, 'state'>>(asked: Span, leaves: readonly Row[]): Row | null {
  return (
    leaves.find(
      ({ state, validFrom, validUntil }) =>
        state !== 'returned' && validFrom <= asked.validUntil && asked.validFrom <= validUntil,
    ) ?? null
  );
}

/** Working days of annual leave a year (PP 11/2017, article 312). */
export const ANNUAL_DAYS = 12;

export interface AnnualLeave {
  entitled: number;
  used: number;
  /** Asked for, and not decided yet. */
  asked: number;
  left: number;
}

/**
 * What is left of a year's annual leave as far as it is on record here, in the person's working days. What was carried over
 * from years before (up to 18, or 24 days in all: PP 11/2017, article 313) is not on record, and not in it.
 */
export function annualLeave(year: string, leaves: readonly Leave[], calendar: Calendar): AnnualLeave {
  const whole = { from: `${year}-01-01`, until: `${year}-12-31` };
  const days = (wanted: Leave['state']) =>
    leaves
      .filter(({ kind, state }) => kind === 'tahunan' && state === wanted)
      .reduce((sum, { validFrom: from, validUntil: until }) => {
        const span = overlap({ from, until }, whole);
        return sum + (span ? dutyDays(calendar, span).length : 0);
      }, 0);
  const [used, asked] = [days('approved'), days('submitted')];
  return { entitled: ANNUAL_DAYS, used, asked, left: ANNUAL_DAYS - used - asked };
}
