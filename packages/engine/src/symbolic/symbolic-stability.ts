import type { StabilityConcept } from '../concepts.js';
import { FALSE, type Edge } from './bdd.js';
import type { SymbolicGame } from './symbolic-game.js';
import { leadingTo } from './symbolic-reach.js';

/**
 * Whether one state is stable for a mover (theory 3.2-3.7), decided by sets, without listing what
 * the others may answer. Exact.
 *
 * The states U that the mover prefers to s and those it does not, P, are fixed by s. An improvement
 * is deterred iff the others have a legal sequence from it into P (GMR), or into the part P' of P
 * that no own move of the mover leads out of to U (SMR); by improvements for SEQ and SSEQ.
 *
 * @throws EngineError 'too-many-nodes'.
 */
export function symbolicStability(
  game: SymbolicGame,
  mover: number,
  code: bigint,
  concept: StabilityConcept,
): boolean {
  return game.keeping(() => {
    const { bdd, feasible } = game;
    const start = game.keep(game.state(code));
    const improvements = game.keep(game.step(mover, start, 'forward', true));
    if (improvements === FALSE) return true;
    if (concept === 'Nash') return false;
    const better = game.keep(game.preferredTo(mover, code));
    if (concept === 'SIM') return deterredAtOnce(game, mover, start, improvements, better);
    let sanctions = bdd.minus(feasible, better);
    if (concept === 'SMR' || concept === 'SSEQ') {
      game.keep(sanctions);
      const escapes = game.step(mover, bdd.and(feasible, better), 'back', false);
      sanctions = bdd.minus(sanctions, escapes);
    }
    const credible = concept === 'SEQ' || concept === 'SSEQ';
    const deterred = leadingTo(game, sanctions, mover, credible, improvements);
    return bdd.minus(improvements, deterred) === FALSE;
  });
}

/** SIM: every improvement has some others' improvements that, made together with it, leave the mover no better off. */
function deterredAtOnce(
  game: SymbolicGame,
  mover: number,
  start: Edge,
  improvements: Edge,
  better: Edge,
): boolean {
  const { bdd } = game;
  // What the others may have set their options to; options of nobody stay.
  let others = game.movers.reduce((rest, j) => bdd.exists(rest, game.own(j)), start);
  for (const j of game.movers) {
    if (j === mover) continue;
    game.keep(others);
    const settings = bdd.or(start, game.step(j, start, 'forward', true));
    others = bdd.and(others, bdd.exists(settings, game.othersThan(j)));
  }
  const cube = game.othersThan(mover);
  const sanctions = bdd.minus(game.feasible, better);
  const deterred = bdd.andExists(others, sanctions, cube);
  return bdd.minus(bdd.exists(improvements, cube), deterred) === FALSE;
}
