// When a tab syncs: after each act, when the server pokes, when the network, the server or the person comes back, when a
// retry is due, and from time to time. Runs that are asked for while one is under way become one more run.
//
// One tab of a person listens for pokes: a stream in each would use up the six connections that a browser opens to a
// server. What its runs bring is in the database, where the other tabs see it.

import { POKES } from '#shared/sync/pokes.ts';
import { exclusively } from './locks.ts';
import type { LocalStore, SyncStatus } from './store.ts';

export interface SchedulerPorts {
  run: () => Promise<SyncStatus>;
  store: LocalStore;
  now: () => Date;
  random: () => number;
  /** Called with true and false around each run. */
  onRunning: (running: boolean) => void;
}

/** How often a device asks though nothing happened; spread, so that devices drift apart. */
const POLL_MS = 90_000;

export class Scheduler {
  #ports: SchedulerPorts;
  #timer: ReturnType<typeof setTimeout> | undefined;
  #running = false;
  #again = false;
  #stopped = false;
  #leads = false;
  #resign = () => {};
  #events: EventSource | undefined;
  #poked: ReturnType<typeof setTimeout> | undefined;
  #held: ReturnType<typeof setTimeout> | undefined;

  constructor(ports: SchedulerPorts) {
    this.#ports = ports;
  }

  start(): void {
    addEventListener('online', this.#wake);
    addEventListener('focus', this.#wake);
    document.addEventListener('visibilitychange', this.#wake);
    void this.#lead();
    void this.now();
  }

  stop(): void {
    this.#stopped = true;
    clearTimeout(this.#timer);
    clearTimeout(this.#poked);
    clearTimeout(this.#held);
    this.#events?.close();
    this.#resign();
    removeEventListener('online', this.#wake);
    removeEventListener('focus', this.#wake);
    document.removeEventListener('visibilitychange', this.#wake);
  }

  /** Asks for a run now. */
  async now(): Promise<void> {
    if (this.#stopped) return;
    if (this.#running) {
      this.#again = true;
      return;
    }
    this.#running = true;
    this.#ports.onRunning(true);
    clearTimeout(this.#timer);
    let status: SyncStatus | null = null;
    try {
      do {
        this.#again = false;
        status = await this.#ports.run();
        // The network may have come back just while a run was failing without it.
      } while (this.#again && (status.kind === 'settled' || status.kind === 'unreachable'));
    } catch (error) {
      // The storage failed under the run. What is queued is on the disk; the next run takes it up.
      console.error(error);
    } finally {
      this.#running = false;
      this.#ports.onRunning(false);
    }
    this.#listen();
    this.#plan(status);
  }

  /** An act was queued: send it, unless the server has asked to be left alone for a while. */
  async acted(): Promise<void> {
    const status = await this.#ports.store.read((tx) => tx.get('status'));
    const mayAsk = !status || !('retryAt' in status) || Date.parse(status.retryAt) <= this.#ports.now().getTime();
    if (mayAsk || status.kind === 'unreachable') await this.now();
  }

  /** An act was queued that may be taken back: it is sent when its time is over. */
  actedFor(ms: number): void {
    clearTimeout(this.#held);
    this.#held = setTimeout(() => void this.acted(), ms + 50);
  }

  #wake = () => {
    if (document.visibilityState === 'visible') void this.acted();
  };

  #plan(status: SyncStatus | null): void {
    if (this.#stopped) return;
    const { now, random } = this.#ports;
    const until = (moment: string) => Date.parse(moment) - now().getTime();
    const due = status && 'retryAt' in status ? until(status.retryAt) : POLL_MS * (0.7 + random());
    // Held by an act of before a reload, or of another tab.
    if (status?.kind === 'settled' && status.heldUntil) this.actedFor(Math.max(0, until(status.heldUntil)));
    this.#timer = setTimeout(() => void this.now(), Math.max(250, due));
  }

  /** Waits until no other tab listens, then does so until it stops. A tab that ends any other way is followed as well. */
  async #lead(): Promise<void> {
    const resigned = new Promise<void>((done) => {
      this.#resign = done;
    });
    await exclusively(`events ${this.#ports.store.name}`, async () => {
      if (this.#stopped) return;
      this.#leads = true;
      this.#listen();
      await resigned;
    });
  }

  /**
   * Pokes over server-sent events. The browser reconnects by itself, so the first poke of a new connection also tells
   * that the server is back; a connection that was refused is made anew after the next run.
   */
  #listen(): void {
    if (!this.#leads || this.#stopped || (this.#events && this.#events.readyState !== EventSource.CLOSED)) return;
    this.#events = new EventSource('/api/events');
    for (const poke of POKES) {
      this.#events.addEventListener(poke, ({ data }) => {
        const spread = Number(data) || 0;
        clearTimeout(this.#poked);
        // The end of maintenance is news to who waits for it; any other poke lets who was asked to wait go on waiting.
        const ask = () => (poke === 'maintenance' ? this.now() : this.acted());
        this.#poked = setTimeout(() => void ask(), spread * this.#ports.random());
      });
    }
  }
}
