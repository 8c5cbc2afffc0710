// When a person did something, as far as it can be known: the device claims a time, the server bounds it by what it knows
// itself. Not before the device's last contact, not after receipt. Within these bounds the claim is taken as it is most
// favourable: a wrong clock costs an honest person nothing, and a forged one reaches no further than the bounds.

/** How the claim fared: taken as it is, taken after the clock was corrected, or impossible and replaced by the lower bound. */
export type ClockVerdict = 'trusted' | 'corrected' | 'implausible';

/** All in milliseconds since 1970. */
export interface Bounds {
  floor: number;
  received: number;
  /** By how much the device's clock seemed to be behind when it sent; null where it did not say. */
  offset: number | null;
}

export interface BoundedTime {
  /** NaN where the claim is no time at all. */
  claimed: number;
  counted: number;
  clock: ClockVerdict;
}

/** Network and rounding: a claim may lie so many milliseconds after receipt and is still believed. */
export const TOLERANCE_MS = 120_000;

export function boundedTime(claim: string, { floor, received, offset }: Bounds): BoundedTime {
  const claimed = Date.parse(claim);
  const within = (time: number) => time >= floor && time <= received + TOLERANCE_MS;
  const candidates: { time: number; clock: ClockVerdict }[] = [{ time: claimed, clock: 'trusted' }];
  if (offset !== null) candidates.push({ time: claimed + offset, clock: 'corrected' });
  const [best] = candidates.filter(({ time }) => within(time)).sort((a, b) => a.time - b.time);
  if (!best) return { claimed, counted: Math.min(floor, received), clock: 'implausible' };
  return { claimed, counted: Math.min(best.time, received), clock: best.clock };
}
