import {
  bestReplies,
  Budget,
  exploreFrom,
  FALSE,
  isTooMany,
  ShortestPaths,
  SymbolicGame,
  SymbolicReach,
  type Edge,
  type Exploration,
  type ExploreLimits,
  type Formula,
  type LargePath,
  type LargeStates,
} from '@standoff/engine';
import { fewestMoves, NODES_FOR_REACH, nodesWithin } from '@standoff/situation';
import type { LargeCount, LargeReach } from './answer.js';

/** What looking for shortest paths may take in all, in nodes; a path found without may be longer. */
const NODES_FOR_SHORTEST = 2 ** 21;
/** How far to explore state by state around the status quo, where sets are too irregular. */
const EXPLORED_STATES = 50_000;
const EXPLORED_SETTINGS = 2 ** 22;
/** The same for best replies in one order. */
const REPLIED_SETTINGS = 2 ** 17;
/** The same for the answers to one actor's moves from the status quo. */
const SEARCHED_STATES = 5_000;
const SEARCHED_SETTINGS = 2 ** 17;

export interface FoundPath {
  readonly by: 'improvements' | 'moves';
  readonly shortest: boolean;
  readonly path: LargePath;
}

/**
 * What holds and what can be reached in a large model: as sets, as far as they can be made within
 * the memory; where that is not all, explored around the status quo.
 */
export class LargeOutlook {
  readonly game: SymbolicGame | null;
  /** The Nash equilibria; null: not known as a set. */
  readonly nash: Edge | null;
  /** What can be reached, complete or in part; null only together with the game. */
  readonly improvements: SymbolicReach | null;
  readonly moves: SymbolicReach | null;
  /** By improvements; where the equilibria are not known as a set. */
  readonly explored: Exploration | null;
  /** Nash equilibria that best replies lead to, with the path, where not all reached is known. */
  readonly #replied = new Map<bigint, LargePath>();
  readonly #shortest = new Map<boolean, ShortestPaths>();
  #effort = NODES_FOR_SHORTEST;
  readonly #work: () => void;

  /**
   * @param starts the feasible states that the status quo may be.
   * @param watch told the share done; what it throws stops the work.
   */
  constructor(
    readonly states: LargeStates,
    readonly starts: readonly bigint[],
    memory: number,
    watch: (done: number) => void,
  ) {
    let done = 0;
    const stage = (share: number): void => watch((done = share));
    this.#work = () => watch(done);
    stage(0);
    this.game = this.attempt(
      () =>
        new SymbolicGame(states.model, {
          maxNodes: nodesWithin(memory),
          work: this.#work,
        }),
    );
    stage(0.1);
    const { game } = this;
    this.nash = this.attempt(() => game && game.nash());
    stage(0.3);
    this.moves = this.#reach(starts, false);
    stage(0.4);
    this.improvements = this.#reach(starts, true);
    stage(0.7);
    this.explored = this.nash === null ? this.#explore(starts) : null;
    if (!this.knowsImprovements) this.#reply();
    stage(0.8);
  }

  /** Whether all that improvements lead to is known. */
  get knowsImprovements(): boolean {
    return this.improvements?.complete === true || this.explored?.complete === true;
  }

