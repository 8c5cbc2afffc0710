// One act at a time. A double tap is one wish: its second tap is not taken while the act is under way, nor when it falls
// on what the first one changed. A tap elsewhere is a wish of its own: it waits for its turn. A slow processor tells of a tap long after it was made, so the tap's own
// time counts, not the time at which it is heard of.

import { type Ref, shallowRef } from 'vue';

/** Two taps within this are a double tap, as on most systems. */
const DOUBLE_TAP_MS = 500;

/** Two taps within so many pixels are at one place. */
const ONE_PLACE = 24;

/** As many changes are remembered as a slow processor may tell of late. */
const CHANGES = 8;

/** What the gates of a tab know of its screen. */
interface Screen {
  /** The last tap that was heard. */
  tap: Tap;
  /** By what the screen changed, the latest last. */
  changes: Change[];
}

interface Change {
  by: Tap;
  /** Taps from here on were made by somebody who saw the screen as it is. */
  seenFrom: number;
}

interface Tap {
  /** When it was made, in milliseconds of the clock that `now` reads. */
  at: number;
  /** Not a number: a key, which is at no place. */
  x: number;
  y: number;
  /** The button, or whatever else was tapped; null for a key that acts by itself. */
  on: EventTarget | null;
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
  /** Of acts that are under way or wait for their turn: the tap, and the form that is saved. */
  readonly #wishes = new Set<{ by: Tap; form: object | undefined }>();
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

  /**
   * Does what a tap asks for, in its turn; undefined where it is the second tap of an act. `taken` tells whether it took
   * effect. `form`: what is saved by it; a form is saved once, whichever of its buttons is pressed meanwhile.
   */
  async tap<Result>(
    work: () => Promise<Result>,
    taken: (result: Result) => boolean,
    form?: object,
  ): Promise<Result | undefined> {
    const { tap, changes } = this.#ports.screen;
    const asked = [...this.#wishes].some(
      (wish) => isOnePlace(wish.by, tap) || (form !== undefined && wish.form === form),
    );
    if (asked || isSecondOf(changes, tap)) return undefined;
    const wish = { by: tap, form };
    this.#wishes.add(wish);
    try {
      return await this.#inTurn(work, (result) => {
        // What was not taken leaves the screen as it was: to try again is a wish of its own.
        if (taken(result)) this.#change(tap);
      });
    } finally {
      this.#wishes.delete(wish);
    }
  }

  /** Something else stands where the tap was made, such as the button of a question: its second tap is no answer. */
  changed(): void {
    this.#change(this.#ports.screen.tap);
    this.#closed.value = true;
    this.#open();
  }

  /** A key was pressed that acts by itself, at no place: it counts as a tap does, and pressed twice is one wish. */
  keyed(at: number): void {
    this.#ports.screen.tap = { at, x: Number.NaN, y: Number.NaN, on: null };
  }

  #change(by: Tap): void {
    const { screen, now } = this.#ports;
    const change = { by, seenFrom: Math.max(now(), by.at + DOUBLE_TAP_MS) };
    screen.changes = [...screen.changes, change].slice(-CHANGES);
  }

  /** Does what no tap asks for, such as another choice in a list, or the end of long work: it waits for its turn. */
  inTurn<Result>(work: () => Promise<Result>): Promise<Result> {
    return this.#inTurn(work, () => undefined);
  }

  async #inTurn<Result>(work: () => Promise<Result>, done: (result: Result) => void): Promise<Result> {
    while (this.#busy.value) await this.#last;
    return this.#run(work, done);
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
    const seenFrom = Math.max(0, ...this.#ports.screen.changes.map((change) => change.seenFrom));
    const wait = seenFrom - this.#ports.now();
    const open = () => {
      if (!this.#busy.value) this.#closed.value = this.#ports.now() < seenFrom;
    };
    if (wait <= 0) open();
    else this.#ports.later(open, Math.ceil(wait) + 1);
  }
}

/** Whether one cannot be told from a second tap of the other: the same button, a place so near, or a key at no place. */
const isOnePlace = (one: Tap, other: Tap) =>
  one.on === null ||
  other.on === null ||
  one.on === other.on ||
  (Math.abs(one.x - other.x) < ONE_PLACE && Math.abs(one.y - other.y) < ONE_PLACE);

/** Whether a tap was made on what another one has changed, before that could be seen. A tap elsewhere is a wish of its own. */
const isSecondOf = (changes: readonly Change[], tap: Tap) =>
  changes.some(({ by, seenFrom }) => tap.at < seenFrom && isOnePlace(by, tap));

/** Whether a tap is the second one at a place that the first one changed: no button, and no link, was meant by it. */
export const isSecondTap = ({ changes }: Screen, { at, x, y }: Pick<Tap, 'at' | 'x' | 'y'>) =>
  changes.some(
    ({ by, seenFrom }) =>
      at < seenFrom && at > by.at && Math.abs(x - by.x) < ONE_PLACE && Math.abs(y - by.y) < ONE_PLACE,
  );

const nowhere: Tap = { at: 0, x: 0, y: 0, on: null };
const screen: Screen = { tap: nowhere, changes: [] };
const ports: GatePorts = { screen, now: () => performance.now(), later: (act, ms) => setTimeout(act, ms) };

const tapped = (target: EventTarget | null) =>
  target instanceof Element ? (target.closest('button, a, label, summary, [role=button]') ?? target) : target;

globalThis.addEventListener?.(
  'click',
  (event: Event) => {
    const { timeStamp: at, clientX: x, clientY: y, detail, target } = event as MouseEvent;
    const on = tapped(target);
    // A key that presses a button is at no place, and has no count.
    if (detail === 0) screen.tap = { at, x: Number.NaN, y: Number.NaN, on };
    else if (isSecondTap(screen, { at, x, y })) {
      event.preventDefault();
      event.stopImmediatePropagation();
    } else screen.tap = { at, x, y, on };
  },
  { capture: true },
);

globalThis.addEventListener?.(
  'keydown',
  (event: Event) => {
    const { key, repeat, timeStamp: at, target } = event as KeyboardEvent;
    if (key !== 'Enter' || target instanceof HTMLTextAreaElement) return;
    // A key that is held down is one wish, however long it is held.
    if (repeat) event.preventDefault();
    else screen.tap = { at, x: Number.NaN, y: Number.NaN, on: tapped(target) };
  },
  { capture: true },
);

/** The gate of this tab: what is saved on this device passes here. */
export const actGate = new ActGate(ports);

/** For acts that ask the server and may wait long for it: they do not keep others from being saved here meanwhile. */
export const gateOfItsOwn = () => new ActGate(ports);
