import { CONCEPTS, LargeStates, testOf, type Edge, type OpponentsRule } from '@standoff/engine';
import type { ConflictModel } from '@standoff/model';
import {
  situationShown,
  AnalysisError,
  checkRankings,
  largeModelOf,
  largeStarts,
  LargeNames,
  Lowering,
  DEFAULT_MEMORY,
  type Concept,
} from '@standoff/situation';
import { carried } from '../analyse/carried.js';
import { jointly } from '../told/jointly.js';
import { actorResults, optionResults } from '../analyse/solve.js';
import { LargeOutlook } from './outlook.js';
import type { LargeAnalysisResult, LargeStatusQuo } from './answer.js';
import {
  commonOptions,
  equilibriumResult,
  nameOf,
  scenarioResult,
  type Asked,
} from './outcomes.js';
import { largeStanding, type LargeStanding } from './standing.js';

export interface LargeOptions {
  /** Why the states are not listed, in words. */
  readonly why: string;
  /** Bytes that the sets of states may take; 2 GiB when left out. */
  readonly memory?: number;
  /** How many Nash equilibria to list; 20 when left out. */
  readonly limit?: number;
  /** Only the published rule is offered. */
  readonly opponentsRule?: OpponentsRule;
  /** The concepts under which to look at the status quo; all when left out. */
  readonly concepts?: readonly Concept[];
  /** Told the share of the work done, 0 to 1; what it throws stops the analysis. */
  readonly onProgress?: (done: number) => void;
}

/** With the way to each; more than these take longer to find than to read. */
const LISTED = 20;
/** How many improvements of a decision maker to list. */
const BEST = 5;

/**
 * What a model comes to whose states are too many to be listed: its Nash equilibria, which of them
 * can be reached from the status quo and how, and how everybody stands there.
 *
 *   ConflictModel
 *        ↓  lowering     formulas over option numbers
 *   LargeModel
 *        ↓  outlook      sets of states; where they get too irregular, exploration
 *        ↓  naming       states in the options' own words
 *   LargeAnalysisResult
 *
 * @throws AnalysisError 'no-feasible-state', 'status-quo-infeasible', 'ranking', 'too-large'.
 */
export function analyseLarge(model: ConflictModel, options: LargeOptions): LargeAnalysisResult {
  const { why, memory = DEFAULT_MEMORY, limit = LISTED, concepts = CONCEPTS } = options;
  if (options.opponentsRule === 'each at most once')
    throw new AnalysisError(
      'too-large',
      `${why}; that everybody answers at most once is only offered where the states can be listed`,
      'leave out --opponents once',
    );
  const watch = options.onProgress ?? (() => undefined);
  const lowering = new Lowering(model);
  const states = new LargeStates(largeModelOf(model, lowering));
  const starts = largeStarts(model, lowering);
  const outlook = new LargeOutlook(states, starts, memory, watch);
  outlook.ask((game) => checkRankings(model, lowering, game));
  const sets = scenarioSets(model, lowering, outlook);
  const sizes = sizesOf(outlook, sets);
  const naming = new LargeNames(
    { model, lowering, large: states, now: starts },
    (id) => sizes.get(id) ?? 0n,
  );
  const asked = { model, states, outlook, naming };
  const nows = starts.map((code) => statusQuoResult(asked, code, concepts));
  watch(0.9);
  const everywhere = outlook.game?.feasible ?? null;
  return {
    schema: 'standoff/large-analysis/2',
    situation: situationShown(model),
    why,
    method: outlook.explored ? 'exploration' : 'sets',
    actors: actorResults(model),
    options: optionResults(model),
    space: {
      options: model.options.length,
      points: (1n << BigInt(model.options.length)).toString(),
      feasible: outlook.game ? outlook.game.count(outlook.game.feasible).toString() : null,
    },
    nash: {
      all: outlook.countNash(everywhere, () => true),
      byImprovements: outlook.countNashReached(true),
      byMoves: outlook.countNashReached(false),
    },
    equilibria: outlook.equilibria(limit).map((code) => equilibriumResult(asked, code)),
    common: commonOptions(outlook, naming),
    statusQuo: nows[0],
    ...(nows.length > 1 ? { statusQuoAlternatives: nows } : {}),
    scenarios: model.scenarios.map(({ id, holds }) => {
      const test = testOf(lowering.formula(holds));
      return scenarioResult(asked, id, sets.get(id) ?? null, (code) => test(states.values(code)));
    }),
    agreements: model.agreements.map(jointly),
    notAnswered: notAnswered(outlook),
    carried: carried(model),
  };
}