  /** Nash equilibria that were met by improvements, where these are not all known as sets. */
  get met(): bigint[] {
    return [...new Set([...(this.explored?.nash ?? []), ...this.#replied.keys()])];
  }

  /** Limits for one search through the answers to an actor's moves. */
  searchLimits(): ExploreLimits {
    return { states: SEARCHED_STATES, budget: new Budget(SEARCHED_SETTINGS, this.#work) };
  }

  /** What is found with sets, or null where that would take too many nodes. */
  attempt<T>(run: () => T): T | null {
    try {
      return run();
    } catch (error) {
      if (!isTooMany(error)) throw error;
      // Undefined while the game itself could not be made.
      (this.game as SymbolicGame | null | undefined)?.tidy();
      return null;
    }
  }

  /** A small question to the sets, asked again once room was made; null: no answer even so. */
  ask<T>(question: (game: SymbolicGame) => T): T | null {
    const { game } = this;
    if (!game) return null;
    return this.attempt(() => question(game)) ?? this.attempt(() => question(game));
  }

  /** From one of several states that the status quo may be. */
  reachFrom(start: bigint, improving: boolean): LargeCount {
    const { game } = this;
    const alone = this.starts.length === 1;
    const whole = improving ? this.improvements : this.moves;
    const reach = alone ? whole : this.#reach([start], improving);
    const explored = alone ? this.explored : this.explored && this.#explore([start]);
    const inSets = game && reach ? game.count(reach.all) : 1n;
    if (reach?.complete) return exactly(inSets - 1n);
    if (improving && explored?.complete) return exactly(BigInt(explored.states.length) - 1n);
    const seen = BigInt(explored?.states.length ?? 1);
    return atLeast((inSets > seen ? inSets : seen) - 1n);
  }

  reachOf(code: bigint): LargeReach {
    return this.#reachOf(
      (reach) => this.game!.has(reach.all, code),
      (other) => other === code,
    );
  }

  /**
   * Whether some state can be reached that is in the set, or else passes the test.
   * @param set kept by the game.
   */
  reachAny(set: Edge | null, holds: (code: bigint) => boolean): LargeReach {
    return this.#reachOf(
      (reach) => (set === null ? null : this.ask(({ bdd }) => bdd.and(reach.all, set) !== FALSE)),
      holds,
    );
  }

  /** @param meets whether the set of what is reached has such a state; null: not known. */
  #reachOf(
    meets: (reach: SymbolicReach) => boolean | null,
    holds: (code: bigint) => boolean,
  ): LargeReach {
    const { improvements, moves, explored } = this;
    const improved = improvements && meets(improvements);
    const moved = moves && meets(moves);
    const seen = improved === true || explored?.states.some(holds) || this.met.some(holds);
    const none =
      (improvements?.complete && improved === false) || (explored?.complete === true && !seen);
    return {
      improvements: seen || (none ? false : null),
      moves: seen || moved === true || (moves?.complete && moved === false ? false : null),
    };
  }

  /** The nearest state of those that can be reached, by improvements if possible. */
  nearestReached(set: Edge | null, holds: (code: bigint) => boolean): bigint | null {
    const inside = (reach: SymbolicReach | null): bigint | undefined =>
      reach && set !== null
        ? this.ask((game) => game.nearest(game.bdd.and(reach.all, set), this.starts[0], 1))?.[0]
        : undefined;
    return (
      inside(this.improvements) ??
      this.explored?.states.find(holds) ??
      this.met.find(holds) ??
      inside(this.moves) ??
      null
    );
  }

  /** How many of the Nash equilibria are in the set, or pass the test. */
  countNash(set: Edge | null, holds: (code: bigint) => boolean): LargeCount {
    const count = this.#nashIn(set);
    return count === null ? atLeast(BigInt(this.met.filter(holds).length)) : exactly(count);
  }

  /** How many of them can be reached. */
  countNashReached(improving: boolean): LargeCount {
    const { improvements, moves, met } = this;
    const seen = BigInt(met.length);
    const byImprovements = this.#nashIn(improvements?.all ?? null) ?? 0n;
    const byMoves = improving ? 0n : (this.#nashIn(moves?.all ?? null) ?? 0n);
    const most = [seen, byImprovements, byMoves].reduce((a, b) => (a > b ? a : b));
    const known = improving ? this.knowsImprovements : moves?.complete && this.nash !== null;
    return known ? exactly(most) : atLeast(most);
  }

  #nashIn(set: Edge | null): bigint | null {
    const { nash } = this;
    if (nash === null || set === null) return null;
    return this.ask((game) => game.count(game.bdd.and(nash, set)));
  }

  /** Nash equilibria: of those that can be reached the nearest first, then of the others. */
  equilibria(limit: number): bigint[] {
    const { nash, improvements, moves } = this;
    const seen = this.met.slice(0, limit);
    if (nash === null) return seen;
    const listed = this.ask((game) => {
      const { bdd } = game;
      const found: bigint[] = [];
      let rest = nash;
      const add = (codes: readonly bigint[]): void => {
        for (const code of codes) rest = bdd.minus(rest, game.state(code));
        found.push(...codes);
      };
      add(seen);
      for (const reach of [improvements?.all, moves?.all, game.feasible])
        if (reach !== undefined && found.length < limit)
          add(game.nearest(bdd.and(rest, reach), this.starts[0], limit - found.length));
      return found;
    });
    return listed ?? seen;
  }

  /** How to get there from the status quo, by improvements if possible; null: not at all, or not known. */
  pathTo(code: bigint): FoundPath | null {
    return (
      this.#pathIn(this.improvements, code) ??
      this.#pathSeen(code) ??
      this.#pathIn(this.moves, code)
    );
  }

  #pathIn(reach: SymbolicReach | null, code: bigint): FoundPath | null {
    const path = reach && this.ask(() => reach.pathTo(code));
    if (!path) return null;
    const { improving } = reach.question;
    const by = improving ? 'improvements' : 'moves';
    if (path.length === fewestMoves(this.states.model, this.starts, code))
      return { by, shortest: true, path };
    const shortest = this.#shortestTo(code, improving);
    return { by, shortest: shortest !== null, path: shortest ?? path };
  }

  #pathSeen(code: bigint): FoundPath | null {
    const explored = this.explored?.pathTo(code);
    // Exploring goes by distance, so what it found first is a shortest path.
    if (explored) return { by: 'improvements', shortest: true, path: explored };
    const path = this.#replied.get(code);
    if (!path) return null;
    return {
      by: 'improvements',
      shortest: path.length === fewestMoves(this.states.model, this.starts, code),
      path,
    };
  }

