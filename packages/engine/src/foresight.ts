import type { Verdicts } from './concepts.js';
import { EngineError } from './errors.js';
import type { Game } from './game.js';
import {
  anticipation,
  ended,
  expectTwo,
  horizonCycle,
  throughCycle,
  type Anticipation,
  type HorizonCycle,
} from './limited-move.js';
import { maximinStability, maximinValues } from './maximin.js';
import type { Path } from './reachability.js';
import { expectMover, expectState, expectWhole } from './validate.js';

/** A concept by which two decision makers look several moves ahead (theory 3.9-3.12). */
export type Foresight =
  /** L_h: both look ahead as far as `horizon` moves. */
  | { readonly kind: 'limited'; readonly horizon: number }
  /** However far both look ahead, from some horizon on. */
  | { readonly kind: 'non-myopic' }
  /** The leader looks two moves ahead, the follower one. */
  | { readonly kind: 'Stackelberg'; readonly leader: 0 | 1 }
  /** Maximin_h: looks `horizon` moves ahead and expects the worst. Experimental. */
  | { readonly kind: 'maximin'; readonly horizon: number };

/** Verdicts of both decision makers. */
export interface ForesightVerdicts {
  readonly stable: readonly [Verdicts, Verdicts];
  /** 1 where indifference leaves open what is anticipated; the verdict may then depend on it. */
  readonly tieDependent: readonly [Verdicts, Verdicts];
}

/**
 * Where each of two decision makers stays. O(horizon x arcs); non-myopic: as many horizons as it
 * takes until they repeat.
 * @throws EngineError 'bad-argument' for another number of decision makers, or a bad horizon or leader.
 */
export function foresightVerdicts(game: Game, foresight: Foresight): ForesightVerdicts {
  expectForesight(game, foresight);
  const { size } = game.moves;
  switch (foresight.kind) {
    case 'limited':
      return verdictsAt(anticipation(game, foresight.horizon));
    case 'Stackelberg': {
      const [led, followed] = [anticipation(game, 2), anticipation(game, 1)].map(verdictsAt);
      return foresight.leader === 0
        ? {
            stable: [led.stable[0], followed.stable[1]],
            tieDependent: [led.tieDependent[0], followed.tieDependent[1]],
          }
        : {
            stable: [followed.stable[0], led.stable[1]],
            tieDependent: [followed.tieDependent[0], led.tieDependent[1]],
          };
    }
    case 'maximin':
      // Values are ranks: among equally ranked ends there is nothing to choose.
      return {
        stable: [
          maximinStability(game, 0, foresight.horizon),
          maximinStability(game, 1, foresight.horizon),
        ],
        tieDependent: [new Uint8Array(size), new Uint8Array(size)],
      };
    case 'non-myopic': {
      const stable = [new Uint8Array(size).fill(1), new Uint8Array(size).fill(1)] as const;
      const tieDependent = [new Uint8Array(size), new Uint8Array(size)] as const;
      throughCycle(game, horizonCycle(game), (anticipated) => {
        const here = verdictsAt(anticipated);
        for (const i of [0, 1] as const)
          for (let s = 0; s < size; s++) {
            stable[i][s] &= here.stable[i][s];
            tieDependent[i][s] |= here.tieDependent[i][s];
          }
      });
      return { stable, tieDependent };
    }
  }
}

function verdictsAt({ final, tieDependent }: Anticipation): ForesightVerdicts {
  const staying = (ends: Int32Array): Verdicts =>
    Uint8Array.from(ends, (end, s) => (end === s ? 1 : 0));
  return { stable: [staying(final[0]), staying(final[1])], tieDependent };
}

/** Why a decision maker that looks ahead stays in a state or leaves it. */
export interface ForesightExplanation {
  readonly stable: boolean;
  /** Number of moves the decision maker has. */
  readonly moves: number;
  /** How many moves are looked ahead in `line`. */
  readonly horizon: number;
  /** For non-myopic stability: where the horizons begin to repeat. */
  readonly cycle: HorizonCycle | null;
  /**
   * What its best move is expected to lead to: that move, then the other’s, and so on until one of
   * them stops. A state is stable if the end is no better than the state. Empty: it has no move.
   */
  readonly line: Path;
  /** Where the line ends; the state itself where it has no move. */
  readonly end: number;
  readonly tieDependent: boolean;
}

