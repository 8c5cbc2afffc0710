import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { Scheduler } from './scheduler.ts';
import type { LocalStore, SyncStatus } from './store.ts';

/** What a browser has around a tab, as far as the scheduler asks. */
class FakeEvents extends EventTarget {
  static readonly CLOSED = 2;
  static open: FakeEvents[] = [];
  readyState = 1;

  constructor() {
    super();
    FakeEvents.open.push(this);
  }

  close(): void {
    this.readyState = FakeEvents.CLOSED;
  }

  poke(what: string, spread: number): void {
    this.dispatchEvent(Object.assign(new Event(what), { data: String(spread) }));
  }
}

let status: SyncStatus;
let runs: number;
let scheduler: Scheduler;
beforeEach(() => {
  vi.useFakeTimers({ now: new Date('2026-11-24T02:00:00Z') });
  FakeEvents.open = [];
  vi.stubGlobal('EventSource', FakeEvents);
  vi.stubGlobal('document', Object.assign(new EventTarget(), { visibilityState: 'visible' }));
  const window = new EventTarget();
  vi.stubGlobal('addEventListener', window.addEventListener.bind(window));
  vi.stubGlobal('removeEventListener', window.removeEventListener.bind(window));
  status = { kind: 'settled', at: '2026-11-24T02:00:00.000Z' };
  runs = 0;
  const store = {
    name: crypto.randomUUID(),
    read: async (work: (tx: unknown) => unknown) => work({ get: async () => status }),
  };
  scheduler = new Scheduler({
    store: store as unknown as LocalStore,
    run: async () => {
      runs += 1;
      return status;
    },
    now: () => new Date(),
    random: () => 0.5,
    onRunning: () => undefined,
  });
});
afterEach(() => {
  scheduler.stop();
  vi.useRealTimers();
  vi.unstubAllGlobals();
});

const begun = async () => {
  scheduler.start();
  await vi.advanceTimersByTimeAsync(10);
  return FakeEvents.open[0] as FakeEvents;
};

it('asks at once when it is poked, or spread over the time that it is told', async () => {
  const events = await begun();
  expect(runs).toBe(1);
  events.poke('changed', 0);
  await vi.advanceTimersByTimeAsync(10);
  expect(runs).toBe(2);
  events.poke('changed', 20_000);
  await vi.advanceTimersByTimeAsync(9_000);
  expect(runs).toBe(2);
  await vi.advanceTimersByTimeAsync(2_000);
  expect(runs).toBe(3);
});

it('that was asked to wait goes on waiting whatever pokes it, but for the end of maintenance', async () => {
  const later = new Date(Date.now() + 60_000).toISOString();
  status = { kind: 'busy', retryAt: later };
  const events = await begun();
  expect(runs).toBe(1);
  events.poke('changed', 0);
  await vi.advanceTimersByTimeAsync(5_000);
  expect(runs).toBe(1);
  events.poke('maintenance', 0);
  await vi.advanceTimersByTimeAsync(10);
  expect(runs).toBe(2);
});

it('comes back when it is due, and never again once it is stopped', async () => {
  status = { kind: 'unreachable', retryAt: new Date(Date.now() + 5_000).toISOString() };
  await begun();
  await vi.advanceTimersByTimeAsync(5_100);
  expect(runs).toBeGreaterThan(1);
  scheduler.stop();
  const before = runs;
  await vi.advanceTimersByTimeAsync(600_000);
  expect(runs).toBe(before);
});

it('sends what was held when its time is over, also what an act of before a reload left held', async () => {
  await begun();
  expect(runs).toBe(1);
  scheduler.actedFor(10_000);
  await vi.advanceTimersByTimeAsync(9_900);
  expect(runs).toBe(1);
  status = { kind: 'settled', at: '', heldUntil: new Date(Date.now() + 4_000).toISOString() };
  await vi.advanceTimersByTimeAsync(300);
  expect(runs).toBe(2);
  status = { kind: 'settled', at: '' };
  await vi.advanceTimersByTimeAsync(3_000);
  expect(runs).toBe(2);
  await vi.advanceTimersByTimeAsync(1_500);
  expect(runs).toBe(3);
});
