import type { Scenario } from '@standoff/model';
import { Held } from './held.js';
import { oneNamed } from './one-named.js';
import type { Situation } from './situation.js';
import { stateNamed } from './state-reference.js';
import type { State } from './states.js';
import { Ways, type By } from './ways.js';

/** A scenario of several states, and two of them that stand for it. */
export interface ScenarioMeant {
  readonly scenario: Scenario;
  readonly states: bigint;
  /** The one that the fewest moves lead to from today; where none do, the firmest, or the first. */
  readonly nearest: State;
  /** Whether improvements lead to the nearest, moves only, or nothing. */
  readonly by: By | null;
  /** The one that holds under the most demanding concepts, the nearest of these; null: none is known to. */
  readonly firmest: State | null;
  /** Only where none is known to hold: whether that leaves open that some would. */
  readonly leftOpen?: true;
}

/** The scenario that a reader means where a state is asked for, if it holds in several. */
export function scenarioMeant(situation: Situation, reference: string): ScenarioMeant | null {
  const { model, states } = situation;
  const text = reference.trim();
  if (stateNamed(situation, text)) return null;
  const scenario = oneNamed(model.scenarios, text, 'unknown-state');
  if (!scenario) return null;
  const inside = states.where(scenario.holds);
  if (inside.count < 2n) return null;
  const ways = new Ways(states);
  const held = new Held(states);
  const firmest = held.firmest(inside, ways);
  const way = ways.to(inside);
  return {
    scenario,
    states: inside.count,
    nearest: way?.state ?? firmest ?? inside.first(1)[0],
    by: way?.by ?? null,
    firmest,
    ...(firmest === null && held.notKnown.length > 0 ? { leftOpen: true } : {}),
  };
}
