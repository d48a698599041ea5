import { FALSE, type Edge } from './bdd.js';
import type { SymbolicGame } from './symbolic-game.js';

/**
 * States by who moved last (or, looked at backwards, who moves first), since nobody moves twice in a
 * row (theory 3.1). Where moves compose, that does not matter and all stand together.
 */
export class Slots {
  readonly #sets: Edge[];

  /** @param start the states before any move. */
  constructor(
    readonly game: SymbolicGame,
    readonly start: Edge,
  ) {
    this.#sets = game.transitive ? [start] : game.model.owned.map(() => FALSE);
  }

  /** All that must be kept. */
  get sets(): readonly Edge[] {
    return [this.start, ...this.#sets];
  }

  /** What the mover's moves have led to. */
  of(mover: number): Edge {
    return this.#sets[this.#slot(mover)];
  }

  put(mover: number, set: Edge): void {
    this.#sets[this.#slot(mover)] = set;
  }

  /** Where the mover may move on: where somebody else, or nobody, moved last. */
  before(mover: number): Edge {
    const { bdd, transitive } = this.game;
    return this.#sets.reduce(
      (all, set, last) => (last === mover && !transitive ? all : bdd.or(all, set)),
      this.start,
    );
  }

  all(): Edge {
    return this.#sets.reduce((all, set) => this.game.bdd.or(all, set), this.start);
  }

  #slot(mover: number): number {
    return this.game.transitive ? 0 : mover;
  }
}
