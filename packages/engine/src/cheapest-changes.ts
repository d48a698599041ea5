import { isUsedUp, type Allowance } from './allowance.js';
import {
  Candidate,
  keyOf,
  type Changes,
  type ChangeSpace,
  type Given,
  type Removal,
  type Sought,
} from './changes.js';
import { DEFINITIONS, isResponse, type Rule } from './concepts.js';
import { EngineError } from './errors.js';
import type { Game } from './game.js';
import { Keys } from './keys.js';
import { meets, NearestRankings, type Demand } from './nearest-ranking.js';
import type { Ranks } from './ranks.js';
import { expectConcept, expectState, expectWhole } from './validate.js';

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
 *
 * A ranking touches a reason by how it orders a few states: it meets one of the reason's demands. Where
 * a ranking changes by swaps there are as good as always too many to try each. Instead the demands are
 * gathered reason by reason, and the ranking that meets those so far at the fewest swaps is tried. This
 * loses nothing either: of changes that bring it about, one meets a demand of the first reason, one
 * meets a demand of the reason for which the model with the ranking tried fails, and so on; what is
 * tried on this way never costs more than they do, and each time one more of their demands is met, until
 * nothing fails. So for every set of changes that brings it about one is found that asks no more of any
 * ranking and costs no more.
 *
 * Where the allowance is used up, `exhausted` is set: what was found is right, but may not be all.
 */
export class CheapestChanges {
  /** Models looked at so far. */
  looked = 0;
  /** Not all changes of the cost asked for last were looked at. */
  exhausted = false;
  readonly #rule: Rule;
  /** By mover, where its ranking changes by swaps: the demands for which a ranking was tried. */
  #asked: readonly Keys[];
  readonly #nearest: readonly NearestRankings[];
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

  /**
   * @param watch told now and then how many models have been looked at; it may throw to stop.
   * @param allowance as much as it takes when left out
   * @throws EngineError 'bad-argument' for states that are not there, simultaneous answers, a cost below 1, or the
   *   other opponents' rule.
   */
  constructor(
    readonly game: Game,
    readonly sought: Sought,
    readonly space: ChangeSpace,
    readonly watch: (looked: number) => void = () => undefined,
    public allowance: Allowance = { steps: Infinity, bytes: Infinity },
  ) {
    const { moves } = game;
    expectConcept(sought.concept);
    this.#rule = DEFINITIONS[sought.concept];
    if (!isResponse(sought.concept) || game.opponentsRule !== 'legal sequences')
      throw new EngineError(
        'bad-argument',
        'the cheapest changes are sought by the published rule of opponents, and not for simultaneous answers',
      );
    for (const s of [...sought.goal, ...sought.starts]) expectState(moves, s);
    for (const { cost } of space.removals) expectWhole('the cost of a removal', cost, 1, 2 ** 31);
    for (const cost of space.swaps)
      if (cost !== null) expectWhole('the cost of a swap', cost, 1, 2 ** 31);
    this.#nearest = game.ranks.map((ranks) => new NearestRankings(ranks));
    this.#asked = this.#none();
    this.#layers = moves.transitive ? 1 : moves.movers + 1;
    this.#queue = new Int32Array(moves.size * this.#layers);
    this.#visited = new Int32Array(moves.size * this.#layers);
    this.#inside = new Int32Array(moves.size);
    this.#out = new Int32Array(moves.maxDegree);
    this.#out2 = new Int32Array(moves.maxDegree);
    this.#out3 = new Int32Array(moves.maxDegree);
  }

  /** Counts anew, within another allowance: what comes of a state does not hang on those before then. */
  anew(allowance: Allowance): void {
    this.allowance = allowance;
    this.looked = 0;
    this.exhausted = false;
    this.#asked = this.#none();
  }