/**
 * The anticipated line of play behind a verdict. Each step of it is worked out anew from the end of
 * play, so that no more than one horizon is held at a time: O(states + path) memory, O(horizon² x arcs).
 *
 * Non-myopic: the line at the first horizon of the cycle; of an unstable state, at the first at which
 * it is left.
 *
 * @throws EngineError 'bad-argument' as `foresightVerdicts`, and for a decision maker or state that
 *   is not there.
 */
export function explainForesight(
  game: Game,
  mover: 0 | 1,
  state: number,
  foresight: Foresight,
): ForesightExplanation {
  expectForesight(game, foresight);
  expectMover(game.moves, mover);
  expectState(game.moves, state);
  switch (foresight.kind) {
    case 'limited':
      return limitedLine(game, mover, state, foresight.horizon, null);
    case 'Stackelberg':
      return limitedLine(game, mover, state, mover === foresight.leader ? 2 : 1, null);
    case 'maximin':
      return maximinLine(game, mover, state, foresight.horizon);
    case 'non-myopic': {
      const cycle = horizonCycle(game);
      let left: number | null = null;
      let tied = false;
      throughCycle(game, cycle, ({ final, tieDependent }, horizon) => {
        if (final[mover][state] !== state) left ??= horizon;
        if (tieDependent[mover][state]) tied = true;
      });
      return {
        ...limitedLine(game, mover, state, left ?? cycle.from, cycle),
        tieDependent: tied,
      };
    }
  }
}

function limitedLine(
  game: Game,
  mover: 0 | 1,
  state: number,
  horizon: number,
  cycle: HorizonCycle | null,
): ForesightExplanation {
  const { ranks } = game;
  const line: { mover: number; from: number; to: number }[] = [];
  let at = state;
  let turn = mover;
  for (let left = horizon; left > 0; left--) {
    const other = turn === 0 ? 1 : 0;
    const { final } = left === 1 ? ended(game) : anticipation(game, left - 1);
    const own = ranks[turn];
    const best = bestOf(targets(game, turn, at), (to) => own[final[other][to]]);
    // Later on whoever moves stops where moving does not pay; the first move is told anyway.
    if (best === null || (line.length > 0 && own[final[other][best]] <= own[at])) break;
    line.push({ mover: turn, from: at, to: best });
    at = best;
    turn = other;
  }
  const { tieDependent } = anticipation(game, horizon);
  return {
    stable: ranks[mover][at] <= ranks[mover][state],
    moves: targets(game, mover, state).length,
    horizon,
    cycle,
    line,
    end: at,
    tieDependent: tieDependent[mover][state] === 1,
  };
}

function maximinLine(
  game: Game,
  mover: 0 | 1,
  state: number,
  horizon: number,
): ForesightExplanation {
  const own = game.ranks[mover];
  const other = mover === 0 ? 1 : 0;
  const first = targets(game, mover, state);
  const { theirs } = maximinValues(game, mover, horizon - 1);
  const line: { mover: number; from: number; to: number }[] = [];
  let at = state;
  const best = bestOf(first, (to) => theirs[to]);
  if (best !== null) {
    line.push({ mover, from: state, to: best });
    at = best;
    const value = theirs[best];
    for (let left = horizon - 1; left > 0 && own[at] !== value; left--) {
      const turn = line.length % 2 === 0 ? mover : other;
      const after = maximinValues(game, mover, left - 1);
      const next = turn === mover ? after.theirs : after.mine;
      const to = targets(game, turn, at).find((q) => next[q] === value)!;
      line.push({ mover: turn, from: at, to });
      at = to;
    }
  }
  return {
    stable: own[at] <= own[state],
    moves: first.length,
    horizon,
    cycle: null,
    line,
    end: at,
    tieDependent: false,
  };
}

function targets({ moves }: Game, mover: number, state: number): number[] {
  const out = new Int32Array(moves.maxDegree);
  return Array.from(out.subarray(0, moves.successors(mover, state, out)));
}

/** The first of the states with the highest value; null: there is none. */
function bestOf(states: readonly number[], value: (state: number) => number): number | null {
  let best: number | null = null;
  for (const s of states) if (best === null || value(s) > value(best)) best = s;
  return best;
}

function expectForesight(game: Game, foresight: Foresight): void {
  expectTwo(game, 'looking several moves ahead');
  switch (foresight.kind) {
    case 'limited':
    case 'maximin':
      expectWhole('the horizon', foresight.horizon, 1, Infinity);
      return;
    case 'Stackelberg':
      expectMover(game.moves, foresight.leader);
      return;
    case 'non-myopic':
      return;
    default:
      throw new EngineError(
        'bad-argument',
        `there is no concept of the kind "${(foresight as { kind: string }).kind}"`,
      );
  }
}
