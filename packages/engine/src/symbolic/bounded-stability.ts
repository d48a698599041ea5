import { DEFINITIONS, type ResponseConcept } from '../concepts.js';
import { exploreFrom, type ExploreLimits } from './explore.js';
import { isBetter, type LargeStates } from './large-states.js';

export type BoundedVerdict = 'stable' | 'unstable' | 'not decided';

/**
 * Whether one state is stable for a mover (theory 3.2-3.6), by looking through its improvements and
 * what the others may answer, nearest first, until the limits. 'stable' and 'unstable' are exact:
 * one answer that deters an improvement settles it, an improvement without one only after all
 * answers were seen.
 */
export function boundedStability(
  states: LargeStates,
  mover: number,
  code: bigint,
  concept: ResponseConcept,
  limits: ExploreLimits,
): BoundedVerdict {
  const { answers, escape } = DEFINITIONS[concept];
  const before = states.standing(mover, states.values(code));
  const { budget } = limits;
  const improvements: bigint[] = [];
  let decided = states.eachImprovement(mover, code, budget, (to) => {
    improvements.push(to);
    return answers !== 'none';
  });
  if (answers === 'none' && improvements.length > 0) return 'unstable';
  const others = states.model.owned.flatMap((_, j) => (j === mover ? [] : [j]));
  for (const improvement of improvements) {
    let unclear = false;
    const deters = (answer: bigint): boolean => {
      if (isBetter(states.standing(mover, states.values(answer)), before)) return false;
      if (!escape) return true;
      let escaped = false;
      const all = states.eachMove(mover, answer, budget, (_, values) => {
        escaped = isBetter(states.standing(mover, values), before);
        return !escaped;
      });
      if (!all) unclear = true;
      return all && !escaped;
    };
    const { complete, stoppedAt } = exploreFrom(
      states,
      [improvement],
      { improving: answers === 'credible', movers: others, until: deters },
      limits,
    );
    if (stoppedAt !== null) continue;
    if (complete && !unclear) return 'unstable';
    decided = false;
  }
  return decided ? 'stable' : 'not decided';
}
