// The clock of one row, held against the day of the row: where a cell names a date beside its time, that date is believed.
// A departure on the next morning is night duty then, and no question; any other day is a row that says two things.

import { type ClockTime, isWrong, type Wrong } from '#client/table-file/reading/moments.ts';
import { addDays } from '#shared/time/working-time.ts';

export type Clocked = { arrival: string | null; departure: string | null; order: 'day' | 'night' | 'open' };
export type ClockFault = { of: 'arrival' | 'departure'; wrong: Wrong['wrong'] | 'other-day' | 'reversed' };

type Cell = ClockTime | Wrong | null | undefined;

/** `order`: open where the departure is the earlier of the two and no cell says on which day it was. */
export function clockOfDay(date: string, came: Cell, went: Cell): Clocked | { faults: ClockFault[] } {
  if (isWrong(came) || isWrong(went)) {
    return {
      faults: [
        ...(isWrong(came) ? [{ of: 'arrival' as const, wrong: came.wrong }] : []),
        ...(isWrong(went) ? [{ of: 'departure' as const, wrong: went.wrong }] : []),
      ],
    };
  }
  const [arrival, departure] = [came?.time ?? null, went?.time ?? null];
  if (came?.date && came.date !== date) return { faults: [{ of: 'arrival', wrong: 'other-day' }] };
  const reversed = arrival !== null && departure !== null && departure < arrival;
  if (!went?.date) return { arrival, departure, order: reversed ? 'open' : 'day' };
  if (went.date === date) {
    return reversed ? { faults: [{ of: 'departure', wrong: 'reversed' }] } : { arrival, departure, order: 'day' };
  }
  if (went.date === addDays(date, 1) && reversed) return { arrival, departure, order: 'night' };
  return { faults: [{ of: 'departure', wrong: 'other-day' }] };
}
