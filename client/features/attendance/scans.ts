// Days out of single scans: the first of a day is the arrival, the last the departure. Where a shift was planned, a scan
// after midnight belongs to the night that began the day before. Who came in the evening and scans next in the morning
// without one was on night duty, or forgot a scan: that is asked once for a file.

import { groupBy } from '#shared/group-by.ts';
import { addDays, endsNextDay, type Hours, minuteOfDay } from '#shared/time/working-time.ts';
import type { Example, ReadDay } from './recorded-day.ts';

export interface Scan {
  employeeId: string;
  date: string;
  /** HH:MM */
  time: string;
  row: number;
}

/** Who scans only once, before it, came. */
const NOON = '12:00';
const EVENING = '18:00';
const MORNING = '10:00';
const DAY_MINUTES = 24 * 60;
/** So many minutes after its end somebody may still leave a night, where the next day has no shift. */
const LATEST_LEAVING = 4 * 60;

interface Asked {
  night: 'night' | 'mistake' | null;
  shiftOn: (employeeId: string, date: string) => Hours | null;
}

/** `minute`: since the midnight with which the day of the duty begins. */
type DutyScan = Scan & { minute: number };

export function daysOfScans(
  scans: readonly Scan[],
  { night, shiftOn }: Asked,
): { days: ReadDay[]; open: Example | null; repeated: number } {
  const days: ReadDay[] = [];
  const open: Example[] = [];
  let repeated = 0;
  for (const [employeeId, own] of groupBy(scans, (scan) => scan.employeeId)) {
    const hoursOf = (date: string) => shiftOn(employeeId, date);
    const byDate = groupBy(
      own.map((scan) => onDuty(scan, hoursOf)),
      ({ date }) => date,
    );
    const left = new Map<string, DutyScan[]>();
    for (const [date, all] of byDate) {
      const once = [...new Map(all.map((scan) => [scan.minute, scan])).values()];
      repeated += all.length - once.length;
      left.set(
        date,
        once.sort((a, b) => a.minute - b.minute),
      );
    }
    for (const date of [...left.keys()].sort()) {
      const today = left.get(date) ?? [];
      const [first] = today;
      if (!first) continue;
      const shift = hoursOf(date);
      const next = left.get(addDays(date, 1));
      const end = next?.[0];
      const alone = today.length === 1 && !shift;
      if (alone && first.time >= EVENING && end && end.time <= MORNING && night !== 'mistake') {
        if (night === 'night') {
          next.shift();
          days.push({ employeeId, date, arrival: first.time, departure: end.time, duty: false, row: first.row });
          continue;
        }
        open.push({ rows: 1, row: first.row, found: `${first.time} – ${end.time}` });
      }
      const last = today.length > 1 ? today.at(-1) : undefined;
      const came = last !== undefined || isArrival(first, shift);
      const departure = last?.time ?? (came ? null : first.time);
      days.push({ employeeId, date, arrival: came ? first.time : null, departure, duty: false, row: first.row });
    }
  }
  const [first] = open;
  return { days, open: first ? { ...first, rows: open.length } : null, repeated };
}

const endOf = (hours: Hours) => minuteOfDay(hours.end) + (endsNextDay(hours) ? DAY_MINUTES : 0);

/** On the day to which its duty belongs: that before, while a night of it goes on or has just ended. */
function onDuty(scan: Scan, hoursOf: (date: string) => Hours | null): DutyScan {
  const minute = minuteOfDay(scan.time);
  const before = addDays(scan.date, -1);
  const night = hoursOf(before);
  if (!night || !endsNextDay(night)) return { ...scan, minute };
  const ended = endOf(night) - DAY_MINUTES;
  const today = hoursOf(scan.date);
  const latest = today ? Math.max(ended, (ended + minuteOfDay(today.start)) / 2) : ended + LATEST_LEAVING;
  return minute <= latest ? { ...scan, date: before, minute: minute + DAY_MINUTES } : { ...scan, minute };
}

/** Of a single scan: the nearer to the beginning of a shift than to its end; without one, before noon. */
const isArrival = ({ minute, time }: DutyScan, shift: Hours | null) =>
  shift ? Math.abs(minute - minuteOfDay(shift.start)) <= Math.abs(endOf(shift) - minute) : time < NOON;
