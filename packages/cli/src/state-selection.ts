import { reachable } from '@standoff/engine';
import {
  analyse,
  prepare,
  type AnalysisResult,
  type Concept,
  type Reach,
  type StateName,
} from '@standoff/analysis';
import { parseSituation } from '@standoff/language';
import type { OptionId, Proposition } from '@standoff/model';
import { usage } from './failure.js';
import { ask, type Situation } from './situation.js';

/** Which states are asked for; all conditions must hold. */
export interface StateFilter {
  readonly where?: string;
  readonly equilibria?: true;
  readonly concept?: Concept;
  readonly reachable?: 'improvements' | 'moves';
  readonly scenario?: string;
  readonly taken?: readonly string[];
  readonly notTaken?: readonly string[];
  readonly memory: number;
  readonly opponents: AnalysisResult['opponentsRule'];
}

export interface SelectedState {
  readonly taken: readonly OptionId[];
  readonly name: StateName;
  /** Whether the status quo is, or may be, this state. */
  readonly statusQuo: boolean;
  /** The concepts under which it is an equilibrium. */
  readonly concepts: readonly Concept[];
  readonly reachable: Reach;
  readonly scenarios: readonly string[];
}

/**
 * The states that a filter leaves, in the order of their decimal numbers.
 * @throws Failure
 */
export function selectStates(situation: Situation, filter: StateFilter): SelectedState[] {
  const { model } = situation;
  const condition = conditionOf(situation, filter);
  const limits = { memory: filter.memory, opponentsRule: filter.opponents };
  const { prepared, result } = ask(() => ({
    prepared: prepare(model, limits),
    result: analyse(model, { ...limits, stability: true }),
  }));
  const held = new Map(result.equilibria.map((e) => [e.name.decimal, e.concepts]));
  const { statusQuo, game, space, lowering } = prepared;
  const improvements = reachable(game, statusQuo, true).distance;
  const moves = reachable(game, statusQuo, false).distance;
  const now = new Set(statusQuo);
  return result.states!.flatMap(({ taken, name, scenarios }) => {
    const state = space.indexOf(name.decimal);
    const concepts = held.get(name.decimal) ?? [];
    const reach = { improvements: improvements[state] >= 0, moves: moves[state] >= 0 };
    const wanted =
      (condition === null || lowering.holds(condition, name.decimal)) &&
      (filter.concept === undefined || concepts.includes(filter.concept)) &&
      (filter.equilibria === undefined || concepts.length > 0) &&
      (filter.reachable === undefined || reach[filter.reachable]);
    return wanted
      ? [{ taken, name, statusQuo: now.has(state), concepts, reachable: reach, scenarios }]
      : [];
  });
}

/**
 * `--where`, `--scenario`, `--taken` and `--not-taken` as one proposition. They are read by the
 * language itself, as a scenario added to the text, so they mean what they would mean there.
 */
function conditionOf(
  { text, model }: Situation,
  { where, scenario, taken = [], notTaken = [] }: StateFilter,
): Proposition | null {
  const parts = [
    ...(where === undefined ? [] : [where]),
    ...(scenario === undefined ? [] : [scenario]),
    ...taken,
    ...notTaken.map((name) => `not ${name}`),
  ];
  if (parts.length === 0) return null;
  const known = new Set(model.scenarios.map(({ id }) => id));
  let id = 'asked';
  while (new RegExp(`\\b${id}\\b`).test(text)) id += '_';
  if (scenario !== undefined && !known.has(scenario))
    throw usage(
      'unknown-scenario',
      `there is no scenario called ${scenario}`,
      known.size > 0 ? `there are ${[...known].join(', ')}` : 'the situation names none',
    );
  for (const part of parts) {
    const { diagnostics } = parseSituation(`${text}\nscenario ${id} = (${part}\n)`);
    const wrong = diagnostics.find(({ severity }) => severity === 'error');
    if (wrong)
      throw usage('expression', `"${part}" cannot be read: ${wrong.message}`, wrong.hint ?? null);
  }
  const asked = parseSituation(
    `${text}\nscenario ${id} = ${parts.map((part) => `(${part}\n)`).join(' and ')}`,
  ).model;
  return asked!.scenarios.find((s) => s.id === id)!.holds;
}
