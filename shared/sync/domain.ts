// What a sync engine must be told about the product it serves. It knows nothing else of it.

import type { Actor, Mutations } from './mutation.ts';
import type { Tables } from './table.ts';

export interface Domain {
  tables: Tables;
  mutations: Mutations;
  /** The scope that everybody reads and only administration writes: reading it does not wait for others, writing does. */
  referenceScope: (actor: Actor) => string;
  /** The scope of the actor's own work. Its log takes what reaches no other scope, such as a mutation nobody understands. */
  ownScope: (actor: Actor) => string;
  /** Whether a scope is the actor's own by its name alone, seen or not: it comes into being with the first act that writes it. */
  opens: (actor: Actor, scope: string) => boolean;
}
