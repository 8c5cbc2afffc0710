// The order in which a day was worked, for every list of entries.

import type { Activity } from '../tables.ts';

type Timed = Pick<Activity, 'date' | 'start' | 'createdAt'>;

/** By day, then by when it began; what has only a duration comes last, as it was logged. */
export const byTime = (a: Timed, b: Timed) =>
  a.date.localeCompare(b.date) ||
  (a.start ?? '99').localeCompare(b.start ?? '99') ||
  a.createdAt.localeCompare(b.createdAt);
