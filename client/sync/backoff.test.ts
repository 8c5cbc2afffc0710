import { describe, expect, it } from 'vitest';
import { RETURN_SPREAD_MS, retryAt } from './backoff.ts';
import type { Failure } from './transport.ts';

const now = new Date('2026-11-24T02:00:00.000Z');
const wait = (failure: Failure, failures: number, random: number) =>
  retryAt(failure, failures, now, () => random).getTime() - now.getTime();

describe('the time until the next try', () => {
  it('grows with every failure, and is drawn from the whole of it', () => {
    expect(wait({ kind: 'unreachable' }, 1, 1)).toBe(2_500);
    expect(wait({ kind: 'unreachable' }, 4, 1)).toBe(16_500);
    expect(wait({ kind: 'unreachable' }, 4, 0)).toBe(500);
  });

  it('never exceeds five minutes', () => {
    expect(wait({ kind: 'unreachable' }, 40, 1)).toBe(300_500);
  });

  it('is not shorter than what the server asked for', () => {
    expect(wait({ kind: 'busy', retryAfter: 30 }, 1, 0)).toBe(30_000);
    expect(wait({ kind: 'busy', retryAfter: 30 }, 1, 1)).toBe(60_000);
  });

  it('after maintenance is spread, so that not everybody returns in one second', () => {
    const soon = { kind: 'maintenance', until: '2026-11-24T02:00:10.000Z', message: '' } as const;
    expect(wait(soon, 1, 0)).toBe(10_000);
    expect(wait(soon, 1, 0.9)).toBe(10_000 + 0.9 * RETURN_SPREAD_MS);
  });

  it('in a long maintenance is minutes, since it may end early', () => {
    const long = { kind: 'maintenance', until: '2026-11-25T02:00:00.000Z', message: '' } as const;
    expect(wait(long, 1, 1)).toBeLessThanOrEqual(5 * 60_000);
  });
});
