import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { boundedTime } from './bounded-time.ts';

const HOUR = 3_600_000;
const BASE = Date.parse('2026-11-24T00:00:00.000Z');
const iso = (time: number) => new Date(time).toISOString();

/** A true history: last contact, the act, the sending, and how long the request was under way. */
const history = fc
  .record({
    floor: fc.integer({ min: BASE, max: BASE + 24 * HOUR }),
    act: fc.integer({ min: 0, max: 20 * 24 * HOUR }),
    wait: fc.integer({ min: 0, max: 20 * 24 * HOUR }),
    latency: fc.integer({ min: 0, max: 5 * 60_000 }),
  })
  .map(({ floor, act, wait, latency }) => {
    const at = floor + act;
    const sent = at + wait;
    return { floor, at, sent, received: sent + latency, latency };
  });
const skew = fc.integer({ min: -400 * 24 * HOUR, max: 400 * 24 * HOUR });

describe('the time that counts', () => {
  it('lies within the bounds, whatever is claimed', () => {
    const claims = fc.oneof(
      fc.integer({ min: -8e14, max: 8e14 }).map(iso),
      fc.string(),
      fc.constantFrom('1970-01-01T00:00:00.000Z', '9999-12-31T23:59:59.999Z', ''),
    );
    fc.assert(
      fc.property(history, claims, fc.option(skew), ({ floor, received }, claim, offset) => {
        const { counted } = boundedTime(claim, { floor, received, offset });
        expect(counted).toBeGreaterThanOrEqual(floor);
        expect(counted).toBeLessThanOrEqual(received);
      }),
    );
  });

  it('costs an honest person with a wrong clock nothing but the time the request was under way', () => {
    fc.assert(
      fc.property(history, skew, ({ floor, at, sent, received, latency }, wrong) => {
        const offset = received - (sent + wrong);
        const { counted } = boundedTime(iso(at + wrong), { floor, received, offset });
        expect(counted).toBeLessThanOrEqual(at + latency);
      }),
    );
  });

  it('costs nothing where the clock was set right, or reset, between the act and the sending', () => {
    fc.assert(
      fc.property(history, skew, ({ floor, at, sent, received, latency }, wrong) => {
        // At the act the clock was wrong by this much; when sending it is right.
        const offset = received - sent;
        const { counted, clock } = boundedTime(iso(at + wrong), { floor, received, offset });
        if (clock === 'implausible') expect(counted).toBe(floor);
        else if (wrong <= 0) expect(counted).toBeLessThanOrEqual(at + latency);
      }),
    );
  });

  it('is the claim itself where the clock is right', () => {
    fc.assert(
      fc.property(history, ({ floor, at, sent, received }) => {
        const offset = received - sent;
        expect(boundedTime(iso(at), { floor, received, offset })).toEqual({
          claimed: at,
          counted: at,
          clock: 'trusted',
        });
      }),
    );
  });
});

it.each([
  ['a clock ahead by a day', '2026-11-25T08:00:00.000Z', '2026-11-25T09:00:00.000Z', '2026-11-24T08:00', 'corrected'],
  [
    'a clock that began in 1970',
    '1970-01-01T00:05:00.000Z',
    '2026-11-24T09:00:00.000Z',
    '2026-11-23T09:00',
    'implausible',
  ],
  [
    'a claim before the last contact',
    '2026-11-20T08:00:00.000Z',
    '2026-11-24T09:00:00.000Z',
    '2026-11-23T09:00',
    'implausible',
  ],
  ['no time at all', 'yesterday', '2026-11-24T09:00:00.000Z', '2026-11-23T09:00', 'implausible'],
])('%s', (_what, claim, sentAt, counted, clock) => {
  const received = Date.parse('2026-11-24T09:00:00.000Z');
  const floor = Date.parse('2026-11-23T09:00:00.000Z');
  const bounded = boundedTime(claim, { floor, received, offset: received - Date.parse(sentAt) });
  expect({ counted: iso(bounded.counted).slice(0, 16), clock: bounded.clock }).toEqual({ counted, clock });
});
