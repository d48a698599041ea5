import { FALSE, type Edge } from './bdd.js';
import { Slots } from './slots.js';
import type { SymbolicGame } from './symbolic-game.js';
import { stateSet, type LargePath, type LargeStep } from './symbolic-reach.js';

/**
 * Shortest legal sequences from some states (theory 7.1), breadth first from both ends: sets of
 * states at an exact distance grow fast in the middle of a long way and little at its ends.
 */
export class ShortestPaths {
  /** Lets go of the sets it has made; no more is asked of it then. */
  readonly release: () => void;
  readonly #forward: Layers;

  /**
   * @param starts must be feasible.
   * @param movers who may move.
   */
  constructor(
    readonly game: SymbolicGame,
    starts: readonly bigint[],
    readonly improving: boolean,
    readonly movers: readonly number[] = game.movers,
  ) {
    this.#forward = new Layers(game, stateSet(game, starts), 'forward', improving, movers);
    this.release = game.hold(() => this.#forward.sets);
  }

  /**
   * The states to which no fewer moves than so many lead, as far as they are not nearer; null: no
   * state is so far away.
   * @throws EngineError 'too-many-nodes'.
   */
  layer(distance: number): Edge | null {
    while (this.#forward.depth < distance) if (!this.#forward.grow()) return null;
    return this.#forward.at(distance).all();
  }

  /**
   * A shortest path to the feasible state; empty for a start itself; null where there is none.
   * @throws EngineError 'too-many-nodes'.
   */
  to(code: bigint): LargePath | null {
    const { game } = this;
    const forward = this.#forward;
    const back = new Layers(game, game.state(code), 'back', this.improving, this.movers);
    const release = game.hold(() => back.sets);
    try {
      for (let length = 0; ; length++) {
        const side = forward.size <= back.size ? forward : back;
        if (length > forward.depth + back.depth && !side.grow()) return null;
        // A path of this length, if there is one and none shorter, is here after so many moves.
        const before = Math.min(length, forward.depth);
        const [meeting, next] = this.#meeting(forward.at(before), back.at(length - before));
        if (meeting === null) continue;
        const steps = forward.trace(before, meeting, next);
        const rest = back.trace(length - before, meeting, steps.at(-1)?.mover ?? NOBODY);
        return [...steps, ...rest];
      }
    } finally {
      release();
    }
  }

  /** A state on both sides, and who may make the move after it; null where there is none. */
  #meeting(forward: Slots, back: Slots): readonly [code: bigint | null, next: number] {
    const { movers } = this;
    const { bdd, transitive } = this.game;
    const ends: [Edge, number][] = [[bdd.and(forward.all(), back.start), NOBODY]];
    for (const next of movers)
      ends.push([bdd.and(forward.before(next), back.of(next)), transitive ? NOBODY : next]);
    const [set, next] = ends.find(([both]) => both !== FALSE) ?? [FALSE, NOBODY];
    return [this.game.nearest(set, 0n, 1)[0] ?? null, next];
  }
}

const NOBODY = -1;

/** States by their exact distance from some states ('forward'), or to them ('back'). */
class Layers {
  readonly #layers: Slots[];
  #seen: Slots;

  constructor(
    readonly game: SymbolicGame,
    origin: Edge,
    readonly way: 'forward' | 'back',
    readonly improving: boolean,
    readonly movers: readonly number[],
  ) {
    this.#layers = [new Slots(game, origin)];
    this.#seen = new Slots(game, origin);
  }

  get depth(): number {
    return this.#layers.length - 1;
  }

  at(depth: number): Slots {
    return this.#layers[depth];
  }

  /** Nodes of the outermost layer. */
  get size(): number {
    return this.game.bdd.size(this.at(this.depth).all());
  }

  /** All that must be kept. */
  get sets(): Edge[] {
    return [...this.#layers, this.#seen].flatMap(({ sets }) => sets);
  }

  /** Adds the layer one move further; false where there is nothing in it. */
  grow(): boolean {
    const { game, way, improving } = this;
    const { bdd } = game;
    const last = this.at(this.depth);
    const next = new Slots(game, FALSE);
    for (const mover of this.movers) {
      const from = last.before(mover);
      if (from === FALSE) continue;
      const reached = game.keeping(() => {
        for (const set of next.sets) game.keep(set);
        return game.step(mover, from, way, improving);
      });
      next.put(mover, bdd.or(next.of(mover), bdd.minus(reached, this.#seen.of(mover))));
    }
    if (next.all() === FALSE) return false;
    const seen = new Slots(game, this.#seen.start);
    for (const mover of this.movers) seen.put(mover, bdd.or(this.#seen.of(mover), next.of(mover)));
    this.#seen = seen;
    this.#layers.push(next);
    return true;
  }

  /**
   * The moves between the origin and a state at this distance, in their order.
   *
   * @param avoid who may not make the one next to the state, where moves do not compose.
   */
  trace(distance: number, code: bigint, avoid: number): LargeStep[] {
    const { game, way } = this;
    const steps: LargeStep[] = [];
    for (let depth = distance, at = code, other = avoid; depth > 0; depth--) {
      const mover = this.movers.find(
        (j) =>
          (game.transitive || j !== other) &&
          game.has(this.at(depth).of(j), at) &&
          this.#nearer(j, depth, at) !== FALSE,
      )!;
      const [next] = game.nearest(this.#nearer(mover, depth, at), at, 1);
      steps.push(way === 'forward' ? { mover, from: next, to: at } : { mover, from: at, to: next });
      [at, other] = [next, mover];
    }
    return way === 'forward' ? steps.reverse() : steps;
  }

  /** The states one move of the mover from this one, and one move nearer to the origin. */
  #nearer(mover: number, depth: number, code: bigint): Edge {
    const { game, improving } = this;
    return game.keeping(() => {
      const nearer = game.keep(this.at(depth - 1).before(mover));
      const opposite = this.way === 'forward' ? 'back' : 'forward';
      return game.bdd.and(nearer, game.step(mover, game.state(code), opposite, improving));
    });
  }
}
