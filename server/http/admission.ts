// After an outage everybody comes back at once. So many are served at a time and so many wait; whoever comes beyond is
// told when to come back, at once and cheaply, instead of waiting until both sides have given up.

import { fault } from './problem.ts';

/** Below the number of database connections, so that the rest of the server still gets one. */
const AT_ONCE = 12;
/** About two seconds of work on two cores. */
const WAITING = 120;
/** Seconds; a device waits so long and up to as long again, at random (client/sync/backoff.ts). */
const COME_BACK = 5;

/** Milliseconds; whoever waited so long in vain comes back later, before they take us for dead (client/sync/transport.ts). */
export const LONGEST_WAIT = 10_000;

export interface AdmissionLimits {
  atOnce?: number;
  waiting?: number;
  longestWait?: number;
}

export class Admission {
  #limits: Required<AdmissionLimits>;
  #serving = 0;
  #waiting: (() => void)[] = [];

  constructor({ atOnce = AT_ONCE, waiting = WAITING, longestWait = LONGEST_WAIT }: AdmissionLimits = {}) {
    this.#limits = { atOnce, waiting, longestWait };
  }

  /** Runs the work when its turn comes; a `busy` fault where too many wait already, or the turn does not come. */
  async run<T>(work: () => Promise<T>): Promise<T> {
    if (this.#serving >= this.#limits.atOnce) await this.#turn();
    else this.#serving += 1;
    try {
      return await work();
    } finally {
      // The place goes on to whoever waits longest.
      const next = this.#waiting.shift();
      if (next) next();
      else this.#serving -= 1;
    }
  }

  #turn(): Promise<void> {
    if (this.#waiting.length >= this.#limits.waiting) throw fault('busy', {}, COME_BACK);
    return new Promise((turn, failed) => {
      const next = () => {
        clearTimeout(timer);
        turn();
      };
      const timer = setTimeout(() => {
        this.#waiting.splice(this.#waiting.indexOf(next), 1);
        failed(fault('busy', {}, COME_BACK));
      }, this.#limits.longestWait);
      this.#waiting.push(next);
    });
  }
}
