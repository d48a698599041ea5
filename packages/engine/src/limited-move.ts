import type { Verdicts } from './concepts.js';
import { EngineError } from './errors.js';
import type { Game } from './game.js';
import { expectMover, expectWhole } from './validate.js';

/**
 * Where play ends when it is one of two decision makers' turn and a number of moves are left:
 * whoever moves may also stop, which ends play, and looks ahead to that end (theory 3.9; Kilgour
 * 1985; Kilgour, Hipel, Fang 1987).
 */
export interface Anticipation {
  /** For each of the two, by state: the final state when it is that one's turn. */
  readonly final: readonly [Int32Array, Int32Array];
  /**
   * 1 where indifference leaves open which state is final. The lowest state among the best is then
   * taken; published definitions assume strict preferences.
   */
  readonly tieDependent: readonly [Verdicts, Verdicts];
}

/** No move left: play ends where it is. */
export function ended({ moves: { size } }: Game): Anticipation {
  const here = Int32Array.from({ length: size }, (_, s) => s);
  return { final: [here, here], tieDependent: [new Uint8Array(size), new Uint8Array(size)] };
}

/** The same with one move more. O(arcs). */
function oneMoveMore(game: Game, before: Anticipation): Anticipation {
  const { moves, ranks } = game;
  const reach = new Int32Array(moves.maxDegree);
  const turn = (mover: 0 | 1): [Int32Array, Verdicts] => {
    const other = mover === 0 ? 1 : 0;
    const own = ranks[mover];
    const final = new Int32Array(moves.size);
    const tied = new Uint8Array(moves.size);
    for (let s = 0; s < moves.size; s++) {
      const count = moves.successors(mover, s, reach);
      let best = -1;
      for (let k = 0; k < count; k++) {
        const end = before.final[other][reach[k]];
        if (best < 0 || own[end] > own[best]) best = end;
      }
      const moving = best >= 0 && own[best] > own[s];
      for (let k = 0; k < count; k++) {
        const end = before.final[other][reach[k]];
        const tie = moving && own[end] === own[best] && end !== best;
        if (tie || before.tieDependent[other][reach[k]]) tied[s] = 1;
      }
      final[s] = moving ? best : s;
    }
    return [final, tied];
  };
  const [first, firstTied] = turn(0);
  const [second, secondTied] = turn(1);
  return { final: [first, second], tieDependent: [firstTied, secondTied] };
}

/**
 * What two decision makers anticipate with `horizon` moves left, 1 or more. O(horizon x arcs).
 * @throws EngineError 'bad-argument' for more or fewer decision makers than two, or a bad horizon.
 */
export function anticipation(game: Game, horizon: number): Anticipation {
  expectTwo(game, 'limited-move stability');
  expectWhole('the horizon', horizon, 1, Infinity);
  let current = ended(game);
  for (let h = 0; h < horizon; h++) current = oneMoveMore(game, current);
  return current;
}

/**
 * L_h: where the decision maker, looking `horizon` moves ahead, stays. L_1 is Nash.
 * @throws EngineError 'bad-argument' as `anticipation`.
 */
export function limitedMoveStability(game: Game, mover: 0 | 1, horizon: number): Verdicts {
  expectMover(game.moves, mover);
  return staying(anticipation(game, horizon).final[mover]);
}

/**
 * What is anticipated depends only on what was anticipated with one move less, so it runs into a
 * cycle as horizons grow.
 */
export interface HorizonCycle {
  /** The first horizon of the cycle. */
  readonly from: number;
  /** After so many moves more the same is anticipated again. */
  readonly period: number;
}

/** The cycle, found by comparing with ever later horizons (Brent): two of them are held at a time. */
export function horizonCycle(game: Game): HorizonCycle {
  expectTwo(game, 'non-myopic stability');
  const first = oneMoveMore(game, ended(game));
  let kept = first;
  let ahead = oneMoveMore(game, kept);
  let period = 1;
  for (let most = 1; !same(kept, ahead); period++) {
    if (period === most) {
      kept = ahead;
      most *= 2;
      period = 0;
    }
    ahead = oneMoveMore(game, ahead);
  }
  kept = first;
  ahead = first;
  for (let k = 0; k < period; k++) ahead = oneMoveMore(game, ahead);
  let from = 1;
  for (; !same(kept, ahead); from++) {
    kept = oneMoveMore(game, kept);
    ahead = oneMoveMore(game, ahead);
  }
  return { from, period };
}

function same(a: Anticipation, b: Anticipation): boolean {
  const equal = (x: ArrayLike<number>, y: ArrayLike<number>): boolean => {
    for (let s = 0; s < x.length; s++) if (x[s] !== y[s]) return false;
    return true;
  };
  return [0, 1].every(
    (i) => equal(a.final[i], b.final[i]) && equal(a.tieDependent[i], b.tieDependent[i]),
  );
}

/** Calls `visit` with what is anticipated at each horizon of the cycle, in order. */
export function throughCycle(
  game: Game,
  { from, period }: HorizonCycle,
  visit: (anticipated: Anticipation, horizon: number) => void,
): void {
  let current = anticipation(game, from);
  for (let horizon = from; horizon < from + period; horizon++) {
    visit(current, horizon);
    current = oneMoveMore(game, current);
  }
}

/**
 * Non-myopic stability (theory 3.10; Brams, Wittman 1981; Kilgour 1984): stable however far one
 * looks ahead, from some horizon on: that is, all through the cycle of horizons.
 */
export function nonMyopicStability(game: Game, mover: 0 | 1): Verdicts {
  const cycle = horizonCycle(game);
  expectMover(game.moves, mover);
  const stable = new Uint8Array(game.moves.size).fill(1);
  throughCycle(game, cycle, ({ final }) => {
    for (let s = 0; s < stable.length; s++) if (final[mover][s] !== s) stable[s] = 0;
  });
  return stable;
}

/**
 * Stackelberg equilibria: L_2 stable for the leader and Nash stable for the follower (theory 3.11;
 * Fang, Hipel, Kilgour 1989).
 */
export function stackelbergEquilibria(game: Game, leader: 0 | 1): Verdicts {
  expectMover(game.moves, leader);
  const led = limitedMoveStability(game, leader, 2);
  const followed = limitedMoveStability(game, leader === 0 ? 1 : 0, 1);
  return led.map((stable, s) => stable & followed[s]);
}

function staying(final: Int32Array): Verdicts {
  return Uint8Array.from(final, (end, s) => (end === s ? 1 : 0));
}

/** @throws EngineError 'bad-argument' where a concept is defined for two decision makers only. */
export function expectTwo(game: Game, concept: string): void {
  if (game.moves.movers !== 2)
    throw new EngineError(
      'bad-argument',
      `${concept} is defined for two decision makers; the model has ${game.moves.movers}`,
    );
}
