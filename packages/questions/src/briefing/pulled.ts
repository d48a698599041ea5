import { pull, type PulledEnd } from '@standoff/engine';
import { Random, type Course, type State } from '@standoff/situation';

/** A share below this is told nowhere. */
export const LEAST = 1e-9;
/** Where walks have to be drawn. */
export const SEED = 1;

/** Where a course ends, by state. */
export interface End {
  readonly states: readonly State[];
  readonly share: number;
  readonly interval: PulledEnd['interval'];
}

/**
 * The ends of the course from today, each with the share of ways that come to it.
 *
 * @throws AnalysisError 'too-large' where the steps cannot be found.
 */
export function pullOf(course: Course, now: readonly State[]): End[] {
  const random = new Random(SEED);
  const starts = now.map((state) => course.numberOf(state));
  return pull(course.steps, starts, () => random.next(), course.bounds)
    .filter(({ share }) => share >= LEAST)
    .map(({ states, ...rest }) => ({
      ...rest,
      states: states.map((number) => course.stateOf(number)),
    }));
}

/** The share of ways that come to one of them. */
export function shareOf(group: readonly { readonly share: number }[]): number {
  return group.reduce((sum, { share }) => sum + share, 0);
}
