// The days of a file as acts at the server, some persons in each request.

import type { Asked } from '#client/ask.ts';
import { actInOffice, type OfficeCall } from '#client/office.ts';
import { groupBy } from '#shared/group-by.ts';
import type { Call } from '#shared/mutations/index.ts';
import type { Outcome } from '#shared/protocol.ts';
import type { RecordedDay } from './recorded-day.ts';

/** Days in one act, as the act allows. */
const MOST_DAYS = 366;
/** Acts in one request: a year of one person is some fifty kilobytes. */
const BATCH = 30;

export function callsOf(days: readonly RecordedDay[]): Call[] {
  return [...groupBy(days, ({ employeeId }) => employeeId)].flatMap(([employeeId, own]) => {
    const bare = own.map(({ date, arrival, departure, duty }) => ({ date, arrival, departure, duty }));
    const parts = Array.from({ length: Math.ceil(bare.length / MOST_DAYS) }, (_, index) =>
      bare.slice(index * MOST_DAYS, (index + 1) * MOST_DAYS),
    );
    return parts.map((part) => ({ name: 'attendance.record' as const, args: { employeeId, days: part } }));
  });
}

/** Stops at the first batch that was not taken whole: brought again, what was taken stays as it is. */
export async function inBatches(calls: readonly OfficeCall[]): Promise<Asked<Outcome[]>> {
  const outcomes: Outcome[] = [];
  for (let from = 0; from < calls.length; from += BATCH) {
    const asked = await actInOffice(calls.slice(from, from + BATCH));
    if (!asked.ok) return asked;
    outcomes.push(...asked.value);
    if (asked.value.some(({ result }) => result === 'refused')) break;
  }
  return { ok: true, value: outcomes };
}
