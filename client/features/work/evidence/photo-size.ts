// How large a photo is drawn. One that is long and narrow, such as a picture of a whole conversation, is bounded by its
// short side: bounded by the long one nobody could read it.

export interface Size {
  width: number;
  height: number;
}

/** What every browser that we serve can draw (Safari: 16.7 million, and 16384 in one direction). */
const MOST_PIXELS = 16_000_000;
const MOST_IN_ONE_DIRECTION = 16_000;

/** The size at which the longest side is at most `longest`, unless the short side would be less than half of that. */
export function drawnSize({ width, height }: Size, longest: number): Size {
  const long = Math.max(width, height);
  const short = Math.min(width, height);
  const scale = Math.min(
    1,
    Math.max(longest / long, longest / 2 / short),
    MOST_IN_ONE_DIRECTION / long,
    Math.sqrt(MOST_PIXELS / (width * height)),
  );
  const drawn = (side: number) => Math.max(1, Math.round(side * scale));
  return { width: drawn(width), height: drawn(height) };
}

/** Bytes that a photo may have: more where it is long, since it holds as much as several. */
export function mostBytes({ width, height }: Size): number {
  const ratio = Math.max(width, height) / Math.min(width, height);
  return 300_000 * Math.min(10, Math.max(1, ratio / 2));
}
