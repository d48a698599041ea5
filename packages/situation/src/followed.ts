import type { Steps } from '@standoff/engine';
import { courseSteps } from './course-steps.js';
import { courseOnDiagrams } from './diagram-ends.js';
import type { Diagrams } from './diagrams.js';
import { ListedCourse } from './listed-course.js';
import { FirstStates } from './first-states.js';
import type { ListedStates } from './listed-states.js';
import { STANDARD_NAMES, type Standard } from './standard.js';
import type { Followed, State, States } from './states.js';

/** The steps of courses, worked out once for as long as the states are. */
const known = new WeakMap<ListedStates, Map<Standard, Steps>>();

/**
 * Where the course leads: from the status quo if no states are given, of all but `without`. Where the
 * states are too many to be listed, along all improvements and not the best alone: which is the best
 * is not known as a set.
 */
export function followed(
  states: States,
  standard: Standard,
  { from = states.now, without }: { from?: readonly State[]; without?: string } = {},
): Followed {
  if (!isListed(states)) {
    const more = without === undefined ? { from } : { from, without };
    return courseOnDiagrams(states as Diagrams, states.reached(true, more), from);
  }
  const { listing, work } = states;
  const courses = known.get(states) ?? new Map<Standard, Steps>();
  known.set(states, courses);
  const steps = courses.get(standard) ?? courseSteps(listing.game, standard);
  courses.set(standard, steps);
  const starts = from.map((state) => listing.space.indexOf(Number(state)));
  const movers = listing.deciders.flatMap(({ id }, mover) => (id === without ? [] : [mover]));
  return new ListedCourse(listing, work.naming, steps, starts, movers);
}

/** The standards by which it is known where the course leads: the others take the answers to every move. */
export function standardsOf(states: States): readonly Standard[] {
  return isListed(states) && !isAtFirst(states) ? STANDARD_NAMES : STANDARD_NAMES.slice(0, 1);
}

/** Whether of these states only what a first answer can wait for is said. */
export function isAtFirst(states: States): boolean {
  return states instanceof FirstStates;
}

function isListed(states: States): states is ListedStates {
  return 'listing' in states;
}
