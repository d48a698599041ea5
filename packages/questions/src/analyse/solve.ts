import {
  bitCount,
  CONCEPTS,
  nearestOf,
  type CancelSignal,
  type Extension,
  type ForesightConcept,
  type OpponentsRule,
  type WorkerPool,
} from '@standoff/engine';
import { decidersOf, type ConflictModel } from '@standoff/model';
import { carried } from './carried.js';
import { jointly } from '../told/jointly.js';
import { extensions, strength } from './doubt.js';
import {
  isExtreme,
  Courses,
  Equilibria,
  judge,
  judgeWithPool,
  Naming,
  prepare,
  expectPublishedRule,
  situationShown,
  type Judged,
  type Prepared,
  type PrepareOptions,
  type Concept,
  type Reach,
} from '@standoff/situation';
import { expectForesight, foresight } from '../explain/foresight.js';
import { coalitions, type CoalitionsOptions } from '../coalitions/solve.js';
import type {
  ActorResult,
  AnalysisResult,
  EquilibriumResult,
  OptionResult,
  ScenarioResult,
} from './answer.js';
import { equilibriumResult, statusQuoResult, stateResult } from './state-results.js';

export interface AnalyseOptions extends PrepareOptions {
  /** The concepts to look at; all when left out. */
  readonly concepts?: readonly Concept[];
  /** Concepts by which two decision makers look several moves ahead. */
  readonly foresight?: readonly ForesightConcept[];
  /** Attitudes to what is not known about preferences. */
  readonly extensions?: readonly Extension[];
  /** How strong the deterrents are, where preferences have degrees. */
  readonly strength?: boolean;
  /** What decision makers could do together. */
  readonly coalitions?: Pick<CoalitionsOptions, 'size' | 'partition'>;
  /** Also every state with ranks and verdicts. */
  readonly stability?: boolean;
  /** How many equilibria to list, those that hold under most concepts first; 10 000 when left out. */
  readonly limit?: number;
  /** Told the share of the work done, 0 to 1; what it throws stops the analysis. */
  readonly onProgress?: (done: number) => void;
}

/** More equilibria than these nobody looks through one by one. */
const LISTED = 10_000;

/**
 * What a situation, as modelled, comes to:
 *
 *   ConflictModel
 *        ↓  prepare      feasible states, moves, rankings, status quo
 *   Prepared
 *        ↓  verdicts     for every decision maker and concept: where it is stable
 *   Judged
 *        ↓  outlook      what improvements, and what any moves, lead to from the status quo
 *        ↓  naming       states in the options' own words
 *   AnalysisResult
 *
 * @throws AnalysisError where the model has no answer (too large, contradictory, …).
 */
export function analyse(model: ConflictModel, options: AnalyseOptions = {}): AnalysisResult {
  expectForesight(model, options.foresight ?? []);
  return analysePrepared(prepare(model, options), options);
}

/** The same for a model that is prepared already. */
export function analysePrepared(prepared: Prepared, options: AnalyseOptions = {}): AnalysisResult {
  const { concepts = CONCEPTS } = options;
  expectDefined(options, prepared.game.opponentsRule);
  return compose(prepared, judge(prepared.game, concepts, options.onProgress), options);
}

/**
 * The same, the verdicts of models that take a while being worked out by a pool of workers.
 * @throws AnalysisError as `analyse`; EngineError 'cancelled', 'worker-failed'.
 */
export async function analyseInWorkers(
  model: ConflictModel,
  { pool, signal, ...options }: AnalyseOptions & { pool: WorkerPool; signal?: CancelSignal },
): Promise<AnalysisResult> {
  expectForesight(model, options.foresight ?? []);
  expectDefined(options, options.opponentsRule);
  const prepared = prepare(model, { ...options, workers: pool.size });
  const { game } = prepared;
  const { concepts = CONCEPTS, onProgress } = options;
  const judged =
    game.moves.size * game.ranks.length < WORTH_WORKERS
      ? judge(game, concepts, onProgress)
      : await judgeWithPool(game, concepts, pool, {
          ...(signal ? { signal } : {}),
          ...(onProgress ? { watch: onProgress } : {}),
        });
  return compose(prepared, judged, options);
}

/** @throws AnalysisError 'opponents' for what is asked and is not defined under the rule. Said before the work. */
function expectDefined(
  { extensions: asked, strength: strong, coalitions: together }: AnalyseOptions,
  rule: OpponentsRule = 'legal sequences',
): void {
  if (together) expectPublishedRule(rule, 'what coalitions could do is defined');
  if (asked && asked.length > 0) expectPublishedRule(rule, 'extensions are defined');
  if (strong) expectPublishedRule(rule, 'strength is defined');
}

/** States times decision makers from which starting workers pays. */
const WORTH_WORKERS = 250_000;

