import { FALSE, type Edge, type SymbolicGame } from '@standoff/engine';
import type { Diagrams } from './diagrams.js';
import type { State, StateSet } from './states.js';

/** A set of states as a decision diagram. */
export class DiagramSet implements StateSet {
  constructor(
    readonly states: Diagrams,
    readonly edge: Edge,
  ) {}

  get isEmpty(): boolean {
    return this.edge === FALSE;
  }

  get count(): bigint {
    return this.states.game.count(this.edge);
  }

  has(state: State): boolean {
    return this.states.game.has(this.edge, state);
  }

  and(other: StateSet): StateSet {
    return this.#with(({ bdd }) => bdd.and(this.edge, edgeOf(other)));
  }

  or(other: StateSet): StateSet {
    return this.#with(({ bdd }) => bdd.or(this.edge, edgeOf(other)));
  }

  minus(other: StateSet): StateSet {
    return this.#with(({ bdd }) => bdd.minus(this.edge, edgeOf(other)));
  }

  first(limit: number): State[] {
    return this.states.ask((game) => game.first(this.edge, limit));
  }

  #with(make: (game: SymbolicGame) => Edge): StateSet {
    return this.states.ask((game) => this.states.set(make(game)));
  }
}

/** The diagram of a set that diagrams made. */
export function edgeOf(set: StateSet): Edge {
  // All sets of a maker are its own.
  return (set as DiagramSet).edge;
}
