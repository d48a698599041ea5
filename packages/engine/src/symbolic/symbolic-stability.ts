import { DEFINITIONS, type StabilityConcept } from '../concepts.js';
import { FALSE, type Edge } from './bdd.js';
import type { SymbolicGame } from './symbolic-game.js';
import { leadingTo } from './symbolic-reach.js';

/**
 * Whether one state is stable for a mover (theory 3.2-3.7), decided by sets, without listing what
 * the others may answer. Exact.
 *
 * The states U that the mover prefers to s and those it does not, P, are fixed by s. An improvement
 * is deterred iff the others have a legal sequence from it into P, or where the mover may escape into
 * the part P' of P that no own move of it leads out of to U; by improvements for credible answers.
 *
 * @throws EngineError 'too-many-nodes'.
 */
export function symbolicStability(
  game: SymbolicGame,
  mover: number,
  code: bigint,
  concept: StabilityConcept,
): boolean {
  const { answers, escape } = DEFINITIONS[concept];
  return game.keeping(() => {
    const { bdd, feasible } = game;
    const start = game.keep(game.state(code));
    const improvements = game.keep(game.step(mover, start, 'forward', true));
    if (improvements === FALSE) return true;
    if (answers === 'none') return false;
    const better = game.keep(game.preferredTo(mover, code));
    let sanctions = bdd.minus(feasible, better);
    if (escape) {
      game.keep(sanctions);
      const escapes = game.step(mover, bdd.and(feasible, better), 'back', false);
      sanctions = bdd.minus(sanctions, escapes);
    }
    if (answers === 'simultaneous')
      return deterredAtOnce(game, mover, start, improvements, game.keep(sanctions));
    const deterred = leadingTo(game, sanctions, mover, answers === 'credible', improvements);
    return bdd.minus(improvements, deterred) === FALSE;
  });
}

/** Whether every improvement has some others' improvements that, made together with it, lead to a sanction. */
function deterredAtOnce(
  game: SymbolicGame,
  mover: number,
  start: Edge,
  improvements: Edge,
  sanctions: Edge,
): boolean {
  const { bdd } = game;
  const others = simultaneousAnswers(game, mover, start);
  const cube = game.othersThan(mover);
  const deterred = bdd.andExists(others, sanctions, cube);
  return bdd.minus(bdd.exists(improvements, cube), deterred) === FALSE;
}

/**
 * What the others may set their options to at the state `start` by improvements made at the same
 * moment, staying included; options of nobody stay, those of the mover are left open.
 *
 * @param start the set of one state, kept.
 * @throws EngineError 'too-many-nodes'.
 */
export function simultaneousAnswers(game: SymbolicGame, mover: number, start: Edge): Edge {
  const { bdd } = game;
  let others = game.movers.reduce((rest, j) => bdd.exists(rest, game.own(j)), start);
  for (const j of game.movers) {
    if (j === mover) continue;
    game.keep(others);
    const settings = bdd.or(start, game.step(j, start, 'forward', true));
    others = bdd.and(others, bdd.exists(settings, game.othersThan(j)));
  }
  return others;
}
