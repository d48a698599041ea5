import { CONCEPTS, implies, ruleOf } from '@standoff/engine';
import type { Concept } from './shown.js';
import type { Standing } from './states.js';

/**
 * Under which concepts an actor stays, of verdicts that take long: what one implies for others is not worked
 * out again (theory 3.8).
 * @param stays null: not decided.
 */
export function standingBy(stays: (concept: Concept) => boolean | null): Standing {
  const known = new Map<Concept, boolean>();
  const undecided: Concept[] = [];
  for (const concept of CONCEPTS) {
    if (known.has(concept)) continue;
    const verdict = stays(concept);
    if (verdict === null) undecided.push(concept);
    else
      for (const other of CONCEPTS)
        if (
          verdict
            ? implies(ruleOf(concept), ruleOf(other))
            : implies(ruleOf(other), ruleOf(concept))
        )
          known.set(other, verdict);
  }
  return {
    stable: CONCEPTS.filter((concept) => known.get(concept) === true),
    undecided: undecided.filter((concept) => !known.has(concept)),
  };
}
