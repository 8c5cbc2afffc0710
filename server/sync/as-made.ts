// What a device has made itself just as it was decided here: it need not get it back (shared/sync/made.ts).

import { groupBy } from '#shared/group-by.ts';
import { madeText } from '#shared/sync/made.ts';
import type { NumberedMutation } from '#shared/sync/protocol.ts';
import { keyOf, type RowChange } from '#shared/sync/row-set.ts';
import type { Tables } from '#shared/sync/table.ts';
import { madeDigest } from './signature.ts';

/** Where a scope stood before a batch, and its version with the batch in it. */
export interface Step {
  before: { version: number; stamp: string };
  version: number;
}

export interface AsMade {
  /** Of each mutation whose rows are as the device made them: its number, and the keys of the rows that nothing of the batch wrote after it. */
  mutations: readonly { seq: number; keys: readonly string[] }[];
  /** Whether that is every row that the batch wrote. */
  wholly: boolean;
  /** Of the scopes that it wrote. */
  steps: ReadonlyMap<string, Step>;
}

export const NOTHING_AS_MADE: AsMade = { mutations: [], wholly: false, steps: new Map() };

/** `acts`: in their order, with what each changed; `changes`: what became of the rows in the end. */
export function compareMade(
  tables: Tables,
  acts: readonly { queued: NumberedMutation; changes: readonly RowChange[] }[],
  changes: readonly RowChange[],
): Pick<AsMade, 'mutations' | 'wholly'> {
  const last = new Map<string, { seq: number; digest: string | undefined }>();
  for (const { queued, changes: own } of acts) {
    for (const [index, change] of own.entries()) {
      // Of an act that wrote other rows there, nothing is taken as made.
      const digest = queued.made?.length === own.length ? queued.made[index] : undefined;
      last.set(keyOf(change), { seq: queued.seq, digest });
    }
  }
  const rows = changes.flatMap((change) => {
    const key = keyOf(change);
    const claim = last.get(key);
    const spec = tables[change.table];
    if (!claim || !spec) return [];
    return [
      { seq: claim.seq, key, same: claim.digest !== undefined && claim.digest === madeDigest(madeText(spec, change)) },
    ];
  });
  const mutations = [...groupBy(rows, ({ seq }) => seq)]
    .filter(([, mine]) => mine.every(({ same }) => same))
    .map(([seq, mine]) => ({ seq, keys: mine.map(({ key }) => key) }));
  const wholly = changes.length > 0 && rows.length === changes.length && rows.every(({ same }) => same);
  return { mutations, wholly };
}
