// How many days of annual leave (cuti tahunan) somebody has. Source: PP 11/2017, articles 311 to 313 and 333 as amended by PP
// 17/2020; Peraturan BKN 24/2017, annex III.A, numbers 2, 8 to 12. The numbers are the agency's policy.

import type { DatedPolicy } from '#shared/time/dated.ts';
import type { Calendar } from '#shared/time-rules/rules/calendar.ts';
import type { Leave, LeaveEntry } from '../tables.ts';
import type { LeaveState } from './leave.ts';
import { leaveDaysOf } from './leave-days.ts';
import { type LeavePolicy, leavePolicyOn } from './policy.ts';

/** Working days; `left` is what remains of the rest. */
export interface AnnualLeave {
  /** The year's own right, or what the office stated of it. */
  entitled: number;
  /** From years before. */
  carried: number;
  /** Whether the office ever stated what was left: before that nothing is known of years before. */
  carriedKnown: boolean;
  /** More, for work on joint leave. It ends with the year. */
  added: number;
  /** Taken, or approved for later; since the office's statement where there is one in the year. */
  used: number;
  /** Asked for, and not decided yet. */
  asked: number;
  left: number;
  /** Who takes long leave (cuti besar) has no annual leave of that year. */
  longLeave: boolean;
}

export interface LeaveRecord {
  leaves: readonly Leave[];
  entries: readonly LeaveEntry[];
  calendar: Calendar;
  policies: readonly DatedPolicy[];
}

/** What a year hands on to the next one. */
interface YearEnd {
  /** Of its own right. */
  left: number;
  /** None was taken in it. */
  unused: boolean;
  /** Days that the official postponed. */
  postponed: number;
}

/**
 * What is left of a year's annual leave. Days from years before are used first, then those that end with the year. They are
 * reckoned from the office's first statement on: what was taken before this app, nobody can see here.
 */
export function annualLeave(year: string, record: LeaveRecord): AnnualLeave {
  const first = record.entries
    .filter((entry) => entry.kind === 'left' && !entry.withdrawn && entry.year <= year)
    .map((entry) => entry.year)
    .sort()[0];
  const ends: YearEnd[] = [];
  for (let at = Number(first ?? year); at < Number(year); at += 1) {
    ends.push(reckon(String(at), record, ends).end);
  }
  return { ...reckon(year, record, ends).annual, carriedKnown: first !== undefined };
}

function reckon(
  year: string,
  record: LeaveRecord,
  ends: readonly YearEnd[],
): { annual: Omit<AnnualLeave, 'carriedKnown'>; end: YearEnd } {
  const policy = leavePolicyOn(record.policies, `${year}-01-01`);
  const entries = record.entries.filter((entry) => !entry.withdrawn && entry.year === year);
  const stated = entries
    .filter(({ kind }) => kind === 'left')
    .sort((a, b) => a.asOf.localeCompare(b.asOf) || a.at.localeCompare(b.at))
    .at(-1);
  // What was taken before the morning of the statement is in it.
  const daysOf = (...states: LeaveState[]) =>
    daysIn(year, states, record).filter((date) => !stated || date >= stated.asOf);
  const used = daysOf('approved').length;
  const asked = daysOf('submitted', 'considered').length;
  const entitled = stated?.days ?? policy.annualDays;
  const carried = stated
    ? Math.min(stated.carried, policy.mostAfterTwoYears - policy.annualDays)
    : carriedInto(policy, ends);
  const added = entries.filter(({ kind }) => kind === 'joint-leave').reduce((sum, { days }) => sum + days, 0);
  const longLeave = record.leaves.some(
    (leave) =>
      leave.kind === 'besar' &&
      leave.state === 'approved' &&
      leaveDaysOf(leave, record.calendar).some((date) => date.startsWith(year)),
  );
  const ofOwn = Math.max(0, used - carried - added);
  const own = longLeave ? ofOwn : entitled;
  return {
    annual: { entitled, carried, added, used, asked, left: own + carried + added - used - asked, longLeave },
    end: {
      left: Math.max(0, own - ofOwn),
      unused: !longLeave && daysIn(year, ['approved'], record).length === 0 && entitled >= policy.annualDays,
      postponed: daysOf('postponed').length,
    },
  };
}

/** The working days in a year of annual leaves in these states. */
const daysIn = (year: string, states: readonly LeaveState[], { leaves, calendar }: LeaveRecord): string[] =>
  leaves
    .filter(({ kind, state }) => kind === 'tahunan' && states.includes(state))
    .flatMap((leave) => leaveDaysOf(leave, calendar))
    .filter((date) => date.startsWith(year));

/**
 * What comes into a year from those before: of one year as much as makes 18, of two years or more in which none was taken as
 * much as makes 24; what the official postponed comes whole, up to 24 (annex III.A, numbers 8 to 11).
 */
export function carriedInto(
  { annualDays, mostAfterOneYear, mostAfterTwoYears }: LeavePolicy,
  ends: readonly YearEnd[],
): number {
  const [beforeLast, last] = [ends.at(-2), ends.at(-1)];
  if (!last) return 0;
  const most = mostAfterTwoYears - annualDays;
  if (last.unused && beforeLast?.unused) return Math.min(most, last.left + beforeLast.left);
  const postponed = Math.min(last.postponed, last.left);
  return Math.min(most, postponed + Math.min(last.left - postponed, mostAfterOneYear - annualDays));
}