  /** Where the formula holds among the feasible states; null: not known as a set. */
  where(formula: Formula): Edge | null {
    return this.ask((game) => game.keep(game.bdd.and(game.feasible, game.where(formula))));
  }

  /** Best replies from the status quo, everybody once the first to move. */
  #reply(): void {
    const movers = this.states.model.owned.flatMap((own, mover) => (own.length > 0 ? [mover] : []));
    for (const start of this.starts)
      for (const first of movers.keys()) {
        const order = [...movers.slice(first), ...movers.slice(0, first)];
        const budget = new Budget(REPLIED_SETTINGS, this.#work);
        const path = bestReplies(this.states, start, order, budget);
        const end = path?.at(-1)?.to;
        if (path && end !== undefined && !this.#replied.has(end)) this.#replied.set(end, path);
      }
  }

  #explore(starts: readonly bigint[]): Exploration {
    return exploreFrom(
      this.states,
      starts,
      { improving: true },
      { states: EXPLORED_STATES, budget: new Budget(EXPLORED_SETTINGS, this.#work) },
    );
  }

  #reach(starts: readonly bigint[], improving: boolean): SymbolicReach | null {
    const { game } = this;
    const effort = NODES_FOR_REACH;
    return this.attempt(() => game && new SymbolicReach(game, starts, { improving, effort }));
  }

  #shortestTo(code: bigint, improving: boolean): LargePath | null {
    const game = this.game!;
    let paths = this.#shortest.get(improving);
    if (!paths) {
      paths = new ShortestPaths(game, this.starts, improving);
      this.#shortest.set(improving, paths);
    }
    const { nodes } = game.bdd;
    const before = nodes.made;
    const found = this.attempt(() => nodes.withEffort(this.#effort, () => paths.to(code)));
    this.#effort -= nodes.made - before;
    return found;
  }
}

export function exactly(count: bigint): LargeCount {
  return { count: count.toString(), exact: true };
}

export function atLeast(count: bigint): LargeCount {
  return { count: count.toString(), exact: false };
}
