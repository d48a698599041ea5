import {
  DEFINITIONS,
  isResponse,
  type Rule,
  type StabilityConcept,
  type Verdicts,
} from './concepts.js';
import { layoutOf, passesWorthwhile } from './dense/layout.js';
import type { RankedBlocks } from './dense/order.js';
import { DenseVerdicts } from './dense/verdicts.js';
import { EngineError } from './errors.js';
import type { Game } from './game.js';
import { bestOwnMoves, highestWithin, worthAfterAnswers } from './response.js';
import { simultaneouslyStable } from './simultaneous.js';
import { expectConcept, expectMover } from './validate.js';
import { unwatched, type Watch } from './watch.js';

/** Where a decision maker is stable under a concept, for all states at once. */
export type StabilityKernel = (mover: number, concept: StabilityConcept) => Verdicts;

/**
 * The kernel that fits the model: passes over option bits where moves are in option form and the
 * states dense enough among the points, the general search otherwise. Both give the same verdicts.
 * What several concepts share is worked out once, so ask one kernel for all of them, decision maker
 * by decision maker.
 *
 * @param watch told how much of the verdict list asked for is done.
 * @throws EngineError 'bad-argument', when it is asked, for a decision maker or concept that there is
 *   not, and for SIM on a model without option form.
 */
export function stabilityKernel(game: Game, watch: Watch = unwatched): StabilityKernel {
  const judge = new StabilityJudge(game);
  return (mover, concept) => {
    expectMover(game.moves, mover);
    expectConcept(concept);
    return judge.of(mover, concept, watch);
  };
}

/** The kernel with what workers need besides: blocks sorted once for all. */
export class StabilityJudge {
  readonly #dense: DenseVerdicts | null;
  readonly #budget: number;

  /** @param blocks shared memory for the sorted blocks; null: they are the kernel's own. */
  constructor(
    readonly game: Game,
    blocks: readonly RankedBlocks[] | null = null,
  ) {
    const published = game.opponentsRule === 'legal sequences';
    const layout = published ? layoutOf(game.moves, game.space) : null;
    this.#dense = layout && new DenseVerdicts(layout, game.ranks, blocks);
    this.#budget = layout ? passesWorthwhile(layout, game) : 0;
  }

  of(mover: number, concept: StabilityConcept, watch: Watch): Verdicts {
    const dense =
      this.#dense &&
      isResponse(concept) &&
      this.#dense.of(mover, DEFINITIONS[concept], this.#budget, watch);
    return dense || searchedByRule(this.game, mover, DEFINITIONS[concept], watch);
  }

  /** Sorts a decision maker's blocks into the shared memory. */
  sort(mover: number): void {
    this.#dense?.sort(mover);
  }
}

/** One verdict list; see `stabilityKernel` for several. */
export function stability(game: Game, mover: number, concept: StabilityConcept): Verdicts {
  return stabilityKernel(game)(mover, concept);
}

/**
 * Stability by search over the moves, for every kind of model.
 * @throws EngineError 'bad-argument' as `stabilityKernel`.
 */
export function searchedStability(game: Game, mover: number, concept: StabilityConcept): Verdicts {
  expectMover(game.moves, mover);
  expectConcept(concept);
  return searchedByRule(game, mover, DEFINITIONS[concept]);
}

/**
 * The same by rule. With r its ranks, w(y) is what ending in y comes to: r(y), or where it may escape
 * the largest r over y and its own moves from y. Let m(x) be the least w over x and the others'
 * responses to x that count. A state s is unstable iff the largest min(m, r) over its moves exceeds
 * r(s): without the min, with escapes moves that are no improvement would count.
 *
 * @param watch told how much is done where that takes longest, for simultaneous answers.
 */
export function searchedByRule(
  game: Game,
  mover: number,
  { answers, escape }: Rule,
  watch: Watch = unwatched,
): Verdicts {
  const ranks = game.ranks[mover];
  if (answers === 'none') return unlessBetter(game, mover, ranks);
  if (answers === 'simultaneous')
    return simultaneouslyStable(game, mover, escape ? bestOwnMoves(game, mover) : ranks, watch);
  const worth = worthAfterAnswers(game, mover, { answers, escape });
  if (!escape) return unlessBetter(game, mover, worth);
  const least = worth.slice();
  for (let s = 0; s < least.length; s++) if (ranks[s] < least[s]) least[s] = ranks[s];
  return unlessBetter(game, mover, least);
}

/** Where every decision maker is stable. @throws EngineError 'bad-argument' for verdicts on other states. */
export function equilibria(verdicts: readonly Verdicts[], size: number): Verdicts {
  const other = verdicts.findIndex(({ length }) => length !== size);
  if (other >= 0)
    throw new EngineError(
      'bad-argument',
      `the verdicts of decision maker ${other} are on ${verdicts[other].length} states of ${size}`,
    );
  const all = new Uint8Array(size).fill(1);
  for (const stable of verdicts) for (let s = 0; s < size; s++) all[s] &= stable[s];
  return all;
}

/** Stable unless some move leads to a state worth more than the present one is liked, as no state is by itself. */
function unlessBetter({ moves, ranks }: Game, mover: number, worth: Int32Array): Verdicts {
  const own = ranks[mover];
  const best = highestWithin(moves, mover, worth);
  const stable = new Uint8Array(moves.size);
  for (let s = 0; s < moves.size; s++) stable[s] = best[s] <= own[s] ? 1 : 0;
  return stable;
}
