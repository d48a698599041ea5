import type { PulledEnd } from '@standoff/engine';
import { walked, type Course, type State } from '@standoff/situation';

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
  const starts = now.map((state) => course.numberOf(state));
  return walked(course.steps, starts, course.bounds).map(({ states, ...rest }) => ({
    ...rest,
    states: states.map((number) => course.stateOf(number)),
  }));
}

/** The share of ways that come to one of them. */
export function shareOf(group: readonly { readonly share: number }[]): number {
  return group.reduce((sum, { share }) => sum + share, 0);
}
