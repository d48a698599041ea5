import type { Verdicts } from './concepts.js';
import { EngineError } from './errors.js';
import type { Game } from './game.js';

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
function ended({ moves: { size } }: Game): Anticipation {
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
  if (!Number.isInteger(horizon) || horizon < 1)
    throw new EngineError('bad-argument', `a horizon of ${horizon} moves; it counts from 1`);
  let current = ended(game);
  for (let h = 0; h < horizon; h++) current = oneMoveMore(game, current);
  return current;
}

/** L_h: where the decision maker, looking `horizon` moves ahead, stays. L_1 is Nash. */
export function limitedMoveStability(game: Game, mover: 0 | 1, horizon: number): Verdicts {
  return staying(anticipation(game, horizon).final[mover]);
}

/**
 * Non-myopic stability (theory 3.10; Brams, Wittman 1981; Kilgour 1984): stable however far one
 * looks ahead, from some horizon on. What is anticipated depends only on what was anticipated with
 * one move less, so the horizons run into a cycle, and a state is stable if it is so all through it.
 */
export function nonMyopicStability(game: Game, mover: 0 | 1): Verdicts {
  expectTwo(game, 'non-myopic stability');
  const seen = new Map<string, number>();
  const history: Int32Array[] = [];
  let current = oneMoveMore(game, ended(game));
  for (;;) {
    const key = `${current.final[0].join()} ${current.final[1].join()}`;
    const first = seen.get(key);
    if (first !== undefined) {
      const stable = new Uint8Array(game.moves.size).fill(1);
      for (const final of history.slice(first))
        for (let s = 0; s < stable.length; s++) if (final[s] !== s) stable[s] = 0;
      return stable;
    }
    seen.set(key, history.length);
    history.push(current.final[mover]);
    current = oneMoveMore(game, current);
  }
}

/**
 * Stackelberg equilibria: L_2 stable for the leader and Nash stable for the follower (theory 3.11;
 * Fang, Hipel, Kilgour 1989).
 */
export function stackelbergEquilibria(game: Game, leader: 0 | 1): Verdicts {
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
