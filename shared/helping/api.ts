// What the server is asked about help with typing.

import * as v from 'valibot';

/** So many months back: as long as a training takes to show. */
export const MONTHS_TOLD = 6;

const count = v.pipe(v.number(), v.integer(), v.minValue(0));

/** Of the entries that were sent, how many their owners typed themselves, by the units of those whom the asker may see. */
export const SelfTyped = v.object({
  /** YYYY-MM, the earliest first; the last is this month. */
  months: v.array(v.string()),
  units: v.array(
    v.object({
      id: v.string(),
      name: v.string(),
      /** One for each month. */
      counts: v.array(v.object({ self: count, helped: count })),
    }),
  ),
});
export type SelfTyped = v.InferOutput<typeof SelfTyped>;
