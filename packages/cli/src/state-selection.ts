import { CONCEPTS } from '@standoff/engine';
import {
  AnalysisError,
  countOf,
  situationOf,
  type Concept,
  type KnownReach,
  type State,
  type StateName,
  type States,
  type StateSet,
} from '@standoff/situation';
import { scenarioNamed, type AnalysisResult } from '@standoff/questions';
import { readExpression } from '@standoff/language/parse';
import type { Count, Digits, OptionId, Proposition } from '@standoff/model';
import { usage } from './failure.js';
import { ask, type Situation as LoadedSituation } from './situation.js';

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
  /** Ids of the options taken in it, sorted. */
  readonly taken: readonly OptionId[];
  /** How the state is told to people. */
  readonly name: StateName;
  /** Whether the status quo is, or may be, this state. */
  readonly statusQuo: boolean;
  /** The concepts under which it is an equilibrium, of those that are known of all states. */
  readonly concepts: readonly Concept[];
  /** Whether the status quo leads there. */
  readonly reachable: KnownReach;
  /** Ids of the scenarios it belongs to. */
  readonly scenarios: readonly string[];
}

export interface Selection {
  /** How many states the filter leaves. */
  readonly matching: Count | Digits;
  /** At most so many of them as asked for, in the order of their decimal numbers. */
  readonly states: readonly SelectedState[];
  /**
   * Only where the states are too many to be listed: the concepts of which it is not known which
   * states are an equilibrium under them.
   */
  readonly notKnown?: readonly Concept[];
}

/** More states than these are not listed of those that are too many to be listed. */
const MOST_OF_MANY = 1000;

/**
 * The states that a filter leaves.
 * @throws Failure
 */
export function selectStates(
  situation: LoadedSituation,
  filter: StateFilter,
  limit: number,
): Selection {
  const condition = conditionOf(situation, filter);
  return ask(() => {
    const { memory, opponents: opponentsRule } = filter;
    return selected(situationOf(situation.model, { memory, opponentsRule }).states, {
      ...filter,
      condition,
      limit,
    });
  });
}

function selected(
  states: States,
  {
    condition,
    equilibria,
    concept,
    reachable,
    limit,
  }: StateFilter & {
    readonly condition: Proposition | null;
    readonly limit: number;
  },
): Selection {
  const held = CONCEPTS.flatMap((one) => {
    const set = states.holding(one);
    return set === null ? [] : [{ concept: one, set }];
  });
  const notKnown = CONCEPTS.filter((one) => held.every((known) => known.concept !== one));
  const reached = { improvements: states.reached(true), moves: states.reached(false) };
  const asked: StateSet[] = [
    ...(condition ? [states.where(condition)] : []),
    ...(equilibria ? [held.map(({ set }) => set).reduce((all, set) => all.or(set))] : []),
    ...(concept === undefined ? [] : [holdingUnder(states, concept)]),
    ...(reachable === undefined ? [] : [reached[reachable].states]),
  ];
  const matching = asked.reduce((all, set) => all.and(set), states.all);
  const isReached = (by: keyof typeof reached, state: State): boolean | null =>
    reached[by].states.has(state) || (reached[by].complete ? false : null);
  return {
    matching: countOf(matching.count),
    states: matching
      .first(notKnown.length > 0 ? Math.min(limit, MOST_OF_MANY) : limit)
      .map((state) => ({
        ...states.shown(state),
        statusQuo: states.now.includes(state),
        concepts: held.flatMap((known) => (known.set.has(state) ? [known.concept] : [])),
        reachable: {
          improvements: isReached('improvements', state),
          moves: isReached('moves', state),
        },
        scenarios: states.scenariosOf(state),
      })),
    ...(notKnown.length > 0 ? { notKnown } : {}),
  };
}

function holdingUnder(states: States, concept: Concept): StateSet {
  const set = states.holding(concept);
  if (set !== null) return set;
  throw new AnalysisError(
    'too-large',
    `which states hold under ${concept} is not known where the states are too many to be listed: that takes the answers to every move in every state`,
    '"--concept Nash" asks for those in which nobody has a better move',
  );
}

/** `--where`, `--scenario`, `--taken` and `--not-taken` as one proposition; null: none is given. */
export function conditionOf(
  situation: LoadedSituation,
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
function propositionOf({ text }: LoadedSituation, words: string): Proposition {
  const { proposition, diagnostics } = readExpression(text, words, null);
  if (proposition !== null) return proposition;
  const { message, hint = null } = diagnostics.find(({ severity }) => severity === 'error')!;
  throw usage('expression', `"${words}" cannot be read: ${message}`, hint);
}
