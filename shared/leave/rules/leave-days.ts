// Who may ask for which leave, on which days somebody is away by it, and whether it collides with another. Source: PP 11/2017
// as amended by PP 17/2020, articles 310 to 341; for PPPK PP 49/2018, article 54 and following.

import type { Employment } from '#shared/people/tables.ts';
import { addDays, earlierOf, laterOf } from '#shared/time/working-time.ts';
import { type Calendar, dutyDays } from '#shared/time-rules/rules/calendar.ts';
import type { Leave } from '../tables.ts';
import { LEAVE_KINDS, type LeaveDays, type LeaveKind, OPEN_LEAVE } from './leave.ts';

/**
 * Which kinds somebody may ask for. Joint leave (cuti bersama), the fourth of a PPPK, is nobody's to ask for: it is in the
 * calendar. What a honorer has is a matter of the contract, and the superior's to decide.
 */
export const KINDS_OF: Record<Employment, readonly LeaveKind[]> = {
  PNS: LEAVE_KINDS,
  PPPK: ['tahunan', 'sakit', 'melahirkan'],
  honorer: LEAVE_KINDS,
};

type Away = LeaveDays & Pick<Leave, 'givenBack'>;

/** The stretches of days of a leave without those that were given back, in order. */
export function awayDays({ validFrom, validUntil, givenBack }: Away): LeaveDays[] {
  const back = [...givenBack].sort((a, b) => a.validFrom.localeCompare(b.validFrom));
  const stretches: LeaveDays[] = [];
  let from = validFrom;
  for (const days of back) {
    if (from < days.validFrom) stretches.push({ validFrom: from, validUntil: addDays(days.validFrom, -1) });
    from = laterOf(from, addDays(days.validUntil, 1));
  }
  if (from <= validUntil) stretches.push({ validFrom: from, validUntil });
  return stretches;
}

const within = ({ validFrom, validUntil }: LeaveDays, date: string) => validFrom <= date && date <= validUntil;

/** Whether somebody is away by a leave on a date, whatever its state. */
export const isAway = (leave: Away, date: string): boolean =>
  within(leave, date) && !leave.givenBack.some((days) => within(days, date));

/**
 * The person's working days of a leave, those of whose shifts nothing is planned yet among them. Holidays and joint leave in
 * it do not count, however late they were declared.
 */
export const leaveDaysOf = (leave: Away, calendar: Calendar): string[] =>
  awayDays(leave).flatMap(({ validFrom: from, validUntil: until }) => dutyDays(calendar, { from, until }));

/** Days of joint leave in a leave: they cost nothing of an annual one (PP 17/2020, article 333). */
export function jointLeaveIn(leave: LeaveDays, calendar: Calendar): string[] {
  const days: string[] = [];
  for (let day = leave.validFrom; day <= leave.validUntil; day = addDays(day, 1)) {
    if (calendar.holidayOn(day)?.kind === 'cuti-bersama') days.push(day);
  }
  return days;
}

/** The days that two stretches have in common; null where there are none. */
export function commonDays(a: LeaveDays, b: LeaveDays): LeaveDays | null {
  const days = {
    validFrom: laterOf(a.validFrom, b.validFrom),
    validUntil: earlierOf(a.validUntil, b.validUntil),
  };
  return days.validFrom <= days.validUntil ? days : null;
}

/** The leave that a stretch of days would fall into, asked for or approved; nobody is away twice on one day. */
export function collision<Row extends Away & Pick<Leave, 'state'>>(
  asked: LeaveDays,
  leaves: readonly Row[],
): Row | null {
  return (
    leaves.find(
      (leave) =>
        (OPEN_LEAVE as readonly string[]).includes(leave.state) &&
        awayDays(leave).some((days) => commonDays(days, asked) !== null),
    ) ?? null
  );
}
