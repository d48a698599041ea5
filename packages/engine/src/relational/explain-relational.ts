import { DEFINITIONS, type ResponseConcept } from '../concepts.js';
import type { Game } from '../game.js';
import { expectMover, expectState } from '../validate.js';
import { Ways, type JointStep } from '../ways.js';
import { expectReading, wouldDeter, wouldMove, type Reading } from './reading.js';
import type { PreferenceRelation } from './relation.js';
import { arcsOf, expectRelational } from './relational-stability.js';

/** Why a decision maker stays in a state or leaves it, where preferences are relations. */
export interface RelationalExplanation {
  readonly stable: boolean;
  /** Number of moves it has. */
  readonly moves: number;
  /** One for each move it would make, ascending by state. */
  readonly improvements: readonly RelationalImprovement[];
}

export interface RelationalImprovement {
  readonly to: number;
  /** By which degree it is better than the state; null: not known to be better. */
  readonly degree: number | null;
  /** Null: nothing that the concept allows deters. */
  readonly sanction: {
    readonly path: readonly JointStep[];
    readonly to: number;
    /** By which degree it is worse than the state, 0 for no better; null: not known. */
    readonly loss: number | null;
  } | null;
  /** How many states the others could answer with. */
  readonly answers: number;
}

/**
 * The reason for a verdict of `relationalKernel`, read off the definition, each sanction by a shortest
 * path. O(reachable states) for each improvement.
 *
 * @throws EngineError 'bad-argument' as `relationalKernel`, and for a state that there is not.
 */
export function explainRelational(
  game: Game,
  relations: readonly PreferenceRelation[],
  reading: Reading,
  mover: number,
  state: number,
  concept: ResponseConcept,
): RelationalExplanation {
  expectReading(game, relations, reading);
  expectRelational(concept);
  expectMover(game.moves, mover);
  expectState(game.moves, state);
  const compare = (j: number, x: number, s: number): number =>
    relations[j].compare(relations[j].classOf[x], relations[j].classOf[s]);
  const others = relations.flatMap((_, j) => (j === mover ? [] : [j]));
  const rule = DEFINITIONS[concept];
  const ways = new Ways(
    others.map((j) => [j]),
    others.map((j) =>
      arcsOf(game, j, (to, from) => {
        const compared = compare(j, to, from);
        return rule.answers !== 'credible' || compared > 0 || Number.isNaN(compared);
      }),
    ),
  );
  const reach = new Int32Array(game.moves.maxDegree);
  const deters = (x: number): boolean => wouldDeter(compare(mover, x, state), reading);
  const escapes = (s2: number): boolean => {
    const count = game.moves.successors(mover, s2, reach);
    return reach.subarray(0, count).some((s3) => !deters(s3));
  };
  const count = game.moves.successors(mover, state, reach);
  const improvements = Array.from(reach.subarray(0, count))
    .filter((to) => wouldMove(compare(mover, to, state), reading))
    .map((to): RelationalImprovement => {
      const degree = known(compare(mover, to, state));
      if (rule.answers === 'none') return { to, degree, sanction: null, answers: 0 };
      const answered = ways.from(to);
      const sanction = answered.states.find(
        (s2) => s2 !== to && deters(s2) && !(rule.escape && escapes(s2)),
      );
      return {
        to,
        degree,
        answers: answered.states.length - 1,
        sanction:
          sanction === undefined
            ? null
            : {
                path: answered.pathTo(sanction),
                to: sanction,
                loss: known(-compare(mover, sanction, state)),
              },
      };
    });
  return {
    stable: improvements.every(({ sanction }) => sanction !== null),
    moves: count,
    improvements,
  };
}

function known(degree: number): number | null {
  // No −0 in results.
  return Number.isNaN(degree) ? null : degree + 0;
}
