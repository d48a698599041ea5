import type { Allowance } from './allowance.js';
import type { Candidate, Removal, Sought } from './changes.js';
import { DEFINITIONS, type Rule } from './concepts.js';
import type { Game } from './game.js';
import type { Demand } from './nearest-ranking.js';
import type { Ranks } from './ranks.js';

/** An improvement without a sanction and what could answer it; or, without a mover, all that is reached. */
export interface Failure {
  readonly mover: number | null;
  readonly to: number;
  readonly states: Int32Array;
}

/** Demands of which one is enough: of each the state above and the one below, all strictly or none. */
export interface Single {
  readonly strictly: boolean;
  readonly states: readonly number[];
}

const NOBODY = new Int32Array(0);

/**
 * Why models are not what is sought, and which single changes may undo such a reason: see `CheapestChanges`,
 * which goes from reason to reason.
 */
export class Failures {
  readonly #rule: Rule;
  readonly #layers: number;
  readonly #queue: Int32Array;
  readonly #visited: Int32Array;
  /** By state, the search that came to it last. */
  readonly #inside: Int32Array;
  #search = 0;
  /** By mover and cell, the search that went through what it has from a state of it last, and from which rank. */
  readonly #through: { readonly search: Int32Array; readonly rank: Int32Array }[] = [];
  readonly #out: Int32Array;
  readonly #out2: Int32Array;
  readonly #out3: Int32Array;
  readonly #within: { readonly allowance: Allowance };

  /** @param within the allowance that what is gone through is taken from, as it stands then. */
  constructor(
    readonly game: Game,
    readonly sought: Sought,
    within: { readonly allowance: Allowance },
  ) {
    const { moves } = game;
    this.#within = within;
    this.#rule = DEFINITIONS[sought.concept];
    this.#layers = moves.transitive ? 1 : moves.movers + 1;
    this.#queue = new Int32Array(moves.size * this.#layers);
    this.#visited = new Int32Array(moves.size * this.#layers);
    this.#inside = new Int32Array(moves.size);
    this.#out = new Int32Array(moves.maxDegree);
    this.#out2 = new Int32Array(moves.maxDegree);
    this.#out3 = new Int32Array(moves.maxDegree);
  }

  /** Why the model of a candidate is not what is sought; null: it is. */
  of(candidate: Candidate): Failure | null {
    const { reach, starts } = this.sought;
    const { state, ranks } = candidate;
    for (let mover = 0; mover < ranks.length; mover++) {
      const own = ranks[mover];
      const count = this.#successors(candidate, mover, state, this.#out);
      for (const to of this.#out.slice(0, count)) {
        if (own[to] <= own[state]) continue;
        if (this.#rule.answers === 'none') return { mover, to, states: NOBODY };
        const states = this.#answers(candidate, mover, to);
        if (states) return { mover, to, states };
      }
    }
    if (reach === null || starts.includes(state)) return null;
    const states = this.#spread(
      candidate,
      starts,
      null,
      reach === 'improvements',
      (x) => x === state,
    );
    return states && { mover: null, to: state, states };
  }

