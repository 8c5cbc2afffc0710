// How long leave of one kind may last. Source: PP 11/2017 articles 309 to 341 as amended by PP 17/2020, and Peraturan BKN
// 24/2017. They could not be read here: the numbers are the agency's policy, and say so. Leave that goes on right after leave
// of its kind, or after the days of a weekend, is one.

import { addDays, addMonths, earlierOf, laterOf } from '#shared/time/working-time.ts';
import { type LeaveDays, type LeaveKind, OPEN_LEAVE } from './leave.ts';
import type { LeavePolicy } from './policy.ts';

/** The last of so many months from a day on: from the 2nd of December three months last until the 1st of March. */
export function lastDayOfMonths(from: string, months: number): string {
  const month = addMonths(from.slice(0, 7), months);
  const lastOfMonth = addDays(`${addMonths(month, 1)}-01`, -1);
  const sameDay = `${month}-${from.slice(8)}`;
  return sameDay > lastOfMonth ? lastOfMonth : addDays(sameDay, -1);
}

/**
 * No leave at all is longer: that outside the state's care lasts three years and may be prolonged by one. Source: PP 11/2017
 * articles 335 and 336; they could not be read here.
 */
const MOST_MONTHS = 48;

/** Days between two leaves that part them no more than a weekend does. */
const WEEKEND = 2;

const adjoin = (a: LeaveDays, b: LeaveDays) =>
  a.validFrom <= addDays(b.validUntil, WEEKEND + 1) && b.validFrom <= addDays(a.validUntil, WEEKEND + 1);

type Other = LeaveDays & { kind: LeaveKind; state: string };

/** What is longer than the policy allows: since when the leave lasts, and until when it may. Null where it is not. */
export function tooLong(
  asked: LeaveDays & { kind: LeaveKind },
  others: readonly Other[],
  { longestMonths }: Pick<LeavePolicy, 'longestMonths'>,
): { kind: LeaveKind; months: number; from: string; until: string } | null {
  const months = longestMonths[asked.kind] || MOST_MONTHS;
  const left = others.filter(
    ({ kind, state }) => kind === asked.kind && (OPEN_LEAVE as readonly string[]).includes(state),
  );
  let whole: LeaveDays = asked;
  for (let at = left.findIndex((other) => adjoin(whole, other)); at !== -1; ) {
    const [other] = left.splice(at, 1);
    if (other) {
      whole = {
        validFrom: earlierOf(whole.validFrom, other.validFrom),
        validUntil: laterOf(whole.validUntil, other.validUntil),
      };
    }
    at = left.findIndex((one) => adjoin(whole, one));
  }
  const until = lastDayOfMonths(whole.validFrom, months);
  return whole.validUntil <= until ? null : { kind: asked.kind, months, from: whole.validFrom, until };
}
