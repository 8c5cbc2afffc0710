// When to try again. Full jitter: devices that failed together do not come back together.
// Source: AWS Architecture Blog, "Exponential Backoff And Jitter".

import type { Failure } from './transport.ts';

const FIRST_MS = 2_000;
const LONGEST_MS = 5 * 60_000;
/** After maintenance everybody may return; they are spread over this time. */
export const RETURN_SPREAD_MS = 90_000;
/** Maintenance can end early: so often a device looks all the same. */
const MAINTENANCE_LOOK_MS = 3 * 60_000;

/** `failures` in a row including this one; `random` from 0 to 1. */
export function retryAt(failure: Failure, failures: number, now: Date, random: () => number): Date {
  return new Date(now.getTime() + delay(failure, failures, now, random));
}

function delay(failure: Failure, failures: number, now: Date, random: () => number): number {
  if (failure.kind === 'new-epoch' && failure.spread > 0) return failure.spread * 1000 * random();
  if (failure.kind === 'busy') return failure.retryAfter * 1000 * (1 + random());
  if (failure.kind === 'maintenance') {
    const left = Math.max(0, (Date.parse(failure.until) || 0) - now.getTime());
    const whenOver = left + random() * RETURN_SPREAD_MS;
    return Math.min(whenOver, MAINTENANCE_LOOK_MS * (0.5 + random()));
  }
  return random() * Math.min(LONGEST_MS, FIRST_MS * 2 ** (failures - 1)) + 500;
}
