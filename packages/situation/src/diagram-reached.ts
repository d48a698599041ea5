import { isTooMany, ShortestPaths, SymbolicReach, type LargeModel } from '@standoff/engine';
import { NODES_FOR_REACH } from './diagram-nodes.js';
import { edgeOf } from './diagram-set.js';
import type { Diagrams } from './diagrams.js';
import type { Reached, State, StateSet, Way } from './states.js';

/** What looking for what is nearest may take, in nodes; what is found without may be farther. */
const NODES_FOR_NEAREST = 2 ** 18;
/** What looking for shortest ways may take in all, in nodes; a way found without may be longer. */
const NODES_FOR_SHORTEST = 2 ** 20;

/** What sequences lead to, by decision diagrams. */
export class DiagramReached implements Reached {
  readonly states: StateSet;
  readonly complete: boolean;
  readonly #reach: SymbolicReach;
  readonly #paths: ShortestPaths | null;
  readonly #known = new Map<State, Way>();
  #effort = NODES_FOR_SHORTEST;

  constructor(
    readonly of: Diagrams,
    improving: boolean,
    readonly from: readonly State[],
    movers: readonly number[],
  ) {
    const { game } = of;
    this.#reach = of.ask(
      () => new SymbolicReach(game, from, { improving, movers, effort: NODES_FOR_REACH }),
    );
    this.states = of.set(this.#reach.all);
    this.complete = this.#reach.complete;
    this.#paths =
      movers.length === game.movers.length ? new ShortestPaths(game, from, improving) : null;
  }

  nearest(set: StateSet, limit: number): State[] {
    let rest = set.and(this.states);
    const found: State[] = [];
    for (let distance = 0; found.length < limit && !rest.isEmpty; distance++) {
      const layer = this.#layer(distance);
      if (layer === null) break;
      const here = rest.and(layer);
      found.push(...here.first(limit - found.length));
      rest = rest.minus(here);
    }
    if (found.length < limit)
      found.push(
        ...this.of.ask((game) => game.nearest(edgeOf(rest), this.from[0], limit - found.length)),
      );
    return found;
  }

  smallest(set: StateSet): State | null {
    const [nearest] = this.nearest(set, 1);
    return nearest ?? null;
  }

  wayTo(state: State): Way | null {
    const known = this.#known.get(state);
    if (known) return known;
    if (!this.states.has(state)) return null;
    const { game, model } = this.of;
    const { nodes } = game.bdd;
    const made = nodes.made;
    const shortest = this.#within(Math.min(this.#effort, NODES_FOR_NEAREST), (paths) =>
      paths.to(state),
    );
    this.#effort = Math.max(0, this.#effort - (nodes.made - made));
    const path = shortest ?? this.of.ask(() => this.#reach.pathTo(state))!;
    const way = {
      shortest: shortest !== null || path.length <= fewestMoves(game.model, this.from, state),
      moves: path.map(({ mover, from, to }) => ({ actor: model.actors[mover].id, from, to })),
    };
    this.#known.set(state, way);
    return way;
  }

  /** The one way that is found; there may be others. */
  ways(state: State): ReturnType<Reached['ways']> {
    const way = this.wayTo(state);
    return { ways: way ? [way.moves] : [], all: way === null && this.complete };
  }

  /** The states so far away; null: none is, or finding them takes too long. */
  #layer(distance: number): StateSet | null {
    const layer = this.#within(NODES_FOR_NEAREST, (paths) => paths.layer(distance));
    return layer === null ? null : this.of.set(layer);
  }

  #within<T>(effort: number, run: (paths: ShortestPaths) => T | null): T | null {
    const paths = this.#paths;
    if (paths === null || effort === 0) return null;
    const { game } = this.of;
    try {
      return game.bdd.nodes.withEffort(effort, () => run(paths));
    } catch (error) {
      if (!isTooMany(error)) throw error;
      game.tidy();
      return null;
    }
  }
}

/** Everybody whose options differ has to move at least once, whichever of the states one starts from. */
export function fewestMoves({ owned }: LargeModel, starts: readonly State[], state: State): number {
  const changed = (start: State, options: readonly number[]): boolean =>
    options.some((option) => (((start ^ state) >> BigInt(option)) & 1n) === 1n);
  return Math.min(
    ...starts.map((start) => owned.filter((options) => changed(start, options)).length),
  );
}
