// Reading, declared like writing: which rows a question needs, and what they answer. Both are pure, so that a question is
// asked in the same words of a device's storage and of the server's, and is tested without either.

import type { Actor } from './mutation.ts';
import { type Read, RowSet } from './row-set.ts';
import type { SyncRow } from './table.ts';

/** Who asks, and when: `today` is the tenant's date, `now` an instant. */
export interface Asking {
  actor: Actor;
  today: string;
  now: string;
}

export interface Question<Args, Answer> {
  /**
   * The rows it needs, as far as `rows`, those that came so far, can tell: it is asked again until it needs no more, so that
   * what a row names can be read in its turn.
   */
  reads: (args: Args, asking: Asking, rows: RowSet) => readonly Read[];
  /** Undefined where what it asks for is not there. */
  answer: (args: Args, asking: Asking, rows: RowSet) => Answer | undefined;
}

export const question = <Args, Answer>(of: Question<Args, Answer>): Question<Args, Answer> => of;

/** Gives the rows that reads name; the same row more than once does no harm. */
export type LoadRows = (reads: readonly Read[]) => Promise<readonly { table: string; row: SyncRow }[]>;

/** Rows that name rows that name rows: more steps than any question has. */
const STEPS_AT_MOST = 8;

export async function ask<Args, Answer>(
  { reads, answer }: Question<Args, Answer>,
  { args, asking, load }: { args: Args; asking: Asking; load: LoadRows },
): Promise<Answer | undefined> {
  const rows = new RowSet();
  const asked = new Set<string>();
  for (let step = 0; step < STEPS_AT_MOST; step += 1) {
    const more = new Map(reads(args, asking, rows).map((read) => [JSON.stringify(read), read]));
    for (const key of asked) more.delete(key);
    if (more.size === 0) return answer(args, asking, rows);
    for (const key of more.keys()) asked.add(key);
    for (const { table, row } of await load([...more.values()])) rows.load(table, row);
  }
  throw new Error('a question that asks on and on');
}
