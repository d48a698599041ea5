import { closedClasses } from './closed-classes.js';
import type { Game } from './game.js';
import type { Moves } from './moves.js';
import { bitCount } from './state-bits.js';
import { expectMover, expectState } from './validate.js';

/** A legal sequence of moves; `mover` made the step to `to`. */
export type Path = readonly PathStep[];

export interface PathStep {
  readonly mover: number;
  readonly from: number;
  readonly to: number;
}

/** What can be reached from some states (theory 7.1). */
export interface Reachability {
  /** Fewest moves to each state; -1: cannot be reached; 0: a start. */
  readonly distance: Int32Array;
  /** A shortest path from a start, of these the smallest; empty for a start itself, null where there is none. */
  pathTo(state: number): Path | null;
}

/** A set of states that sequences lead to, and that no sequence from any of them leaves. */
export interface CourseEnd {
  /** Ascending. One state: nobody has a step there. Several: each leads to every other, and round again. */
  readonly states: readonly number[];
  /** The one that is reached in fewest steps, the first of several. */
  readonly nearest: number;
}

/** The steps that sequences are made of: moves of some kind. */
export type Steps = Pick<
  Moves,
  'movers' | 'size' | 'transitive' | 'maxDegree' | 'covered' | 'successors'
>;

/** The moves of a game that are improvements for whoever makes them. */
export function improvements({ moves, ranks }: Game): Steps {
  return {
    movers: moves.movers,
    size: moves.size,
    // Better than what was better is better: improvements compose where moves do.
    transitive: moves.transitive,
    maxDegree: moves.maxDegree,
    ...coveredFromBelow({ moves, ranks }),
    successors(mover, state, out) {
      const own = ranks[mover];
      const count = moves.successors(mover, state, out);
      let kept = 0;
      for (let k = 0; k < count; k++) if (own[out[k]] > own[state]) out[kept++] = out[k];
      return kept;
    },
  };
}

/**
 * Of steps from a state that are those to whatever is good enough beside its rank: from a state of the same
 * cell that is ranked no higher, a mover has all the same ones.
 */
export function coveredFromBelow({
  moves: { blocks, direct },
  ranks,
}: Pick<Game, 'moves' | 'ranks'>): Pick<Steps, 'covered'> {
  if (!blocks) return {};
  return {
    covered: () => {
      const least: (Int32Array | undefined)[] = [];
      return (mover, state) => {
        if (direct?.(mover)) return false;
        const { cellOf, blockOf } = blocks(mover);
        const cells = (least[mover] ??= new Int32Array(blockOf.length).fill(2 ** 31 - 1));
        const rank = ranks[mover][state];
        if (cells[cellOf[state]] <= rank) return true;
        cells[cellOf[state]] = rank;
        return false;
      };
    },
  };
}

/**
 * The legal sequences from some states: nobody moves twice in a row (theory 3.1). What they lead to,
 * by which way, and where they end is all read off one search, breadth first, so that whatever is
 * reached, an end among it, has a way.
 *
 * Its nodes are states; where two moves of one decision maker need not be one move of it, a state and
 * who moved last, since that one may not go on.
 */
export class LegalSequences implements Reachability {
  readonly distance: Int32Array;
  /** Whether all that they lead to was looked for. */
  readonly complete: boolean;
  /** How many nodes were gone on from. */
  readonly looked: number;
  readonly #layers: number;
  readonly #starts: readonly number[];
  readonly #who: readonly number[];
  readonly #out: Int32Array;
  /** By node. */
  readonly #depth: Int32Array;
  readonly #cameFrom: Int32Array;
  readonly #cameBy: Int16Array;
  /** Nodes in the order in which they were reached. */
  readonly #reached: Int32Array;
  /** By state, the node by which it was reached first, of several the one by the smallest path; -1: none. */
  readonly #first: Int32Array;
  /** By node, how large the smallest of the shortest paths is, as far as these are settled. */
  #sizes: Float64Array | null = null;
  /** Of the nodes reached those whose steps have been looked at for smaller paths. */
  #settled = 0;

