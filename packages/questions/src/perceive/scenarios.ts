import { isSet, reachable } from '@standoff/engine';
import type { Prepared, Concept } from '@standoff/situation';
import { conceptsIn, type ConceptMasks, type SeenGame } from './seen-game.js';

/** A named scenario in an actor's eyes, and what becomes of it where all act by their own games. */
export interface SeenScenario {
  /** What other elements refer to it by. */
  readonly id: string;
  /** As people call it. */
  readonly label: string;
  /** Concepts under which some state of it would hold in the actor's own game, and in everybody's own. */
  readonly expected: readonly Concept[];
  /** Concepts under which some state of it would hold in everybody’s own game. */
  readonly hypergame: readonly Concept[];
  /** Whether improvements of the actor's own game lead there from today; and the actual course. */
  readonly expectedReach: boolean;
  /** Whether the actual course leads there. */
  readonly reached: boolean;
}

/** Every scenario as an actor sees it. States that look alike to it are all reached where one is. */
export function scenariosSeen(
  real: Prepared,
  game: SeenGame,
  hypergame: ConceptMasks,
  reached: (state: number) => boolean,
): SeenScenario[] {
  const expected = game.equilibria();
  const starts = real.statusQuo.map((s) => game.projection[s]).filter((s) => s >= 0);
  const course = game.prepared && reachable(game.prepared.game, starts, true).distance;
  return real.model.scenarios.map(({ id, label, holds }) => {
    const bits = real.truth.of(real.lowering.formula(holds));
    const seen = { expected: 0, hypergame: 0, expectedReach: false, reached: false };
    for (let s = 0; s < real.space.size; s++) {
      if (!isSet(bits, s)) continue;
      const own = game.projection[s];
      seen.expected |= expected[s];
      seen.hypergame |= hypergame[s];
      if (own >= 0 && course && course[own] >= 0) seen.expectedReach = true;
      if (reached(s)) seen.reached = true;
    }
    return {
      ...seen,
      id,
      label,
      expected: conceptsIn(seen.expected),
      hypergame: conceptsIn(seen.hypergame),
    };
  });
}
