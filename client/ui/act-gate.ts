// One act at a time. A double tap is one wish: its second tap is not taken while the act is under way, nor when it falls
// on the screen that the first one changed. A slow processor tells of a tap long after it was made, so the tap's own
// time counts, not the time at which it is heard of.

import { type Ref, shallowRef } from 'vue';

/** Two taps within this are a double tap, as on most systems. */
const DOUBLE_TAP_MS = 500;

/** What the gates of a tab know of its screen. */
interface Screen {
  /** Taps from here on were made by somebody who saw it as it is. */
  seenFrom: number;
}

export interface GatePorts {
  screen: Screen;
  /** Milliseconds, of the clock that also stamps taps. */
  now: () => number;
  /** When the last tap was made. */
  tappedAt: () => number;
  /** Calls back after some milliseconds. */
  later: (act: () => void, ms: number) => void;
}

export class ActGate {
  readonly #ports: GatePorts;
  readonly #busy = shallowRef(false);
  readonly #closed = shallowRef(false);
  #last: Promise<unknown> = Promise.resolve();

  constructor(ports: GatePorts) {
    this.#ports = ports;
  }

  /** Whether an act is under way. */
  get busy(): Readonly<Ref<boolean>> {
    return this.#busy;
  }

  /** Whether a tap would not be taken now. */
  get closed(): Readonly<Ref<boolean>> {
    return this.#closed;
  }

  /** Does what a tap asks for; undefined where it is the second tap of an act. `taken` tells whether it took effect. */
  async tap<Result>(work: () => Promise<Result>, taken: (result: Result) => boolean): Promise<Result | undefined> {
    const at = this.#ports.tappedAt();
    if (this.#busy.value || at < this.#ports.screen.seenFrom) return undefined;
    return this.#run(work, (result) => {
      // What was not taken leaves the screen as it was: to try again is a wish of its own.
      if (taken(result)) this.#change(at);
    });
  }

  /** Another button stands where the tap was made, such as that of a question: its second tap is no answer. */
  changed(): void {
    this.#change(this.#ports.tappedAt());
    this.#closed.value = true;
    this.#open();
  }

  #change(tappedAt: number): void {
    this.#ports.screen.seenFrom = Math.max(this.#ports.now(), tappedAt + DOUBLE_TAP_MS);
  }

  /** Does what no tap asks for, such as another choice in a list, or the end of long work: it waits for its turn. */
  async inTurn<Result>(work: () => Promise<Result>): Promise<Result> {
    while (this.#busy.value) await this.#last;
    return this.#run(work, () => undefined);
  }

  async #run<Result>(work: () => Promise<Result>, done: (result: Result) => void): Promise<Result> {
    this.#busy.value = true;
    this.#closed.value = true;
    const running = work();
    this.#last = running.catch(() => undefined);
    try {
      const result = await running;
      done(result);
      return result;
    } finally {
      this.#busy.value = false;
      this.#open();
    }
  }

  #open(): void {
    const wait = this.#ports.screen.seenFrom - this.#ports.now();
    const open = () => {
      if (!this.#busy.value) this.#closed.value = this.#ports.now() < this.#ports.screen.seenFrom;
    };
    if (wait <= 0) open();
    else this.#ports.later(open, Math.ceil(wait) + 1);
  }
}

let tapped = 0;
globalThis.addEventListener?.(
  'click',
  ({ timeStamp }) => {
    tapped = timeStamp;
  },
  { capture: true },
);

const ports: GatePorts = {
  screen: { seenFrom: 0 },
  now: () => performance.now(),
  tappedAt: () => tapped,
  later: (act, ms) => setTimeout(act, ms),
};

/** The gate of this tab: what is saved on this device passes here. */
export const actGate = new ActGate(ports);

/** For acts that ask the server and may wait long for it: they do not keep others from being saved here meanwhile. */
export const gateOfItsOwn = () => new ActGate(ports);
