// After an outage everybody comes back at once. So many are served at a time and so many wait; whoever comes beyond is
// told when to come back, at once and cheaply, instead of waiting until both sides have given up.

import { fault } from '../problem.ts';

/** Below the number of database connections, so that the rest of the server still gets one. */
const AT_ONCE = 12;
/** About two seconds of work on two cores. */
const WAITING = 120;
/** Seconds; a device waits so long and up to as long again, at random (client/sync/backoff.ts). */
const COME_BACK = 5;

export class Admission {
  #serving = 0;
  #waiting: (() => void)[] = [];

  /** Runs the work when its turn comes; a `busy` fault where too many wait already. */
  async run<T>(work: () => Promise<T>): Promise<T> {
    if (this.#serving >= AT_ONCE) {
      if (this.#waiting.length >= WAITING) throw fault('busy', {}, COME_BACK);
      await new Promise<void>((turn) => this.#waiting.push(turn));
    } else {
      this.#serving += 1;
    }
    try {
      return await work();
    } finally {
      // The place goes on to whoever waits longest.
      const next = this.#waiting.shift();
      if (next) next();
      else this.#serving -= 1;
    }
  }
}