  /** The states that the others can answer with, the improvement first; null: one is a sanction. */
  #answers(candidate: Candidate, mover: number, improvement: number): Int32Array | null {
    const bearable = candidate.ranks[mover][candidate.state];
    return this.#spread(candidate, [improvement], mover, this.#rule.answers === 'credible', (x) =>
      this.#sanctions(candidate, candidate.ranks[mover], bearable, mover, x),
    );
  }

  #sanctions(
    candidate: Candidate,
    own: Ranks,
    bearable: number,
    mover: number,
    state: number,
  ): boolean {
    if (own[state] > bearable) return false;
    if (!this.#rule.escape) return true;
    const count = this.#successors(candidate, mover, state, this.#out2);
    for (let k = 0; k < count; k++) if (own[this.#out2[k]] > bearable) return false;
    return true;
  }

  /**
   * The states that legal sequences lead to, the starts first; null as soon as they lead, by at
   * least one move, to a state that `ends`.
   */
  #spread(
    candidate: Candidate,
    starts: readonly number[],
    without: number | null,
    improving: boolean,
    ends: (state: number) => boolean,
  ): Int32Array | null {
    const layers = this.#layers;
    const search = ++this.#search;
    const states: number[] = [];
    const out = this.#out3;
    const plain = layers === 1 && candidate.taken.length === 0;
    let tail = 0;
    for (const start of starts) {
      const node = start * layers + layers - 1;
      this.#visited[node] = search;
      this.#queue[tail++] = node;
      if (layers === 1) continue;
      this.#inside[start] = search;
      states.push(start);
    }
    for (let head = 0; head < tail; head++) {
      const x = Math.floor(this.#queue[head] / layers);
      const last = layers === 1 ? -1 : this.#queue[head] - x * layers;
      for (let j = 0; j < candidate.ranks.length; j++) {
        if (j === without || j === last) continue;
        const ranks = candidate.ranks[j];
        if (plain && this.#covered(j, x, improving ? ranks[x] : 0)) continue;
        const count = this.#successors(candidate, j, x, out);
        for (let k = 0; k < count; k++) {
          const y = out[k];
          if (improving && ranks[y] <= ranks[x]) continue;
          const node = layers === 1 ? y : y * layers + j;
          if (this.#visited[node] === search) continue;
          this.#visited[node] = search;
          this.#queue[tail++] = node;
          if (ends(y)) return null;
          if (layers === 1 || this.#inside[y] === search) continue;
          this.#inside[y] = search;
          states.push(y);
        }
      }
    }
    // Without a memory of who moved last the queue is of states.
    return layers === 1 ? this.#queue.slice(0, tail) : Int32Array.from(states);
  }

  /**
   * Whether the mover had all that it has from the state in this search before: from a state of the same
   * cell that is ranked no higher. It counts as gone through all the same, so that as much is looked at.
   */
  #covered(mover: number, state: number, rank: number): boolean {
    const { blocks } = this.game.moves;
    if (!blocks) return false;
    const { cellOf, blockOf, reached } = blocks(mover);
    const through = (this.#through[mover] ??= {
      search: new Int32Array(blockOf.length),
      rank: new Int32Array(blockOf.length),
    });
    const cell = cellOf[state];
    if (through.search[cell] === this.#search && through.rank[cell] <= rank) {
      this.#within.allowance.steps -= reached[cell] + 1;
      return true;
    }
    through.search[cell] = this.#search;
    through.rank[cell] = rank;
    return false;
  }

  #successors(candidate: Candidate, mover: number, state: number, out: Int32Array): number {
    const count = this.game.moves.successors(mover, state, out);
    this.#within.allowance.steps -= count + 1;
    if (candidate.taken.length === 0) return count;
    let kept = 0;
    for (let k = 0; k < count; k++) {
      const to = out[k];
      if (!candidate.taken.some((r) => r.states?.[to] === 1 || r.move?.(state, to)))
        out[kept++] = to;
    }
    return kept;
  }

  /**
   * What a ranking of the mover may do to undo the reason by itself, as demands of which one is enough; null:
   * of some only all together are.
   */
  demandsOnOne(candidate: Candidate, failure: Failure, mover: number): Single | null {
    const { state } = candidate;
    const { answers, escape } = this.#rule;
    if (failure.mover === mover) {
      if (escape) return null;
      // The improvement stands first among the states.
      const states = [state, failure.to];
      for (const x of failure.states.subarray(1)) states.push(state, x);
      return { strictly: false, states };
    }
    const improving =
      failure.mover === null ? this.sought.reach === 'improvements' : answers === 'credible';
    return {
      strictly: true,
      states: improving ? this.#newMoves(candidate, failure, mover) : [],
    };
  }

  /** The same of the mover itself where it may escape a deterrent: it is to like no way out of one. */
  demandsTogether(candidate: Candidate, failure: Failure, mover: number): readonly Demand[][] {
    const { state } = candidate;
    const bearable = (below: number): Demand => ({ above: state, below, strictly: false });
    const deterrents = Array.from(failure.states.subarray(1), (x) => {
      const count = this.#successors(candidate, mover, x, this.#out);
      return [x, ...this.#out.subarray(0, count)].filter((y) => y !== state).map(bearable);
    });
    return [[bearable(failure.to)], ...deterrents];
  }

  /** The moves by which, were they improvements of the mover, more states could be reached: to and from by turns. */
  #newMoves(candidate: Candidate, { states }: Failure, mover: number): number[] {
    const own = candidate.ranks[mover];
    const out = this.#out;
    const search = ++this.#search;
    for (const x of states) this.#inside[x] = search;
    const found: number[] = [];
    for (const x of states) {
      const count = this.#successors(candidate, mover, x, out);
      for (let k = 0; k < count; k++) {
        const y = out[k];
        // With a memory of who moved last, a new move between old states may lead further.
        if (this.#inside[y] !== search || (this.#layers > 1 && own[y] <= own[x])) found.push(y, x);
      }
    }
    return found;
  }

  /** Whether the removal by itself may undo it. */
  mayBeUndone({ state }: Candidate, failure: Failure, removal: Removal): boolean {
    if (failure.mover === null) return false;
    // Without an escape, what was none may become a sanction.
    if (this.#rule.escape) return true;
    return removal.states?.[failure.to] === 1 || removal.move?.(state, failure.to) === true;
  }
}
