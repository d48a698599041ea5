import { isUsedUp, type Allowance } from './allowance.js';
import {
  Candidate,
  keyOf,
  type Changes,
  type ChangeSpace,
  type Given,
  type Sought,
} from './changes.js';
import { isResponse } from './concepts.js';
import { EngineError } from './errors.js';
import { Failures, type Failure, type Single } from './failures.js';
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
  /** By mover, where its ranking changes by swaps: the demands for which a ranking was tried. */
  #asked: readonly Keys[];
  readonly #nearest: readonly NearestRankings[];
  readonly #failures: Failures;

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
    this.#failures = new Failures(game, sought, this);
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
    const failure = this.#failures.of(candidate);
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
      if (this.#failures.mayBeUndone(candidate, failure, removal))
        next(candidate.withRemoval(k, removal));
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
    const single = this.#failures.demandsOnOne(candidate, failure, mover);
    const demanded =
      single === null ? this.#failures.demandsTogether(candidate, failure, mover) : null;
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

/** Beside the moves gone through. */
const STEPS_OF_VISIT = 100;
