import { EngineError } from './errors.js';
import type { Game } from './game.js';
import type { Ranks } from './ranks.js';
import type { SlackConcept } from './slack.js';
import { expectConcept, expectState, expectWhole } from './validate.js';

/** Something that can be taken away from a model: states, moves, or both. */
export interface Removal {
  /** A whole number from 1 on. */
  readonly cost: number;
  /** By state, 1 where it is removed; null: none is. */
  readonly states: Uint8Array | null;
  /** Whether a move is removed; null: none is. Transitive moves must be left transitive. */
  readonly move: ((from: number, to: number) => boolean) | null;
}

/** What may be changed, and at what cost. */
export interface ChangeSpace {
  /** The rankings that a decision maker can be given at exactly this cost, from 1 on. */
  rankings(mover: number, cost: number): readonly Ranks[];
  readonly removals: readonly Removal[];
}

/** What the changes are to bring about. */
export interface Sought {
  /** One of these states is to be an equilibrium. */
  readonly goal: readonly number[];
  readonly concept: SlackConcept;
  /** How it is to be reached from one of the starts; null: it need not be. */
  readonly reach: 'improvements' | 'moves' | null;
  readonly starts: readonly number[];
}

/** Changes that bring it about. */
export interface Changes {
  /** The state of the goal that is then an equilibrium. */
  readonly state: number;
  readonly cost: number;
  /** By mover: the ranking given to it, as cost and place among those of that cost; null: its own. */
  readonly rankings: readonly (Given | null)[];
  /** Numbers of removals, ascending. */
  readonly removals: readonly number[];
}

export interface Given {
  readonly cost: number;
  readonly index: number;
}

/**
 * The cheapest changes under which a state of the goal is an equilibrium and can be reached: inverse
 * GMCR (theory 7.4) with costs and reachability (theory 7.5).
 *
 * Exact. `at(c)` finds every set of changes of cost c that does, up to sets that contain a cheaper
 * one. It looks at a model, and where that fails keeps the reason: an improvement from the state with
 * everything that could have answered it, or all that can be reached from the starts. A change is
 * tried only if by itself it touches that reason. This loses nothing: the answers to an improvement,
 * and what can be reached, grow only by a move out of the set. If no single one of some changes adds
 * such a move, or makes one of its states a sanction, or takes the improvement itself away, then all
 * of them together do not either, and the model still fails.
 */
export class CheapestChanges {
  /** Models looked at so far. */
  looked = 0;
  readonly #layers: number;
  readonly #queue: Int32Array;
  readonly #visited: Int32Array;
  /** By state, the search that came to it last. */
  readonly #inside: Int32Array;
  #search = 0;
  readonly #out: Int32Array;
  readonly #out2: Int32Array;

  /**
   * @param watch told now and then how many models have been looked at; it may throw to stop.
   * @throws EngineError 'bad-argument' for states that are not there, SIM, a cost below 1, or the
   *   other opponents' rule.
   */
  constructor(
    readonly game: Game,
    readonly sought: Sought,
    readonly space: ChangeSpace,
    readonly watch: (looked: number) => void = () => undefined,
  ) {
    const { moves } = game;
    expectConcept(sought.concept);
    if ((sought.concept as string) === 'SIM' || game.opponentsRule !== 'legal sequences')
      throw new EngineError(
        'bad-argument',
        'the cheapest changes are sought by the published rule of opponents, and not for SIM',
      );
    for (const s of [...sought.goal, ...sought.starts]) expectState(moves, s);
    for (const { cost } of space.removals) expectWhole('the cost of a removal', cost, 1, 2 ** 31);
    this.#layers = moves.transitive ? 1 : moves.movers + 1;
    this.#queue = new Int32Array(moves.size * this.#layers);
    this.#visited = new Int32Array(moves.size * this.#layers);
    this.#inside = new Int32Array(moves.size);
    this.#out = new Int32Array(moves.maxDegree);
    this.#out2 = new Int32Array(moves.maxDegree);
  }

  /** All sets of changes of exactly this cost that bring it about; of cost 0: none are needed. */
  at(cost: number): Changes[] {
    const found = new Map<string, Changes>();
    const seen = new Set<string>();
    for (const state of this.sought.goal) {
      seen.clear();
      this.#visit(new Candidate(state, this.game.ranks), cost, seen, found, cost);
    }
    return [...found.values()];
  }

