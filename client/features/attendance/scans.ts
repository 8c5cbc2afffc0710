// Days out of single scans: the first of a day is the arrival, the last the departure. Who comes in the evening and
// scans next in the morning was on night duty, or forgot a scan: that is asked once for a file.

import { groupBy } from '#shared/group-by.ts';
import { addDays } from '#shared/time/working-time.ts';
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

export function daysOfScans(
  scans: readonly Scan[],
  night: 'night' | 'mistake' | null,
): { days: ReadDay[]; open: Example | null; repeated: number } {
  const days: ReadDay[] = [];
  const open: Example[] = [];
  let repeated = 0;
  for (const [employeeId, own] of groupBy(scans, (scan) => scan.employeeId)) {
    const byDate = groupBy(own, ({ date }) => date);
    const left = new Map<string, Scan[]>();
    for (const [date, all] of byDate) {
      const once = [...new Map(all.map((scan) => [scan.time, scan])).values()];
      repeated += all.length - once.length;
      left.set(
        date,
        once.sort((a, b) => a.time.localeCompare(b.time)),
      );
    }
    for (const date of [...left.keys()].sort()) {
      const today = left.get(date) ?? [];
      const [first] = today;
      if (!first) continue;
      const next = left.get(addDays(date, 1));
      const end = next?.[0];
      if (today.length === 1 && first.time >= EVENING && end && end.time <= MORNING && night !== 'mistake') {
        if (night === 'night') {
          next.shift();
          days.push({ employeeId, date, arrival: first.time, departure: end.time, duty: false, row: first.row });
          continue;
        }
        open.push({ rows: 1, row: first.row, found: `${first.time} – ${end.time}` });
      }
      const last = today.length > 1 ? today.at(-1) : undefined;
      const came = last || first.time < NOON;
      const departure = last?.time ?? (came ? null : first.time);
      days.push({ employeeId, date, arrival: came ? first.time : null, departure, duty: false, row: first.row });
    }
  }
  const [first] = open;
  return { days, open: first ? { ...first, rows: open.length } : null, repeated };
}
