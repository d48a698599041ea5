import { CONCEPTS } from '@standoff/engine';
import type { ConflictModel, Count, Digits, Integer, OptionId, Proposition } from '@standoff/model';
import {
  AnalysisError,
  conceptsFor,
  countOf,
  situationShown,
  type Concept,
  type KnownReach,
  type Prepared,
  type Situation,
  type SituationShown,
  type State,
  type StateName,
  type States,
  type StateSet,
  atFirst,
  isAtFirst,
} from '@standoff/situation';
import type { Condition } from '../question.js';
import { scenarioNamed } from '../scenarios/solve.js';

/** The answer of `standoff states --json`. */
export interface StatesResult {
  /** The form of this JSON and its version. */
  readonly schema: 'standoff/states/2';
  /** The situation that was asked. */
  readonly situation: SituationShown;
  /** The ids of all options, in the order of the columns. */
  readonly options: readonly OptionId[];
  /** How many states the conditions leave. */
  readonly matching: Count | Digits;
  /** At most so many of them as asked for, in the order of their decimal numbers. */
  readonly states: readonly SelectedState[];
  /**
   * Only where the states are too many to be listed: the concepts of which it is not known which
   * states are an equilibrium under them.
   */
  readonly notKnown?: readonly Concept[];
  /** Only where it is a first answer, which goes without what would take minutes: all of it can be had too. */
  readonly atFirst?: true;
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
  /** For each actor, by id: its place in the ranking, larger is better. Only where the states are listed. */
  readonly ranks?: Readonly<Record<string, Integer>>;
  /** For each decision maker, by id: the concepts under which it stays. Only where the states are listed. */
  readonly stable?: Readonly<Record<string, readonly Concept[]>>;
  /** Fewest steps from the status quo; null: none lead there. Only where the states are listed. */
  readonly steps?: {
    /** Each better for the one who makes it. */
    readonly improvements: Count | null;
    /** Of any kind. */
    readonly moves: Count | null;
  };
}

/** Which states are asked for; all conditions must hold. */
export interface StatesOptions {
  readonly where?: Condition;
  /** Those that would hold under some concept. */
  readonly equilibria?: boolean;
  /** Those that would hold under this concept. */
  readonly concept?: Concept;
  /** Those that these lead to from the status quo. */
  readonly reachable?: 'improvements' | 'moves';
  /** The id or label of a scenario. */
  readonly scenario?: string;
  readonly taken?: readonly Condition[];
  readonly notTaken?: readonly Condition[];
  /** However long it takes: by the standard, also of very many states. */
  readonly full?: boolean;
  /** Every state when left out. */
  readonly limit?: number;
}

/** More states than these are not listed of those that are too many to be listed. */
const MOST_OF_MANY = 1000;

/**
 * The states that are like that.
 * @throws AnalysisError 'unknown-scenario'; 'too-large' where the states that hold under `concept` are
 *   not known.
 */
export function states(given: Situation, options: StatesOptions = {}): StatesResult {
  const situation = atFirst(given, options.full);
  const { model, states: sets } = situation;
  const { equilibria, concept, reachable, limit = Infinity } = options;
  const condition = conditionOf(model, options);
  const held = CONCEPTS.flatMap((one) => {
    const set = sets.holding(one);
    return set === null ? [] : [{ concept: one, set }];
  });
  const notKnown = CONCEPTS.filter((one) => held.every((known) => known.concept !== one));
  const reached = { improvements: sets.reached(true), moves: sets.reached(false) };
  const asked: StateSet[] = [
    ...(condition ? [sets.where(condition)] : []),
    ...(equilibria ? [held.map(({ set }) => set).reduce((all, set) => all.or(set))] : []),
    ...(concept === undefined ? [] : [holdingUnder(sets, concept)]),
    ...(reachable === undefined ? [] : [reached[reachable].states]),
  ];
  const matching = asked.reduce((all, set) => all.and(set), sets.all);
  const listed = 'space' in situation ? listedFacts(situation.listed) : null;
  const isReached = (by: keyof typeof reached, state: State): boolean | null =>
    reached[by].states.has(state) || (reached[by].complete ? false : null);
  return {
    schema: 'standoff/states/2',
    situation: situationShown(model),
    options: model.options.map(({ id }) => id),
    matching: countOf(matching.count),
    states: matching
      .first(notKnown.length > 0 ? Math.min(limit, MOST_OF_MANY) : limit)
      .map((state) => ({
        ...sets.shown(state),
        statusQuo: sets.now.includes(state),
        concepts: held.flatMap((known) => (known.set.has(state) ? [known.concept] : [])),
        reachable: {
          improvements: isReached('improvements', state),
          moves: isReached('moves', state),
        },
        scenarios: sets.scenariosOf(state),
        ...listed?.(state),
      })),
    ...(notKnown.length > 0 ? { notKnown } : {}),
    ...(isAtFirst(sets) ? { atFirst: true } : {}),
  };
}

/** What is known of a state where all of them are listed. */
function listedFacts({ space, ranks, deciders, judged, courses }: Prepared) {
  const steps = (distance: Int32Array, s: number): number | null =>
    distance[s] < 0 ? null : distance[s];
  return (state: State): Pick<SelectedState, 'ranks' | 'stable' | 'steps'> => {
    const s = space.indexOf(Number(state));
    return {
      ranks: Object.fromEntries([...ranks].map(([actor, own]) => [actor, own[s]])),
      stable: Object.fromEntries(
        deciders.map(({ id }, mover) => [id, conceptsFor(judged, mover, s)]),
      ),
      steps: {
        improvements: steps(courses.improvements.distance, s),
        moves: steps(courses.moves.distance, s),
      },
    };
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

/** All that has to hold in a state, as one proposition; null: nothing has to. */
function conditionOf(
  model: ConflictModel,
  { where, scenario, taken = [], notTaken = [] }: StatesOptions,
): Proposition | null {
  const args: Proposition[] = [
    ...(where === undefined ? [] : [where.condition]),
    ...(scenario === undefined
      ? []
      : [{ op: 'scenario' as const, id: scenarioNamed(model, scenario).id }]),
    ...taken.map(({ condition }) => condition),
    ...notTaken.map(({ condition }) => ({ op: 'not' as const, arg: condition })),
  ];
  return args.length > 1 ? { op: 'and', args } : (args[0] ?? null);
}
