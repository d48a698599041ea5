import { CONCEPTS } from '@standoff/engine';
import type { Count, Digits } from '@standoff/model';
import type { Concept } from './shown.js';
import { countOf, type Standing, type State, type States, type StateSet } from './states.js';
import type { Ways } from './ways.js';

/** Which states hold, as far as that is known as sets. */
export class Held {
  readonly #sets: ReadonlyMap<Concept, StateSet>;
  /** The concepts of which it is not known which states hold under them. */
  readonly notKnown: readonly Concept[];

  /** @param concepts those that are asked about; all when left out. */
  constructor(
    readonly states: States,
    concepts: readonly Concept[] = CONCEPTS,
  ) {
    const sets = concepts.map((concept) => [concept, states.holding(concept)] as const);
    this.#sets = new Map(sets.flatMap(([concept, set]) => (set ? [[concept, set]] : [])));
    this.notKnown = concepts.filter((concept) => !this.#sets.has(concept));
  }

  /** By concept, how many states of the set hold; null: not known. */
  counts(inside: StateSet): Record<Concept, Count | Digits | null> {
    const count = (set: StateSet | undefined): Count | Digits | null =>
      set ? countOf(set.and(inside).count) : null;
    return Object.fromEntries(
      CONCEPTS.map((concept) => [concept, count(this.#sets.get(concept))]),
    ) as Record<Concept, Count | Digits | null>;
  }

  /** The states that are known to hold under any of the concepts. */
  any(concepts: readonly Concept[] = CONCEPTS): StateSet {
    const none = this.states.all.minus(this.states.all);
    return concepts.reduce((all, concept) => {
      const set = this.#sets.get(concept);
      return set ? all.or(set) : all;
    }, none);
  }

  /** The concepts under which a state of a set asked for holds: where nobody has a better move, all. */
  conceptsAt(state: State): readonly Concept[] {
    const known = CONCEPTS.filter((concept) => this.#sets.get(concept)?.has(state));
    return known.length > 0 && this.notKnown.length > 0 ? CONCEPTS : known;
  }

  /** Under which concepts nobody leaves the state, and for which that was not decided. */
  at(state: State, actors: readonly string[]): Standing {
    if (this.notKnown.length === 0) return { stable: this.conceptsAt(state), undecided: [] };
    const standings = actors.map((actor) => this.states.standing(actor, state));
    const stable = CONCEPTS.filter((concept) =>
      standings.every((one) => one.stable.includes(concept)),
    );
    const undecided = CONCEPTS.filter(
      (concept) =>
        !stable.includes(concept) &&
        standings.every((one) => [...one.stable, ...one.undecided].includes(concept)),
    );
    return { stable, undecided };
  }

  /** The states of the set that are known to hold, from those that do under most concepts down. */
  byConcepts(inside: StateSet): StateSet[] {
    // atLeast[k]: held under at least k of the concepts looked at so far.
    const atLeast = [inside];
    for (const set of this.#sets.values())
      for (let k = atLeast.length; k > 0; k--) {
        const more = atLeast[k - 1].and(set);
        atLeast[k] = k === atLeast.length ? more : atLeast[k].or(more);
      }
    return atLeast
      .slice(1)
      .map((set, k) => (k + 2 < atLeast.length ? set.minus(atLeast[k + 2]) : set))
      .filter((set) => !set.isEmpty)
      .reverse();
  }

  /** Of the states held under most concepts the nearest; null: none is known to be held. */
  firmest(inside: StateSet, ways: Ways): State | null {
    const [most] = this.byConcepts(inside);
    return (most as StateSet | undefined) === undefined ? null : ways.nearest(most, 1)[0];
  }
}
