// Medians and percentiles, and how a figure is shown.

export function percentile(values: readonly number[], share: number): number {
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? Number.NaN;
}

export const median = (values: readonly number[]) => percentile(values, 0.5);

/** Median, and the range of the runs. */
export const spread = (values: readonly number[], digits = 1) =>
  `${median(values).toFixed(digits)} (${Math.min(...values).toFixed(digits)}–${Math.max(...values).toFixed(digits)})`;

export interface Figure {
  what: string;
  measured: string;
  /** The goal, or what it is compared with in the same run. */
  against: string;
  /** Whether the goal is reached; nothing where there is none. */
  holds?: boolean;
}
