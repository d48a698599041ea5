import { isBetter, type Budget, type LargeStates } from './large-states.js';
import type { LargePath, LargeStep } from './symbolic-reach.js';

/**
 * Lets the movers in turn make their best improvement until nobody has one, which is a Nash
 * equilibrium. Finds one that is far away, where exploring all that lies nearer would not get there;
 * proves nothing where it finds none: replies may go round for ever.
 *
 * @param order who moves after whom.
 * @returns the path; null where the budget ends or a state comes back with the same mover in turn.
 */
export function bestReplies(
  states: LargeStates,
  start: bigint,
  order: readonly number[],
  budget: Budget,
): LargePath | null {
  const path: LargeStep[] = [];
  const seen = new Set<string>();
  let at = start;
  for (let turn = 0, idle = 0; idle < order.length; turn++) {
    const place = turn % order.length;
    const mover = order[place];
    const best = bestImprovement(states, mover, at, budget);
    if (best === undefined) return null;
    if (best === null) {
      idle++;
      continue;
    }
    // Where moves do not compose, somebody may want to move twice in a row, which is not to be.
    if (path.at(-1)?.mover === mover && states.model.disallowed.length > 0) return null;
    const visit = `${place} ${at}`;
    if (seen.has(visit)) return null;
    seen.add(visit);
    path.push({ mover, from: at, to: best });
    at = best;
    idle = 0;
  }
  return path;
}

/** The mover's best improvement, the first of several; null: it has none; undefined: not decided. */
function bestImprovement(
  states: LargeStates,
  mover: number,
  code: bigint,
  budget: Budget,
): bigint | null | undefined {
  let best: bigint | null = null;
  let standing = states.standing(mover, states.values(code));
  const all = states.eachMove(mover, code, budget, (to, values) => {
    const there = states.standing(mover, values);
    if (isBetter(there, standing)) [best, standing] = [to, there];
    return true;
  });
  return all ? best : undefined;
}
