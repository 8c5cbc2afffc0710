// The ids of one act, from the moment its form opens until it is done. However often it is sent, it takes effect once:
// the same row keeps its id, and so does the same call.

import type { Call } from '#shared/mutations.ts';

/** The id of a row that the act makes, by a word for what it is: the same for the same word until the act is done. */
export type IdOf = (what: string) => string;

/** What an act means: its calls, or how they are made with the ids of the act. */
export type Calls = Call | readonly Call[] | ((id: IdOf) => Call | readonly Call[] | Promise<readonly Call[]>);

export type CallWithId<Of extends { name: string; args: unknown } = Call> = Of & { id: string };

export class ActIds {
  readonly #newId: () => string;
  #ids: Map<string, string>;

  /** `kept`: of an act that was begun before. */
  constructor(newId: () => string, kept: Record<string, string> = {}) {
    this.#newId = newId;
    this.#ids = new Map(Object.entries(kept));
  }

  readonly of: IdOf = (what) => {
    const id = this.#ids.get(what) ?? this.#newId();
    this.#ids.set(what, id);
    return id;
  };

  /** Gives each call an id of its own. One with other content is another call: nothing typed since is taken for a repeat. */
  number<Of extends { name: string; args: unknown }>(calls: readonly Of[]): CallWithId<Of>[] {
    return calls.map((call, index) => ({ ...call, id: this.of(JSON.stringify([index, call.name, call.args])) }));
  }

  async callsOf(calls: Calls): Promise<CallWithId[]> {
    const made = typeof calls === 'function' ? await calls(this.of) : calls;
    return this.number(Array.isArray(made) ? (made as readonly Call[]) : [made as Call]);
  }

  /** The act is done: the next one gets others. */
  renew(kept: Record<string, string> = {}): void {
    this.#ids = new Map(Object.entries(kept));
  }

  /** To go on with the same act after the app was closed. */
  kept(): Record<string, string> {
    return Object.fromEntries(this.#ids);
  }
}
