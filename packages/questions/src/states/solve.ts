import { CONCEPTS } from '@standoff/engine';
import type { ConflictModel, Proposition } from '@standoff/model';
import {
  AnalysisError,
  conceptsFor,
  countOf,
  situationShown,
  type Concept,
  type Prepared,
  type Situation,
  type State,
  type States,
  type StateSet,
  atFirst,
  isAtFirst,
} from '@standoff/situation';
import type { Condition } from '../question.js';
import { scenarioNamed } from '../scenarios/solve.js';
import type { StatesResult, SelectedState } from './answer.js';

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
