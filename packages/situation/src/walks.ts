import { pull, type PulledEnd, type PullOptions, type Steps } from '@standoff/engine';
import { Random } from './random.js';

/** A share of walks below this is none. */
export const LEAST_SHARE = 1e-9;
/** Where walks have to be drawn: the same ones each time. */
export const WALKS_SEED = 1;

/** Where walks along the steps end, with the share of each end; what is none is left out. */
export function walked(steps: Steps, starts: readonly number[], bounds?: PullOptions): PulledEnd[] {
  const random = new Random(WALKS_SEED);
  return pull(steps, starts, () => random.next(), bounds).filter(
    ({ share }) => share >= LEAST_SHARE,
  );
}
