import { holdOf, type AnswerKind } from '@standoff/engine';
import type { Count, Digits, OptionId, Proportion } from '@standoff/model';
import { isAtFirst, standardsOf } from './followed.js';
import type { StateShown } from './shown.js';
import { STANDARD_NAMES, STANDARDS, type Standard } from './standard.js';
import {
  countOf,
  type Followed,
  type FoundEnd,
  type State,
  type States,
  type StateSet,
} from './states.js';

/** Where the course ends: an outcome, or states in which it goes round. */
export interface CourseEnd {
  /** The nearest state of it. */
  readonly nearest: StateShown;
  /** How many states the course goes round in; 0: it stays. */
  readonly round: Count | Digits;
  /** In how many states it stays that are this outcome: that no wish, no scenario and no name tells apart. */
  readonly variants: Count;
  /** Ids of the options in which these differ. */
  readonly differ: readonly OptionId[];
  /** By which answers it is held, by the firmest concept; null: it goes round. */
  readonly hold: AnswerKind | null;
  /** The share of walks along the course that end here; null: not known. */
  readonly pull: Proportion | null;
  /** Low and high of the share, at 95 %, where walks were drawn; null: it is exact, or not known. */
  readonly interval: readonly [Proportion, Proportion] | null;
}

/** Where the course ends, as far as it is told. */
export interface CourseEnds {
  /** The strongest pull first, of equal ones the nearest. */
  readonly ends: readonly CourseEnd[];
  /** How many ends there are besides, where not all are told; where the states are too many to be listed, states in which it stays. */
  readonly moreEnds?: Count | Digits;
  /** Only where there may be still others, in which it goes round. */
  readonly endsOpen?: true;
}

/** @param limit ends told at most. */
export function courseEnds(states: States, course: Followed, limit: number): CourseEnds {
  const { ends, more, complete } = course.ends(limit);
  return {
    ends: ends.map((end) => courseEnd(states, end)),
    ...(more > 0n ? { moreEnds: countOf(more) } : {}),
    ...(complete ? {} : { endsOpen: true }),
  };
}

export function courseEnd(
  states: States,
  { nearest, round, states: alike, share, interval }: FoundEnd,
): CourseEnd {
  const stays = round === 1n;
  return {
    nearest: states.shown(nearest),
    round: stays ? 0 : countOf(round),
    variants: stays ? alike.length : 1,
    differ: stays ? differing(states, alike) : [],
    hold: stays ? gradeAt(states, nearest) : null,
    pull: share,
    interval,
  };
}

/**
 * The share of walks along the course that end in states of the set, going round in it alone included;
 * null: not known.
 */
export function pullInto(course: Followed, set: StateSet): number | null {
  return course.shareInto(set);
}

/** By which answers the state is held, by the firmest concept; null: it is not known to hold. */
export function gradeAt(states: States, state: State): AnswerKind | null {
  const concepts = STANDARD_NAMES.map((standard) => STANDARDS[standard].concept);
  return holdOf(concepts.filter((concept) => states.isHeld(state, concept)))?.answers ?? null;
}

/** By which answers the state of the set is held that is held most firmly, by the standard; null: none is. */
export function gradeIn(states: States, set: StateSet, standard: Standard): AnswerKind | null {
  const concepts = STANDARD_NAMES.slice(0, STANDARD_NAMES.indexOf(standard) + 1).map(
    (one) => STANDARDS[one].concept,
  );
  const firmest = concepts.find((concept) => states.holding(concept)?.and(set).isEmpty === false);
  return firmest === undefined ? null : holdOf([firmest])!.answers;
}

function differing(states: States, variants: readonly State[]): OptionId[] {
  if (variants.length < 2) return [];
  const taken = variants.map((state) => states.shown(state).taken);
  return [...new Set(taken.flat())]
    .filter((option) => taken.some((one) => !one.includes(option)))
    .sort();
}

/** By which standard it is judged, and which was asked for where that is another. */
export interface Judging {
  /** By what it is judged whether a state holds, and which steps the course takes. */
  readonly standard: Standard;
  /** Only where the states are too many for it: the standard that was asked for. */
  readonly insteadOf?: Standard;
  /** Only where it is that of a first answer, and all of it can be had by the standard that was asked for. */
  readonly atFirst?: true;
}

/** The standard asked for, or where it cannot be followed, the first that can. */
export function judging(states: States, asked: Standard): Judging {
  const standards = standardsOf(states);
  return standards.includes(asked)
    ? { standard: asked }
    : {
        standard: standards[0],
        insteadOf: asked,
        ...(isAtFirst(states) ? { atFirst: true } : {}),
      };
}
