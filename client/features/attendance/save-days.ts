// The days of a file as acts at the server.

import { groupBy } from '#shared/group-by.ts';
import type { Call } from '#shared/mutations.ts';
import type { RecordedDay } from './recorded-day.ts';

/** Days in one act, as the act allows. */
const MOST_DAYS = 366;

export function callsOf(days: readonly RecordedDay[]): Call[] {
  return [...groupBy(days, ({ employeeId }) => employeeId)].flatMap(([employeeId, own]) => {
    const bare = own.map(({ date, arrival, departure, duty }) => ({ date, arrival, departure, duty }));
    const parts = Array.from({ length: Math.ceil(bare.length / MOST_DAYS) }, (_, index) =>
      bare.slice(index * MOST_DAYS, (index + 1) * MOST_DAYS),
    );
    return parts.map((part) => ({ name: 'attendance.record' as const, args: { employeeId, days: part } }));
  });
}
