// One act at a time. A double tap is one wish: its second tap is not taken while the act is under way, nor when it falls
// on the screen that the first one changed. A slow processor tells of a tap long after it was made, so the tap's own
// time counts, not the time at which it is heard of.

import { type Ref, shallowRef } from 'vue';

/** Two taps within this are a double tap, as on most systems. */
const DOUBLE_TAP_MS = 500;

/** Two taps within so many pixels are at one place. */
const ONE_PLACE = 24;

/** What the gates of a tab know of its screen. */
interface Screen {
  /** Taps from here on were made by somebody who saw it as it is. */
  seenFrom: number;
  /** The last tap that was heard, and the one that the screen last changed by. */
  tap: Tap;
  changedBy: Tap;
}

interface Tap {
  /** When it was made, in milliseconds of the clock that `now` reads. */
  at: number;
  x: number;
  y: number;
}

export interface GatePorts {
  screen: Screen;
  /** Milliseconds, of the clock that also stamps taps. */
  now: () => number;
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
    const { tap, seenFrom } = this.#ports.screen;
    if (this.#busy.value || tap.at < seenFrom) return undefined;
    return this.#run(work, (result) => {
      // What was not taken leaves the screen as it was: to try again is a wish of its own.
      if (taken(result)) this.#change(tap);
    });
  }

  /** Something else stands where the tap was made, such as the button of a question: its second tap is no answer. */
  changed(): void {
    this.#change(this.#ports.screen.tap);
    this.#closed.value = true;
    this.#open();
  }

  /** A key was pressed that acts by itself, at no place: it counts as a tap does, and pressed twice is one wish. */
  keyed(at: number): void {
    this.#ports.screen.tap = { at, x: Number.NaN, y: Number.NaN };
  }

  #change(by: Tap): void {
    const { screen, now } = this.#ports;
    screen.changedBy = by;
    screen.seenFrom = Math.max(now(), by.at + DOUBLE_TAP_MS);
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

/** Whether a tap is the second one at a place that the first one changed: no button, and no link, was meant by it. */
export const isSecondTap = ({ seenFrom, changedBy }: Screen, { at, x, y }: Tap) =>
  at < seenFrom && at > changedBy.at && Math.abs(x - changedBy.x) < ONE_PLACE && Math.abs(y - changedBy.y) < ONE_PLACE;

const nowhere: Tap = { at: 0, x: 0, y: 0 };
const screen: Screen = { seenFrom: 0, tap: nowhere, changedBy: nowhere };
const ports: GatePorts = { screen, now: () => performance.now(), later: (act, ms) => setTimeout(act, ms) };

globalThis.addEventListener?.(
  'click',
  (event: Event) => {
    const { timeStamp: at, clientX: x, clientY: y, detail } = event as MouseEvent;
    const tap = { at, x, y };
    // A key that presses a button is at no place, and has no count.
    if (detail > 0 && isSecondTap(screen, tap)) {
      event.preventDefault();
      event.stopImmediatePropagation();
    } else screen.tap = tap;
  },
  { capture: true },
);

/** The gate of this tab: what is saved on this device passes here. */
export const actGate = new ActGate(ports);

/** For acts that ask the server and may wait long for it: they do not keep others from being saved here meanwhile. */
export const gateOfItsOwn = () => new ActGate(ports);
