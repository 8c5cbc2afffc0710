import { seededRandom } from '#server/demo/seeding.ts';

/** The one source of chance of a simulation: the same seed draws the same. */
export interface Random {
  next: () => number;
  below: (limit: number) => number;
  chance: (share: number) => boolean;
  pick: <Item>(items: readonly [Item, ...Item[]]) => Item;
  maybe: <Item>(items: readonly Item[]) => Item | undefined;
}

export function randomOf(seed: number): Random {
  const next = seededRandom(`simulation ${seed}`);
  const below = (limit: number) => Math.floor(next() * limit);
  return {
    next,
    below,
    chance: (share) => next() < share,
    pick: (items) => items[below(items.length)] ?? items[0],
    maybe: (items) => items[below(items.length)],
  };
}