function compose(prepared: Prepared, judged: Judged, options: AnalyseOptions): AnalysisResult {
  const { model, courses, naming } = prepared;
  const held = new Equilibria(judged, prepared.space.size);
  const reach = (state: number): Reach => courses.reach(state);
  const now = prepared.space.codes[prepared.statusQuo[0]];
  const equilibria = held
    .first(options.limit ?? LISTED, reach, (state) => bitCount(prepared.space.codes[state] ^ now))
    .map((state) => equilibriumResult(prepared, judged, held, courses, naming, state));
  const nows = prepared.statusQuo.map((state) =>
    statusQuoResult(prepared, judged, courses, naming, state),
  );
  return {
    schema: 'standoff/analysis/2',
    situation: situationShown(model),
    actors: actorResults(model),
    options: optionResults(model),
    space: {
      options: model.options.length,
      points: 2 ** model.options.length,
      feasible: prepared.space.size,
    },
    concepts: judged.concepts,
    opponentsRule: prepared.game.opponentsRule,
    equilibria: equilibria.sort(
      (a, b) =>
        b.concepts.length - a.concepts.length ||
        changes(a) - changes(b) ||
        (a.taken.join() < b.taken.join() ? -1 : 1),
    ),
    tally: held.tally(reach),
    statusQuo: nows[0],
    ...(nows.length > 1 ? { statusQuoAlternatives: nows } : {}),
    scenarios: scenarioResults(prepared, judged, held, courses, naming),
    agreements: model.agreements.map(jointly),
    ...(options.stability
      ? {
          states: Array.from({ length: prepared.space.size }, (_, s) =>
            stateResult(prepared, judged, naming, s),
          ),
        }
      : {}),
    ...(options.foresight && options.foresight.length > 0
      ? {
          foresight: foresight(prepared, options.foresight, {
            limit: options.limit ?? LISTED,
            stability: options.stability ?? false,
          }),
        }
      : {}),
    ...(options.extensions && options.extensions.length > 0
      ? { extensions: extensions(prepared, courses, options.extensions) }
      : {}),
    ...(options.strength
      ? { strength: strength(prepared, courses, options.extensions ?? []) }
      : {}),
    ...(options.coalitions
      ? {
          coalitions: coalitions(prepared, {
            size: prepared.deciders.length,
            ...options.coalitions,
          }),
        }
      : {}),
    carried: carried(model),
  };
}

/** The actors as a result tells them. */
export function actorResults(model: ConflictModel): ActorResult[] {
  const deciders = new Set(decidersOf(model).map(({ id }) => id));
  return model.actors.map((actor) => {
    const faction = actor.factions.find(({ id }) => id === actor.prevails);
    return {
      id: actor.id,
      label: actor.label,
      kind: deciders.has(actor.id) ? 'decision maker' : 'stakeholder',
      options: actor.options,
      faction: faction ? { id: faction.id, label: faction.label } : null,
      evidence: actor.evidence,
    };
  });
}

/** The options as a result tells them. */
export function optionResults(model: ConflictModel): OptionResult[] {
  return model.options.map(({ id, label, owner, direction, slow, evidence }) => ({
    id,
    label,
    owner,
    direction,
    slow,
    evidence,
  }));
}

function scenarioResults(
  prepared: Prepared,
  judged: Judged,
  equilibria: Equilibria,
  courses: Courses,
  naming: Naming,
): ScenarioResult[] {
  const { model, space, statusQuo } = prepared;
  const members = new Map<string, number[]>(model.scenarios.map(({ id }) => [id, []]));
  for (let s = 0; s < space.size; s++)
    for (const id of naming.scenariosOf(s)) members.get(id)!.push(s);
  return model.scenarios.map(({ id, label, evidence }) => {
    const states = members.get(id)!;
    const held = new Set(states.flatMap((s) => equilibria.conceptsAt(s)));
    const nearest = courses.nearest(states);
    return {
      id,
      label,
      evidence,
      states: states.length,
      concepts: judged.concepts.filter((concept) => held.has(concept)),
      reachable: {
        improvements: nearestOf(courses.improvements, states) !== null,
        moves: nearestOf(courses.moves, states) !== null,
      },
      path: nearest === null ? null : courses.pathTo(naming, nearest),
      holdsNow: states.includes(statusQuo[0]),
      extremes: model.extremes
        .filter(({ scenario }) => scenario === id)
        .map((extreme) => ({
          kind: extreme.kind,
          actor: extreme.actor,
          holds: isExtreme(extreme.kind, prepared.ranks.get(extreme.actor)!, new Set(states)),
        })),
    };
  });
}

function changes({ name }: EquilibriumResult): number {
  return name.added.length + name.dropped.length;
}
