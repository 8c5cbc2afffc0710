// What a day of attendance is held for. Source: Kepmendagri 900-4700/2020 and regents' regulations on TPP (discipline):
// lateness (TL) and early leave (PSW) in classes of 30 minutes, not recorded as the worst class, absence without reason.

import { endsNextDay, type Hours, minuteOfDay as minuteOf } from '#shared/time/working-time.ts';

/** TL: late arrival, PSW: early leave (pulang sebelum waktu), alpa: absent without reason. */
export const ATTENDANCE_CODES = ['TL1', 'TL2', 'TL3', 'TL4', 'PSW1', 'PSW2', 'PSW3', 'PSW4', 'alpa'] as const;
export type AttendanceCode = (typeof ATTENDANCE_CODES)[number];

export interface AttendanceDay {
  date: string;
  /** HH:MM by the machine; null where it has none. */
  arrival: string | null;
  departure: string | null;
  /** Official duty elsewhere: no machine there. */
  duty: boolean;
}

const DAY_MINUTES = 24 * 60;
/** Minutes of each class but the last, which is open. */
const CLASS_MINUTES = 30;

/** In order of the day; empty for a day as it should be. */
export function attendanceCodes(
  { arrival, departure, duty }: Omit<AttendanceDay, 'date'>,
  hours: Hours,
): AttendanceCode[] {
  if (duty) return [];
  if (arrival === null && departure === null) return ['alpa'];
  const overnight = endsNextDay(hours);
  const start = minuteOf(hours.start);
  const end = minuteOf(hours.end) + (overnight ? DAY_MINUTES : 0);
  const came = arrival === null ? null : overnight ? nearest(minuteOf(arrival), start) : minuteOf(arrival);
  const late = came === null ? 4 : classOf(came - start);
  const early = departure === null ? 4 : classOf(end - leftAt(minuteOf(departure), { came, end, overnight }));
  return [...(late ? [`TL${late}` as const] : []), ...(early ? [`PSW${early}` as const] : [])];
}

/** Minutes since the midnight with which the day begins. */
function leftAt(
  departure: number,
  { came, end, overnight }: { came: number | null; end: number; overnight: boolean },
): number {
  const left = overnight ? nearest(departure, end) : departure;
  // Whoever leaves earlier than they came was on duty through the night, and left the next day.
  return came !== null && left < came ? left + DAY_MINUTES : left;
}

/** The machine tells no date of a night: of a time on the day and on the next, the one nearer to when it should be. */
const nearest = (time: number, due: number) =>
  Math.abs(time - due) <= Math.abs(time + DAY_MINUTES - due) ? time : time + DAY_MINUTES;

/** 0: in time. */
function classOf(minutes: number): 0 | 1 | 2 | 3 | 4 {
  if (minutes <= 0) return 0;
  return Math.min(4, Math.ceil(minutes / CLASS_MINUTES)) as 1 | 2 | 3 | 4;
}
