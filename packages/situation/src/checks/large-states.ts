import {
  FALSE,
  isBetter,
  isTooMany,
  SymbolicGame,
  type Edge,
  type LargeModel,
  type LargeStates,
  type Standing,
} from '@standoff/engine';
import type { Actor, ConflictModel } from '@standoff/model';
import { cellsIn } from '../large-lowering.js';
import type { Lowering } from '../lowering.js';
import { badRanking } from '../preference.js';

/** How many nodes checks of the model may take: they are to be quick. */
export const QUICK_NODES = 2 ** 21;

/** Whether no state satisfies all constraints, as far as that can be told without great effort. */
export function contradicts(model: LargeModel): boolean {
  try {
    return new SymbolicGame(model, { maxNodes: QUICK_NODES }).feasible === FALSE;
  } catch (error) {
    if (!isTooMany(error)) throw error;
    return false;
  }
}

/** How many feasible states an actor's ranking leaves out, and how many it places twice. */
export function rankingGaps(
  actor: Actor,
  faction: string | null,
  lowering: Lowering,
  game: SymbolicGame,
): { readonly unranked: bigint; readonly twice: bigint } {
  const { bdd, feasible } = game;
  const cells = cellsIn(actor, faction, lowering);
  let placed: Edge = FALSE;
  let twice: Edge = FALSE;
  for (const item of cells.flatMap((cell) => cell ?? [])) {
    const set = bdd.and(feasible, game.where(item));
    twice = bdd.or(twice, bdd.and(placed, set));
    placed = bdd.or(placed, set);
  }
  const others = cells.length === 0 || cells.includes(null);
  return {
    unranked: others ? 0n : game.count(bdd.minus(feasible, placed)),
    twice: game.count(twice),
  };
}

/** @throws AnalysisError 'ranking' for one that leaves out feasible states or places them twice. */
export function checkRankings(model: ConflictModel, lowering: Lowering, game: SymbolicGame): void {
  for (const actor of model.actors) {
    const { unranked, twice } = rankingGaps(actor, actor.prevails, lowering, game);
    if (unranked > 0n || twice > 0n) throw badRanking(actor, unranked, twice);
  }
}

/** As `isExtreme`: whether no state outside the set is worse (better) for the actor than one inside. */
export function largeExtreme(
  game: SymbolicGame,
  states: LargeStates,
  kind: 'worst' | 'best',
  mover: number,
  inside: Edge,
): boolean {
  const outside = game.bdd.minus(game.feasible, inside);
  if (inside === FALSE || outside === FALSE) return false;
  const opposite = kind === 'worst' ? 'best' : 'worst';
  const standing = (set: Edge, which: 'best' | 'worst'): Standing =>
    states.standing(mover, states.values(game.nearest(game.extreme(mover, set, which), 0n, 1)[0]));
  // For "worst", the best inside must not be better than the worst outside.
  const [within, without] = [standing(inside, opposite), standing(outside, kind)];
  return kind === 'worst' ? !isBetter(within, without) : !isBetter(without, within);
}
