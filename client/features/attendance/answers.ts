// What a person said of files of one layout.

import type { Order } from '#client/table-file/reading/index.ts';

export interface Answers {
  order: Order | null;
  /** What 00:00 is: nothing scanned, or midnight. */
  midnight: 'none' | 'midnight' | null;
  /** What it is to leave earlier than one came: night duty, or a mistake. */
  night: 'night' | 'mistake' | null;
}
export const NO_ANSWERS: Answers = { order: null, midnight: null, night: null };
