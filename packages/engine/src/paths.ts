import type { Game } from './game.js';
import type { Path } from './reachability.js';
import { expectState, expectWhole } from './validate.js';

/** Paths from one state to another, the shortest first. */
export interface Paths {
  readonly paths: readonly Path[];
  /** Whether these are all there are; false: the limit or the budget was reached. */
  readonly all: boolean;
}

/** Whether a legal move may be a step of a path. */
export type StepTest = (mover: number, from: number, to: number) => boolean;

/** Steps looked at before a search for paths gives up: a second or so. */
const BUDGET = 2_000_000;

/**
 * The simple paths between two states: legal sequences (nobody moves twice in a row) that visit no
 * state twice, shortest first. There may be exponentially many, so that the search stops at `limit`
 * paths or after a fixed number of steps, and says so.
 *
 * @param only the steps that paths are made of: all moves, those that are improvements for their
 *   mover (true), or those that a test lets pass.
 * @throws EngineError 'bad-argument' for states that there are not, or a limit below 1.
 */
export function simplePaths(
  game: Game,
  from: number,
  to: number,
  only: boolean | StepTest,
  limit: number,
): Paths {
  expectState(game.moves, from);
  expectState(game.moves, to);
  expectWhole('the number of paths', limit, 1, Infinity);
  if (from === to) return { paths: [[]], all: true };
  const { ranks } = game;
  const test: StepTest =
    typeof only === 'function'
      ? only
      : only
        ? (mover, x, y) => ranks[mover][y] > ranks[mover][x]
        : () => true;
  const search = new PathSearch(game, to, test, limit);
  return search.from(from);
}

class PathSearch {
  readonly #remaining: Int32Array;
  readonly #farthest: number;
  readonly #onPath: Uint8Array;
  readonly #found: Path[] = [];
  readonly #path: { mover: number; from: number; to: number }[] = [];
  #budget = BUDGET;
  /** Whether a branch was cut only because the path may not be longer yet. */
  #cut = false;

  constructor(
    readonly game: Game,
    readonly to: number,
    readonly test: StepTest,
    readonly limit: number,
  ) {
    this.#remaining = distanceTo(game, to, test);
    this.#farthest = this.#remaining.reduce((count, d) => count + (d >= 0 ? 1 : 0), 0) - 1;
    this.#onPath = new Uint8Array(game.moves.size);
  }

  from(start: number): Paths {
    if (this.#remaining[start] < 0) return { paths: [], all: true };
    this.#onPath[start] = 1;
    // Length after length: the shortest come first, whatever there are beyond the limit.
    for (let length = this.#remaining[start]; length <= this.#farthest; length++) {
      this.#cut = false;
      if (!this.#extend(start, -1, length)) return { paths: this.#found, all: false };
      if (!this.#cut) break;
    }
    return { paths: this.#found, all: true };
  }

  /** Adds the paths of exactly `length` further steps; false: the search is to stop. */
  #extend(at: number, last: number, length: number): boolean {
    const { moves } = this.game;
    const reach = new Int32Array(moves.maxDegree);
    for (let mover = 0; mover < moves.movers; mover++) {
      if (mover === last) continue;
      const count = moves.successors(mover, at, reach);
      for (let k = 0; k < count; k++) {
        const next = reach[k];
        const remaining = this.#remaining[next];
        if (remaining < 0 || this.#onPath[next] || !this.test(mover, at, next)) continue;
        if (this.#budget-- <= 0) return false;
        if (remaining >= length || (next === this.to && length > 1)) {
          // Arriving early is a path of an earlier round.
          this.#cut ||= remaining >= length;
          continue;
        }
        this.#path.push({ mover, from: at, to: next });
        this.#onPath[next] = 1;
        const go = next === this.to ? this.#add() : this.#extend(next, mover, length - 1);
        this.#onPath[next] = 0;
        this.#path.pop();
        if (!go) return false;
      }
    }
    return true;
  }

  #add(): boolean {
    if (this.#found.length === this.limit) return false;
    this.#found.push([...this.#path]);
    return true;
  }
}

/** Fewest steps from each state to the target, whoever makes them; -1: there is no way. */
function distanceTo({ moves }: Game, to: number, test: StepTest): Int32Array {
  const distance = new Int32Array(moves.size).fill(-1);
  const queue = new Int32Array(moves.size);
  const sources = new Int32Array(moves.maxDegree);
  distance[to] = 0;
  queue[0] = to;
  let tail = 1;
  for (let head = 0; head < tail; head++) {
    const y = queue[head];
    for (let mover = 0; mover < moves.movers; mover++) {
      const count = moves.predecessors(mover, y, sources);
      for (let k = 0; k < count; k++) {
        const x = sources[k];
        if (distance[x] >= 0 || !test(mover, x, y)) continue;
        distance[x] = distance[y] + 1;
        queue[tail++] = x;
      }
    }
  }
  return distance;
}