  #none(): Keys[] {
    return this.game.ranks.map(() => new Keys(this.allowance));
  }

  /** By mover, where its ranking changes by swaps: the sets of demands for which one was tried. */
  get asked(): readonly (readonly string[])[] {
    return this.#asked.map(({ all }) => all);
  }

  /** All sets of changes of exactly this cost that bring it about; of cost 0: none are needed. */
  at(cost: number): Changes[] {
    return this.sought.goal.flatMap((state) => this.of(state, cost));
  }

  /** Those that bring about this state of the goal. */
  of(state: number, cost: number): Changes[] {
    const found = new Map<string, Changes>();
    const seen = new Keys(this.allowance);
    this.#visit(new Candidate(state, this.game.ranks), cost, seen, found);
    seen.forget();
    return [...found.values()];
  }

  #visit(candidate: Candidate, cost: number, seen: Keys, found: Map<string, Changes>): void {
    this.allowance.steps -= STEPS_OF_VISIT;
    if (isUsedUp(this.allowance)) this.exhausted = true;
    if (this.exhausted) return;
    this.looked++;
    if ((this.looked & 0xff) === 0) this.watch(this.looked);
    const failure = this.#failureOf(candidate);
    const left = cost - candidate.cost;
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
    const next = (child: Candidate): void => {
      if (seen.add(child.key())) this.#visit(child, cost, seen, found);
    };
    for (let mover = 0; mover < this.game.ranks.length; mover++)
      for (const given of this.#rankings(candidate, failure, mover, left))
        next(candidate.withRanking(mover, given));
    this.space.removals.forEach((removal, k) => {
      if (removal.cost > left || candidate.removals.includes(k)) return;
      if (removal.states?.[candidate.state] === 1) return;
      if (this.#removes(candidate, failure, removal)) next(candidate.withRemoval(k, removal));
    });
  }

  /** The other rankings of a mover that by themselves undo the reason, for so much more at most. */
  *#rankings(
    candidate: Candidate,
    failure: Failure,
    mover: number,
    left: number,
  ): Generator<Given> {
    const given = candidate.given[mover];
    const swap = this.space.swaps[mover];
    // By swaps, a ranking that meets one demand more may cost no more.
    if (given ? swap === null : left === 0) return;
    const single = this.#single(candidate, failure, mover);
    const demanded = single === null ? this.#together(candidate, failure, mover) : null;
    if ((demanded ?? single!.states).length === 0) return;
    if (swap !== null) {
      const most = Math.floor(((given?.cost ?? 0) + left) / swap);
      for (const more of demanded ?? eachOf(single!)) {
        if (this.exhausted) return;
        const demands = [...(given?.demands ?? []), ...more];
        const nearest = this.#nearest[mover].meeting(demands, most, this.allowance);
        if (!nearest) continue;
        this.#asked[mover].add(keyOf(demands));
        yield { cost: nearest.swaps * swap, ranks: nearest.ranks, index: null, demands };
      }
      return;
    }
    for (let cost = 1; cost <= left; cost++) {
      const listed = this.space.rankings(mover, cost);
      if (listed === null) {
        this.exhausted = true;
        return;
      }
      for (const [index, ranks] of listed.entries()) {
        if (this.exhausted) return;
        if (single === null ? meetsAny(ranks, demanded!) : meetsOne(ranks, single))
          yield { cost, ranks, index, demands: [] };
      }
    }
  }

  /** Why the model of a candidate is not what is sought; null: it is. */
  #failureOf(candidate: Candidate): Failure | null {
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
      this.allowance.steps -= reached[cell] + 1;
      return true;
    }
    through.search[cell] = this.#search;
    through.rank[cell] = rank;
    return false;
  }

  #successors(candidate: Candidate, mover: number, state: number, out: Int32Array): number {
    const count = this.game.moves.successors(mover, state, out);
    this.allowance.steps -= count + 1;
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
  #single(candidate: Candidate, failure: Failure, mover: number): Single | null {
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
  #together(candidate: Candidate, failure: Failure, mover: number): readonly Demand[][] {
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

  #removes({ state }: Candidate, failure: Failure, removal: Removal): boolean {
    if (failure.mover === null) return false;
    // Without an escape, what was none may become a sanction.
    if (this.#rule.escape) return true;
    return removal.states?.[failure.to] === 1 || removal.move?.(state, failure.to) === true;
  }
}

/** Demands of which one is enough: of each the state above and the one below, all strictly or none. */
interface Single {
  readonly strictly: boolean;
  readonly states: readonly number[];
}

/** Whether a ranking meets one of some demands. Asked of each ranking there is, for each reason. */
function meetsOne(ranks: Ranks, { strictly, states }: Single): boolean {
  for (let k = 0; k < states.length; k += 2) {
    const gap = ranks[states[k]] - ranks[states[k + 1]];
    if (gap > 0 || (gap === 0 && !strictly)) return true;
  }
  return false;
}

/** The same as demands by themselves. */
function* eachOf({ strictly, states }: Single): Generator<Demand[]> {
  for (let k = 0; k < states.length; k += 2)
    yield [{ above: states[k], below: states[k + 1], strictly }];
}

/** Whether a ranking meets all of one of some lists of demands. */
function meetsAny(ranks: Ranks, demanded: readonly (readonly Demand[])[]): boolean {
  for (const all of demanded) {
    let k = 0;
    while (k < all.length && meets(ranks, all[k])) k++;
    if (k === all.length) return true;
  }
  return false;
}

/** An improvement without a sanction and what could answer it; or, without a mover, all that is reached. */
interface Failure {
  readonly mover: number | null;
  readonly to: number;
  readonly states: Int32Array;
}

/** Beside the moves gone through. */
const STEPS_OF_VISIT = 100;

const NOBODY = new Int32Array(0);
