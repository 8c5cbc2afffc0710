// Whether a day's work was logged in time. A deadline that an outage overlaps moves; every verdict names its reasons, so
// that employee, supervisor and auditor read the same explanation. Deadlines and the rule of moving are the agency's
// policy; the default is the custom that a day is logged by 24.00 (regents' regulations on TPP). Of a shift through the
// night it counts from the day on which the shift ends. `rules` are those of the person (calendar.ts, rulesFor).

import type { ClockVerdict } from '#shared/sync/bounded-time.ts';
import { plainDate, plainDateTime } from '#shared/time/plain-date.ts';
import { addDays, endsNextDay } from '#shared/time/working-time.ts';
import { type Calendar, hoursOn, type TimeRules, workingDayAfter } from './calendar.ts';
import type { Fillable } from './extensions.ts';
import { timePolicyOn } from './policy.ts';
import type { OutageSpan, Reopened, Timeliness } from './timing.ts';

const MINUTE = 60_000;

export interface Work {
  date: string;
  /** The bounded time, and how far the device's clock was believed. */
  loggedAt: string;
  clock: ClockVerdict;
  /** When its content was last changed, by the bounded time. */
  editedAt: string | null;
}

/** What counts for an entry, of its row. */
export const workIn = ({ date, createdAt, clock, editedAt }: Omit<Work, 'loggedAt'> & { createdAt: string }): Work => ({
  ...{ date, loggedAt: createdAt, clock, editedAt },
});

export function timelinessOf(work: Work, rules: TimeRules): Timeliness {
  const { deadline, movedBy, waitsForShift, reopened } = deadlineOf(work.date, rules);
  const at = deadline === null ? null : new Date(deadline).toISOString();
  const until = withGrace(deadline, work.date, rules);
  const inTime = Date.parse(work.loggedAt) <= until;
  const editedLate = inTime && work.editedAt !== null && Date.parse(work.editedAt) > until ? work.editedAt : null;
  const verdict = !inTime ? 'late' : work.clock === 'implausible' ? 'implausible' : 'in-time';
  const more = { ...(waitsForShift && { waitsForShift }), ...(reopened && { reopened }) };
  return { verdict, deadline: at, movedBy, editedLate, ...more };
}

/** While the deadline is open nothing is late. */
function withGrace(deadline: number | null, date: string, { policies }: TimeRules): number {
  const { graceMinutes } = timePolicyOn(policies, date);
  return deadline === null ? Number.POSITIVE_INFINITY : deadline + graceMinutes * MINUTE;
}

/** Until when the work of a day counts in time, in milliseconds since 1970, the grace among it; infinite while it is open. */
export const inTimeUntil = (date: string, rules: TimeRules): number =>
  withGrace(deadlineOf(date, rules).deadline, date, rules);

/** Whether it has to be told. That a deadline moved is news only for what would have been late without it. */
export function isNotable(
  work: Work,
  { verdict, movedBy, editedLate, reopened }: Timeliness,
  rules: TimeRules,
): boolean {
  if (verdict !== 'in-time' || editedLate !== null || work.clock !== 'trusted') return true;
  if (movedBy === null && !reopened) return false;
  return timelinessOf(work, { ...rules, outages: [], extended: () => null }).verdict === 'late';
}

/** Until when the work of a day may be logged, by the policy of that day. */
export function deadlineOf(date: string, rules: TimeRules): MovedDeadline {
  const { deadlineDays, deadlineTime } = timePolicyOn(rules.policies, date);
  const ended = endOf(date, rules.calendar);
  const due = { date: addDays(ended, deadlineDays), time: deadlineTime, by: date };
  return dueDeadline(due, { filling: 'work', day: date }, rules);
}

/** A deadline, moved by outages, and by what opens it again where that gives longer. */
export function dueDeadline(due: Due, what: Fillable, rules: TimeRules): MovedDeadline {
  const moved = movedDeadline(due, rules);
  const extension = rules.extended?.(what);
  if (!extension || extension.lastDay <= due.date || moved.deadline === null) return moved;
  const longer = movedDeadline({ ...due, date: extension.lastDay }, rules);
  const { lastDay, reason } = extension;
  return longer.deadline !== null && longer.deadline <= moved.deadline
    ? moved
    : { ...longer, reopened: { lastDay, reason } };
}

/** The day on which the work of a day ends. */
function endOf(date: string, calendar: Calendar): string {
  const hours = hoursOn(calendar, date);
  return hours && endsNextDay(hours) ? addDays(date, 1) : date;
}

export interface MovedDeadline {
  /** Milliseconds since 1970; null while an outage that moves it goes on, or while it waits for a shift. */
  deadline: number | null;
  movedBy: OutageSpan | null;
  /** The outage is over, but the shift to whose day the deadline moves is not planned yet. */
  waitsForShift?: true;
  reopened?: Reopened;
}

/** A time (HH:MM) of a day, by the policy of the day `by`. */
interface Due {
  date: string;
  time: string;
  by: string;
}

/** A deadline, moved by the outages around it as the policy of the day `by` says. */
export function movedDeadline(due: Due, { policies, calendar, outages, timeZone }: TimeRules): MovedDeadline {
  const policy = timePolicyOn(policies, due.by);
  let deadline = instantOf(due.date, due.time, timeZone);
  let movedBy: OutageSpan | null = null;
  // A moved deadline may fall into the next outage. Each turn passes an outage that began before, so it ends.
  for (let turn = 0; turn <= outages.length; turn += 1) {
    const over = outages
      .filter(({ startsAt, endsAt }) => {
        const until = endsAt === null ? Number.POSITIVE_INFINITY : Date.parse(endsAt);
        return Date.parse(startsAt) < deadline && until > deadline - policy.outageMinutes * MINUTE;
      })
      .sort((a, b) => (b.endsAt ?? '9').localeCompare(a.endsAt ?? '9'))[0];
    if (!over) break;
    if (over.endsAt === null) return { deadline: null, movedBy: over };
    const day = workingDayAfter(calendar, plainDate(over.endsAt, timeZone), policy.movedByWorkingDays);
    if (day === null) return { deadline: null, movedBy: over, waitsForShift: true };
    const moved = instantOf(endOf(day, calendar), due.time, timeZone);
    if (moved <= deadline) break;
    deadline = moved;
    movedBy = over;
  }
  return { deadline, movedBy };
}

/** The instant of a clock time in a time zone; 24:00 is the next day's 00:00. */
export function instantOf(date: string, time: string, timeZone: string): number {
  if (time === '24:00') return instantOf(addDays(date, 1), '00:00', timeZone);
  const asUtc = Date.parse(`${date}T${time}:00.000Z`);
  // The zone's distance from UTC at about that time; asked again where a change of the clocks lies between.
  const first = asUtc - offsetOf(asUtc, timeZone);
  return asUtc - offsetOf(first, timeZone);
}

const offsetOf = (at: number, timeZone: string) =>
  Date.parse(`${plainDateTime(at, timeZone)}.000Z`) - Math.floor(at / 1000) * 1000;