  #visit(
    candidate: Candidate,
    left: number,
    seen: Set<string>,
    found: Map<string, Changes>,
    cost: number,
  ): void {
    this.looked++;
    if ((this.looked & 0xff) === 0) this.watch(this.looked);
    const failure = this.#failureOf(candidate);
    if (!failure) {
      if (left === 0)
        found.set(`${candidate.state}:${candidate.key()}`, {
          state: candidate.state,
          cost,
          rankings: candidate.given,
          removals: candidate.removals,
        });
      return;
    }
    if (left === 0) return;
    const next = (child: Candidate, spent: number): void => {
      const key = child.key();
      if (seen.has(key)) return;
      seen.add(key);
      this.#visit(child, left - spent, seen, found, cost);
    };
    for (let mover = 0; mover < this.game.ranks.length; mover++) {
      if (candidate.given[mover] || !this.#canMatter(failure, mover)) continue;
      const touches = this.#touching(candidate, failure, mover);
      for (let c = 1; c <= left; c++)
        this.space.rankings(mover, c).forEach((ranks, index) => {
          if (touches(ranks)) next(candidate.withRanking(mover, ranks, { cost: c, index }), c);
        });
    }
    this.space.removals.forEach((removal, k) => {
      if (removal.cost > left || candidate.removals.includes(k)) return;
      if (removal.states?.[candidate.state] === 1) return;
      if (this.#removes(candidate, failure, removal))
        next(candidate.withRemoval(k, removal), removal.cost);
    });
  }

  /** Why the model of a candidate is not what is sought; null: it is. */
  #failureOf(candidate: Candidate): Failure | null {
    const { concept, reach, starts } = this.sought;
    const { state, ranks } = candidate;
    for (let mover = 0; mover < ranks.length; mover++) {
      const own = ranks[mover];
      const count = this.#successors(candidate, mover, state, this.#out);
      for (const to of this.#out.slice(0, count)) {
        if (own[to] <= own[state]) continue;
        if (concept === 'Nash') return { mover, to, states: NOBODY };
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
    const { concept } = this.sought;
    const bearable = candidate.ranks[mover][candidate.state];
    return this.#spread(
      candidate,
      [improvement],
      mover,
      concept === 'SEQ' || concept === 'SSEQ',
      (x) => this.#sanctions(candidate, candidate.ranks[mover], bearable, mover, x),
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
    const { concept } = this.sought;
    if (concept !== 'SMR' && concept !== 'SSEQ') return true;
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
    const out = new Int32Array(this.#out.length);
    let tail = 0;
    for (const start of starts) {
      const node = start * layers + layers - 1;
      this.#visited[node] = search;
      this.#queue[tail++] = node;
      this.#inside[start] = search;
      states.push(start);
    }
    for (let head = 0; head < tail; head++) {
      const x = Math.floor(this.#queue[head] / layers);
      const last = layers === 1 ? -1 : this.#queue[head] - x * layers;
      for (let j = 0; j < candidate.ranks.length; j++) {
        if (j === without || j === last) continue;
        const ranks = candidate.ranks[j];
        const count = this.#successors(candidate, j, x, out);
        for (let k = 0; k < count; k++) {
          const y = out[k];
          if (improving && ranks[y] <= ranks[x]) continue;
          const node = layers === 1 ? y : y * layers + j;
          if (this.#visited[node] === search) continue;
          this.#visited[node] = search;
          this.#queue[tail++] = node;
          if (ends(y)) return null;
          if (this.#inside[y] === search) continue;
          this.#inside[y] = search;
          states.push(y);
        }
      }
    }
    return Int32Array.from(states);
  }

  #successors(candidate: Candidate, mover: number, state: number, out: Int32Array): number {
    const count = this.game.moves.successors(mover, state, out);
    if (candidate.taken.length === 0) return count;
    let kept = 0;
    for (let k = 0; k < count; k++) {
      const to = out[k];
      if (!candidate.taken.some((r) => r.states?.[to] === 1 || r.move?.(state, to)))
        out[kept++] = to;
    }
    return kept;
  }

  /** Whether any ranking of the mover could touch the reason. */
  #canMatter(failure: Failure, mover: number): boolean {
    if (failure.mover === null) return this.sought.reach === 'improvements';
    return (
      failure.mover === mover || this.sought.concept === 'SEQ' || this.sought.concept === 'SSEQ'
    );
  }

  /** Tells of ranks whether the mover with them would by itself undo the reason. */
  #touching(candidate: Candidate, failure: Failure, mover: number): (ranks: Ranks) => boolean {
    const { states } = failure;
    if (failure.mover === mover)
      return (ranks) => {
        const bearable = ranks[candidate.state];
        if (ranks[failure.to] <= bearable) return true;
        return states.some((x) => this.#sanctions(candidate, ranks, bearable, mover, x));
      };
    const own = candidate.ranks[mover];
    const search = ++this.#search;
    for (const x of states) this.#inside[x] = search;
    const from: number[] = [];
    const to: number[] = [];
    for (const x of states) {
      const count = this.#successors(candidate, mover, x, this.#out);
      for (let k = 0; k < count; k++) {
        const y = this.#out[k];
        // With a memory of who moved last, a new move between old states may lead further.
        if (this.#inside[y] === search && (this.#layers === 1 || own[y] > own[x])) continue;
        from.push(x);
        to.push(y);
      }
    }
    return (ranks) => from.some((x, k) => ranks[to[k]] > ranks[x]);
  }

  #removes({ state }: Candidate, failure: Failure, removal: Removal): boolean {
    if (failure.mover === null) return false;
    const { concept } = this.sought;
    // Without an escape, what was none may become a sanction.
    if (concept === 'SMR' || concept === 'SSEQ') return true;
    return removal.states?.[failure.to] === 1 || removal.move?.(state, failure.to) === true;
  }
}

/** An improvement without a sanction and what could answer it; or, without a mover, all that is reached. */
interface Failure {
  readonly mover: number | null;
  readonly to: number;
  readonly states: Int32Array;
}

/** A state of the goal and the changes made so far. */
class Candidate {
  constructor(
    readonly state: number,
    readonly ranks: Game['ranks'],
    readonly given: readonly (Given | null)[] = ranks.map(() => null),
    readonly removals: readonly number[] = [],
    readonly taken: readonly Removal[] = [],
  ) {}

  /** The same for the same changes, in whatever order they were made. */
  key(): string {
    const given = this.given.map((own) => (own ? `${own.cost}.${own.index}` : ''));
    return `${given.join()}|${this.removals.join()}`;
  }

  withRanking(mover: number, ranks: Ranks, given: Given): Candidate {
    return new Candidate(
      this.state,
      this.ranks.map((own, j) => (j === mover ? ranks : own)),
      this.given.map((own, j) => (j === mover ? given : own)),
      this.removals,
      this.taken,
    );
  }

  withRemoval(k: number, removal: Removal): Candidate {
    return new Candidate(
      this.state,
      this.ranks,
      this.given,
      [...this.removals, k].sort((a, b) => a - b),
      [...this.taken, removal],
    );
  }
}

const NOBODY = new Int32Array(0);
