import type { Proportion } from '@standoff/model';
/** A share of worlds, from 0 to 1. */
export interface Share {
  /** From 0 to 1. */
  readonly share: Proportion;
  /** Where the worlds were sampled: bounds that hold with 95 % confidence. Null: the share is exact. */
  readonly low: Proportion | null;
  /** The upper of the two bounds. */
  readonly high: Proportion | null;
}

/** The 97.5 % quantile of the normal distribution. */
const Z = 1.959964;

/** What part of a whole: sums of weights miss 0 and 1 by rounding. */
export function partOf(part: number, whole: number): number {
  const raw = whole === 0 ? 0 : part / whole;
  return Math.abs(raw - 1) < 1e-9 ? 1 : raw < 1e-12 ? 0 : raw;
}

/** Exact, or from a sample with Wilson's score interval (Wilson 1927). */
export function shareOf(part: number, whole: number, sampled: boolean): Share {
  const share = partOf(part, whole);
  if (!sampled) return { share, low: null, high: null };
  const z = Z * Z;
  const centre = (share + z / (2 * whole)) / (1 + z / whole);
  const half =
    (Z / (1 + z / whole)) * Math.sqrt((share * (1 - share)) / whole + z / (4 * whole * whole));
  return { share, low: Math.max(0, centre - half), high: Math.min(1, centre + half) };
}