  /**
   * @param movers who may move; all decision makers when left out.
   * @param sizeOf how large a step is: of shortest paths the one that is smallest in all is given.
   * @param enough asked of each state that is reached: once it was so of one and `looked` were reached, no
   *   states farther away than that one are looked for; `most`: from how many nodes it is gone on.
   * @throws EngineError 'bad-argument' for starts or movers that there are not.
   */
  constructor(
    readonly steps: Steps,
    starts: readonly number[],
    movers?: readonly number[],
    readonly sizeOf: ((from: number, to: number) => number) | null = null,
    enough?: {
      readonly of: (state: number) => boolean;
      readonly looked: number;
      readonly most: number;
    },
  ) {
    for (const start of starts) expectState(steps, start);
    for (const mover of movers ?? []) expectMover(steps, mover);
    this.#starts = starts;
    this.#who = movers ?? Array.from({ length: steps.movers }, (_, j) => j);
    // The last layer: nobody has moved yet.
    const layers = (this.#layers = steps.transitive ? 1 : steps.movers + 1);
    const nodes = steps.size * layers;
    this.#depth = new Int32Array(nodes).fill(-1);
    this.#cameFrom = new Int32Array(nodes).fill(-1);
    this.#cameBy = new Int16Array(nodes).fill(-1);
    this.#first = new Int32Array(steps.size).fill(-1);
    const queue = new Int32Array(nodes);
    const targets = (this.#out = new Int32Array(steps.maxDegree));
    let tail = 0;
    for (const start of starts) {
      if (this.#first[start] >= 0) continue;
      const node = start * layers + layers - 1;
      this.#depth[node] = 0;
      this.#first[start] = node;
      queue[tail++] = node;
    }
    // With a memory of who moved last, a state stands for several nodes.
    const covered = layers === 1 ? steps.covered?.() : undefined;
    // The first state that was enough is at this distance.
    let met = Infinity;
    let head = 0;
    for (; head < tail; head++) {
      const node = queue[head];
      if (head >= (enough?.looked ?? Infinity) && this.#depth[node] >= met) break;
      if (head >= (enough?.most ?? Infinity)) break;
      const x = layers === 1 ? node : Math.floor(node / layers);
      const last = layers === 1 ? -1 : node - x * layers;
      for (const j of this.#who) {
        if (j === last || covered?.(j, x)) continue;
        const count = steps.successors(j, x, targets);
        for (let k = 0; k < count; k++) {
          const y = targets[k];
          const next = layers === 1 ? y : y * layers + j;
          if (this.#depth[next] >= 0) continue;
          this.#depth[next] = this.#depth[node] + 1;
          this.#cameFrom[next] = node;
          this.#cameBy[next] = j;
          if (this.#first[y] < 0) this.#first[y] = next;
          if (met === Infinity && enough?.of(y)) met = this.#depth[next];
          queue[tail++] = next;
        }
      }
    }
    this.complete = head === tail;
    this.looked = head;
    this.#reached = queue.subarray(0, tail);
    this.distance = new Int32Array(steps.size).fill(-1);
    for (let s = 0; s < steps.size; s++)
      if (this.#first[s] >= 0) this.distance[s] = this.#depth[this.#first[s]];
  }

  pathTo(state: number): Path | null {
    if (this.#first[state] < 0) return null;
    this.#settle(this.distance[state]);
    return this.#pathTo(this.#first[state]);
  }

  /** How large the path to a state that is reached is: of the shortest ones the smallest. */
  sizeTo(state: number): number {
    return this.#settle(this.distance[state])?.[this.#first[state]] ?? 0;
  }

  /** Finds the smallest of the shortest paths of so many steps; what BFS met first is kept where none is smaller. */
  #settle(depth: number): Float64Array | null {
    const { sizeOf } = this;
    if (sizeOf === null) return null;
    const sizes = (this.#sizes ??= new Float64Array(this.#depth.length).fill(Infinity));
    const layers = this.#layers;
    for (; this.#settled < this.#reached.length; this.#settled++) {
      const node = this.#reached[this.#settled];
      if (this.#depth[node] >= depth) break;
      if (this.#depth[node] === 0) sizes[node] = 0;
      const x = Math.floor(node / layers);
      const last = layers === 1 ? -1 : node - x * layers;
      for (const j of this.#who) {
        if (j === last) continue;
        const count = this.steps.successors(j, x, this.#out);
        for (let k = 0; k < count; k++) {
          const y = this.#out[k];
          const next = layers === 1 ? y : y * layers + j;
          if (this.#depth[next] !== this.#depth[node] + 1) continue;
          const size = sizes[node] + sizeOf(x, y);
          if (size >= sizes[next]) continue;
          sizes[next] = size;
          this.#cameFrom[next] = node;
          this.#cameBy[next] = j;
          const first = this.#first[y];
          if (this.#depth[first] === this.#depth[next] && size < sizes[first])
            this.#first[y] = next;
        }
      }
    }
    return sizes;
  }

  /** A shortest sequence whose last step is such; null: there is none. */
  pathWith(wanted: (step: PathStep) => boolean): Path | null {
    // The step itself may have to be that of another, also where moves compose.
    if (this.steps.transitive)
      return new LegalSequences(
        { ...this.steps, transitive: false },
        this.#starts,
        this.#who,
        this.sizeOf,
      ).pathWith(wanted);
    for (const node of this.#reached)
      for (const step of this.#stepsFrom(node))
        if (wanted(step)) return [...this.#pathTo(node), step];
    return null;
  }

  /**
   * Where they end, nearest first: the closed classes of the graph of steps, as far as sequences reach
   * them. Where moves do not compose, they may not reach one to which two steps of one in a row would
   * lead, and may stop before they are in any.
   */
  ends(): CourseEnd[] {
    const { distance, steps } = this;
    const targets = this.#out;
    const next = (from: number): number[] => {
      const all: number[] = [];
      for (const mover of this.#who) {
        const count = steps.successors(mover, from, targets);
        for (let k = 0; k < count; k++) all.push(targets[k]);
      }
      return all;
    };
    return closedClasses(steps.size, this.#starts, next)
      .flatMap((members) => {
        const states = members.sort((a, b) => a - b);
        const nearest = nearestOf(this, states);
        return nearest === null ? [] : [{ states, nearest }];
      })
      .sort((a, b) => distance[a.nearest] - distance[b.nearest] || a.nearest - b.nearest);
  }

  #stateOf(node: number): number {
    return Math.floor(node / this.#layers);
  }

  #stepsFrom(node: number): PathStep[] {
    const from = this.#stateOf(node);
    const last = node - from * this.#layers;
    return this.#who.flatMap((mover) => {
      if (mover === last) return [];
      const count = this.steps.successors(mover, from, this.#out);
      return Array.from(this.#out.subarray(0, count), (to) => ({ mover, from, to }));
    });
  }

  #pathTo(end: number): PathStep[] {
    const path: PathStep[] = [];
    for (let node = end; this.#cameFrom[node] >= 0; node = this.#cameFrom[node])
      path.unshift({
        mover: this.#cameBy[node],
        from: this.#stateOf(this.#cameFrom[node]),
        to: this.#stateOf(node),
      });
    return path;
  }
}

/**
 * Status quo analysis: the states that legal sequences from the starts lead to, by any moves or by
 * improvements only. Paths are shortest, and of these those that change the fewest options in all.
 *
 * @param movers who may move; all decision makers when left out.
 * @param enough as `LegalSequences` is told when it need not look farther.
 * @throws EngineError 'bad-argument' for starts or movers that the model does not have.
 */
export function reachable(
  game: Game,
  starts: readonly number[],
  improving: boolean,
  movers?: readonly number[],
  enough?: ConstructorParameters<typeof LegalSequences>[4],
): LegalSequences {
  return new LegalSequences(
    improving ? improvements(game) : game.moves,
    starts,
    movers,
    changedBetween(game),
    enough,
  );
}

/** How many options a step changes; null for states that are no sets of options. */
export function changedBetween({ space }: Game): ((from: number, to: number) => number) | null {
  return space && ((from, to) => bitCount(space.codes[from] ^ space.codes[to]));
}

/** The state reached in fewest steps, the first of several; null: none of them is. */
export function nearestOf({ distance }: Reachability, states: readonly number[]): number | null {
  let nearest: number | null = null;
  for (const s of states)
    if (distance[s] >= 0 && (nearest === null || distance[s] < distance[nearest])) nearest = s;
  return nearest;
}
