// Help with typing: how long, by how many, and whether it holds.
//
// Source: none binds; a regent's regulation on TPP names the employee as the one who reports the work, and the study that
// this product answers found 16 of 26 employees whose record somebody else typed, with their password. So help is allowed,
// and made visible: by name, for a time, and nothing of it counts before its owner has read it.

import { addDays, laterOf } from '#shared/time/working-time.ts';
import type { Helper } from '../tables.ts';

/** A month is what an allowance is paid for: whoever still needs help after it decides so anew. */
export const HELP_DAYS_AT_MOST = 31;

/** One, and one who stands in for them: with more, nobody knows any longer who types what. */
export const HELPERS_AT_ONCE = 2;

/** The last day that help begun on a day can have. */
export const lastDayOfHelp = (from: string): string => addDays(from, HELP_DAYS_AT_MOST - 1);

/** Whether help lasts at an instant, which is on the plain date `today`. */
export const lasts = (
  { validFrom, validUntil, endedAt }: Pick<Helper, 'validFrom' | 'validUntil' | 'endedAt'>,
  { now, today }: { now: string; today: string },
): boolean => validFrom <= today && today <= validUntil && (endedAt === null || now <= endedAt);

/** Those who help at an instant, each once, with the last day of it. */
export function helpersAt(helpers: readonly Helper[], at: { now: string; today: string }): Map<string, string> {
  const until = new Map<string, string>();
  for (const help of helpers) {
    if (!lasts(help, at)) continue;
    until.set(help.helperId, laterOf(until.get(help.helperId) ?? help.validUntil, help.validUntil));
  }
  return until;
}
