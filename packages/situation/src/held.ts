import { CONCEPTS } from '@standoff/engine';
import type { Count, Digits } from '@standoff/model';
import type { Concept } from './shown.js';
import { countOf, type State, type States, type StateSet } from './states.js';
import type { Ways } from './ways.js';

/** Which states hold, as far as that is known as sets. */
export class Held {
  readonly #sets: ReadonlyMap<Concept, StateSet>;
  /** The concepts of which it is not known which states hold under them. */
  readonly notKnown: readonly Concept[];

  constructor(readonly states: States) {
    const sets = CONCEPTS.map((concept) => [concept, states.holding(concept)] as const);
    this.#sets = new Map(sets.flatMap(([concept, set]) => (set ? [[concept, set]] : [])));
    this.notKnown = CONCEPTS.filter((concept) => !this.#sets.has(concept));
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

  /** Of the states held under most concepts the nearest; null: none is known to be held. */
  firmest(inside: StateSet, ways: Ways): State | null {
    // atLeast[k]: held under at least k of the concepts looked at so far.
    const atLeast = [inside];
    for (const set of this.#sets.values())
      for (let k = atLeast.length; k > 0; k--) {
        const more = atLeast[k - 1].and(set);
        atLeast[k] = k === atLeast.length ? more : atLeast[k].or(more);
      }
    for (let k = atLeast.length - 1; k > 0; k--)
      if (!atLeast[k].isEmpty) return ways.nearest(atLeast[k], 1)[0];
    return null;
  }
}
