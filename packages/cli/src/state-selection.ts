import { isSet, reachable } from '@standoff/engine';
import { prepare, takenIn, type Concept, type Reach, type StateName } from '@standoff/situation';
import { scenarioNamed, type AnalysisResult } from '@standoff/questions';
import { readExpression } from '@standoff/language/parse';
import type { Count, OptionId, Proposition } from '@standoff/model';
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

export interface Selection {
  /** How many states the filter leaves. */
  readonly matching: Count;
  /** At most so many of them as asked for, in the order of their decimal numbers. */
  readonly states: readonly SelectedState[];
}

/**
 * The states that a filter leaves.
 * @throws Failure
 */
export function selectStates(situation: Situation, filter: StateFilter, limit: number): Selection {
  const { model } = situation;
  const condition = conditionOf(situation, filter);
  const prepared = ask(() =>
    prepare(model, { memory: filter.memory, opponentsRule: filter.opponents }),
  );
  const { statusQuo, game, space, truth, lowering } = prepared;
  const { equilibria } = prepared;
  const improvements = reachable(game, statusQuo, true).distance;
  const moves = reachable(game, statusQuo, false).distance;
  const { naming } = prepared;
  const now = new Set(statusQuo);
  const wanted = condition && truth.of(lowering.formula(condition));
  const states: SelectedState[] = [];
  let matching = 0;
  for (let s = 0; s < space.size; s++) {
    if (wanted && !isSet(wanted, s)) continue;
    if ((filter.equilibria || filter.concept !== undefined) && !equilibria.has(s)) continue;
    const reach = { improvements: improvements[s] >= 0, moves: moves[s] >= 0 };
    if (filter.reachable !== undefined && !reach[filter.reachable]) continue;
    const concepts = equilibria.conceptsAt(s);
    if (filter.concept !== undefined && !concepts.includes(filter.concept)) continue;
    if (matching++ >= limit) continue;
    states.push({
      taken: takenIn(prepared, s),
      name: naming.name(s),
      statusQuo: now.has(s),
      concepts,
      reachable: reach,
      scenarios: naming.scenariosOf(s),
    });
  }
  return { matching, states };
}

/** `--where`, `--scenario`, `--taken` and `--not-taken` as one proposition; null: none is given. */
export function conditionOf(
  situation: Situation,
  {
    where,
    scenario,
    taken = [],
    notTaken = [],
  }: Pick<StateFilter, 'where' | 'scenario' | 'taken' | 'notTaken'>,
): Proposition | null {
  const read = (words: string): Proposition => propositionOf(situation, words);
  const args: Proposition[] = [
    ...(where === undefined ? [] : [read(where)]),
    ...(scenario === undefined
      ? []
      : [{ op: 'scenario' as const, id: ask(() => scenarioNamed(situation.model, scenario)).id }]),
    ...taken.map(read),
    ...notTaken.map((name) => ({ op: 'not' as const, arg: read(name) })),
  ];
  return args.length > 1 ? { op: 'and', args } : (args[0] ?? null);
}

/** Words as the language reads them outside of all actors. */
function propositionOf({ text }: Situation, words: string): Proposition {
  const { proposition, diagnostics } = readExpression(text, words, null);
  if (proposition !== null) return proposition;
  const { message, hint = null } = diagnostics.find(({ severity }) => severity === 'error')!;
  throw usage('expression', `"${words}" cannot be read: ${message}`, hint);
}
