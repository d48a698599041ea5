import { isSet } from '@standoff/engine';
import { optionsIn } from '@standoff/model';
import type { Prepared, Concept } from '@standoff/situation';
import { conceptsIn, type ConceptMasks } from './concept-masks.js';
import type { SeenGame } from './seen-game.js';

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
  /** Only where it is about an option that the actor does not know: it cannot think of it. */
  readonly unthought?: true;
  /** Whether the course of the actor's own game leads there from today. */
  readonly expectedReach: boolean;
  /** Whether the actual course leads there. */
  readonly reached: boolean;
}

/** Where it leads from today: the actual course, and that of the actor's own game. */
export interface Leading {
  readonly reached: (state: number) => boolean;
  readonly leadsIn: (to: (state: number) => boolean) => boolean;
}

/** Every scenario as an actor sees it. States that look alike to it are all reached where one is. */
export function scenariosSeen(
  real: Prepared,
  game: SeenGame,
  hypergame: ConceptMasks,
  { reached, leadsIn }: Leading,
): SeenScenario[] {
  const expected = game.equilibria();
  return real.model.scenarios.map(({ id, label, holds }) => {
    const bits = real.truth.of(real.lowering.formula(holds));
    const unthought = [...optionsIn(holds, real.model)].some((option) => !game.knows(option));
    const seen = { expected: 0, hypergame: 0, reached: false };
    const inside = new Set<number>();
    for (let s = 0; s < real.space.size; s++) {
      if (!isSet(bits, s)) continue;
      const own = game.projection[s];
      seen.expected |= expected[s];
      seen.hypergame |= hypergame[s];
      if (own >= 0) inside.add(own);
      if (reached(s)) seen.reached = true;
    }
    return {
      ...seen,
      ...(unthought ? { unthought: true as const } : {}),
      expectedReach: !unthought && inside.size > 0 && leadsIn((state) => inside.has(state)),
      id,
      label,
      expected: unthought ? [] : conceptsIn(seen.expected),
      hypergame: conceptsIn(seen.hypergame),
    };
  });
}