function scenarioSets(
  model: ConflictModel,
  lowering: Lowering,
  outlook: LargeOutlook,
): Map<string, Edge> {
  const sets = new Map<string, Edge>();
  for (const { id, holds } of model.scenarios) {
    const set = outlook.where(lowering.formula(holds));
    if (set !== null) sets.set(id, set);
  }
  return sets;
}

function sizesOf({ game }: LargeOutlook, sets: ReadonlyMap<string, Edge>): Map<string, bigint> {
  return new Map(game ? [...sets].map(([id, set]) => [id, game.count(set)]) : []);
}

function statusQuoResult(
  { model, outlook, naming }: Asked,
  code: bigint,
  concepts: readonly Concept[],
): LargeStatusQuo {
  const standings = new Map(
    model.actors.flatMap(({ id, options }, mover): [string, LargeStanding][] =>
      options.length === 0 ? [] : [[id, largeStanding(outlook, mover, code, concepts, BEST)]],
    ),
  );
  const each = <T>(what: (standing: LargeStanding, mover: number) => T): Record<string, T> =>
    Object.fromEntries(
      model.actors.flatMap(({ id }, mover) => {
        const standing = standings.get(id);
        return standing ? [[id, what(standing, mover)]] : [];
      }),
    );
  // A stakeholder has no move, so it is stable everywhere.
  const still = Object.fromEntries(
    model.actors.flatMap(({ id }) => (standings.has(id) ? [] : [[id, concepts]])),
  );
  return {
    taken: naming.taken(code),
    stability: { ...still, ...each(({ stable }) => stable) },
    undecided: each(({ undecided }) => undecided),
    kinds: each(kindOf),
    scenarios: naming.scenariosOf(code),
    name: nameOf(naming, code),
    reaches: {
      improvements: outlook.reachFrom(code, true),
      moves: outlook.reachFrom(code, false),
    },
    improvements: each(({ improvements: { count, best } }, mover) => ({
      count,
      best: best.map((to) => naming.step({ actor: model.actors[mover].id, from: code, to })),
    })),
  };
}

function kindOf({
  canMove,
  stable,
  undecided,
  improvements: { count },
}: LargeStanding): LargeStatusQuo['kinds'][string] {
  if (canMove === false) return 'no move';
  if (count.count === '0') return count.exact ? 'no better move' : 'not decided';
  if (stable.length > 0) return 'deterred';
  return undecided.length > 0 ? 'not decided' : 'unstable';
}

function notAnswered({
  game,
  nash,
  moves,
  explored,
  knowsImprovements,
}: LargeOutlook): LargeAnalysisResult['notAnswered'] {
  const irregular = 'the sets of states it takes are too irregular';
  const seen = explored ? `; ${explored.states.length} states around it were looked at` : '';
  const open: (readonly [boolean, string, string])[] = [
    [
      true,
      'which other outcomes hold because better moves would be answered (GMR, SMR, SEQ, SSEQ, SIM), and the verdict on every single state',
      'that takes the answers to every move in every state',
    ],
    [game === null, 'how many states satisfy the constraints', irregular],
    [nash === null, 'all Nash equilibria', irregular],
    [
      !knowsImprovements,
      'everything that improvements lead to from the status quo',
      `${irregular}${seen}`,
    ],
    [
      moves?.complete !== true,
      'everything that moves of any kind lead to from the status quo',
      irregular,
    ],
  ];
  return open.flatMap(([is, question, why]) => (is ? [{ question, why }] : []));
}
