// Shifts as a superior plans them for the own team: terminal, piket, night. A shift beats every other rule of that day, a
// holiday, too. One may begin in the evening and end on the next day; a day may have two. That a day is free is planned,
// too: for who works in shifts, a day of which nothing is planned is no free one.

import { addDays, endsNextDay, type Hours, minuteOfDay } from '#shared/time/working-time.ts';

/** As rules read it; a row (shared/tables.ts) has more. */
export interface Shift {
  /** On which it begins. */
  date: string;
  /** Such as "Malam". */
  name: string;
  /** HH:MM; both null: the day is free. */
  start: string | null;
  end: string | null;
  /** When it was planned, ISO 8601 UTC. */
  at: string;
}

export type WorkedShift = Shift & { start: string; end: string };

export const isWorked = (shift: Shift): shift is WorkedShift => shift.start !== null && shift.end !== null;

/** Its hours name a shift: two devices that plan the same for a person and a day mean the same row. */
export const shiftId = ({ date, start, end }: Pick<Shift, 'date' | 'start' | 'end'>) =>
  start === null || end === null ? `${date}.off` : `${date}.${start}-${end}`;

const DAY_MINUTES = 24 * 60;

/** Minutes since the midnight with which its day begins. */
const spanOf = ({ start, end }: WorkedShift) => ({
  from: minuteOfDay(start),
  until: minuteOfDay(end) + (endsNextDay({ start, end }) ? DAY_MINUTES : 0),
});

/** From the first beginning to the last end of a day's shifts; null where it has none. */
export function hoursOfShifts(shifts: readonly WorkedShift[]): Hours | null {
  const [first] = [...shifts].sort((a, b) => spanOf(a).from - spanOf(b).from);
  const [last] = [...shifts].sort((a, b) => spanOf(b).until - spanOf(a).until);
  if (!first || !last) return null;
  return { start: first.start, end: last.end, ...(spanOf(last).until >= DAY_MINUTES && { overnight: true as const }) };
}

/** Worked in a day's shifts, each minute once; what lies between them is none of it. */
export function minutesOfShifts(shifts: readonly WorkedShift[]): number {
  let [minutes, taken] = [0, 0];
  for (const { from, until } of shifts.map(spanOf).sort((a, b) => a.from - b.from)) {
    minutes += Math.max(0, until - Math.max(from, taken));
    taken = Math.max(taken, until);
  }
  return minutes;
}

/** two-shifts: more than one on a day. overlap: one begins before another ends, that of the night before, too. */
export type PlanRemark = { date: string; what: 'two-shifts' | 'overlap' | 'no-shift'; names: string[] };

/** Days on which somebody has more than one shift, each told once; an overlap is told on the day on which it begins. */
export function doubleShifts(shifts: readonly Shift[]): PlanRemark[] {
  const worked = shifts.filter(isWorked).sort((a, b) => a.date.localeCompare(b.date) || a.start.localeCompare(b.start));
  const remarks = new Map<string, PlanRemark>();
  for (const [index, shift] of worked.entries()) {
    for (const next of worked.slice(index + 1)) {
      const apart = (Date.parse(next.date) - Date.parse(shift.date)) / 86_400_000;
      if (apart > 1) break;
      const overlaps = spanOf(next).from + apart * DAY_MINUTES < spanOf(shift).until;
      if (apart > 0 && !overlaps) continue;
      const before = remarks.get(shift.date);
      const names = [...new Set([...(before?.names ?? []), shift.name, next.name])];
      const what = overlaps || before?.what === 'overlap' ? 'overlap' : 'two-shifts';
      remarks.set(shift.date, { date: shift.date, what, names });
    }
  }
  return [...remarks.values()];
}

/** What wants to be looked at before a month is drawn up: double shifts, and days of which nothing is planned. */
export const planRemarks = (month: string, shifts: readonly Shift[], unplanned: readonly string[]): PlanRemark[] =>
  [...doubleShifts(shifts), ...unplanned.map((date): PlanRemark => ({ date, what: 'no-shift', names: [] }))]
    .filter(({ date }) => date.startsWith(month))
    .sort((a, b) => a.date.localeCompare(b.date));

/** The Monday of the week of a date. */
export const mondayOf = (date: string) => addDays(date, -((new Date(`${date}T00:00:00Z`).getUTCDay() + 6) % 7));

/**
 * What copying a person's week, which begins on a Monday, to the weeks after it adds, up to a date. A day that has anything
 * planned already stays as it is.
 */
export function copiedWeek<One extends Shift>(shifts: readonly One[], monday: string, until: string): One[] {
  const taken = new Set(shifts.map(({ date }) => date));
  const week = shifts.filter(({ date }) => monday <= date && date < addDays(monday, 7));
  const added: One[] = [];
  for (let days = 7; addDays(monday, days) <= until; days += 7) {
    for (const shift of week) {
      const date = addDays(shift.date, days);
      if (date <= until && !taken.has(date)) added.push({ ...shift, date });
    }
  }
  return added;
}
