import { reachable, type Game, type Reachability } from '@standoff/engine';
import type { ConflictModel } from '@standoff/model';
import { carried } from './carried.js';
import { isExtreme } from './extremes.js';
import {
  conceptsFor,
  equilibriumConcepts,
  equilibriumStates,
  judge,
  kindOf,
  type Judged,
} from './judge.js';
import { Naming } from './naming.js';
import { prepare, takenIn, type Prepared, type PrepareOptions } from './prepare.js';
import {
  CONCEPTS,
  type AnalysisResult,
  type Concept,
  type EquilibriumResult,
  type Reach,
  type ScenarioResult,
  type StabilityKind,
  type StateResult,
  type StatusQuoResult,
} from './result.js';

export interface AnalyseOptions extends PrepareOptions {
  /** The concepts to look at; all when left out. */
  readonly concepts?: readonly Concept[];
  /** Also every state with ranks and verdicts. */
  readonly stability?: boolean;
  /** Called after each concept and decision maker with the share of the work done, 0 to 1. */
  readonly onProgress?: (done: number) => void;
}

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
  const prepared = prepare(model, options);
  const concepts = options.concepts ?? CONCEPTS;
  const judged = judge(prepared.game, concepts, options.onProgress);
  const outlook = outlookFrom(prepared.game, prepared.statusQuo);
  const naming = new Naming(prepared);
  const equilibria = equilibriumStates(judged, prepared.space.size).map((state) =>
    equilibriumResult(prepared, judged, outlook, naming, state),
  );
  const nows = prepared.statusQuo.map((state) =>
    statusQuoResult(prepared, judged, outlook, naming, state),
  );
  const { situation } = model;
  return {
    schema: 'standoff/analysis/1',
    situation: { id: situation.id, title: situation.title, asOf: situation.asOf },
    actors: model.actors.map((actor) => {
      const faction = actor.factions.find(({ id }) => id === actor.prevails);
      return {
        id: actor.id,
        label: actor.label,
        kind: actor.options.length > 0 ? 'decision maker' : 'stakeholder',
        options: actor.options,
        faction: faction ? { id: faction.id, label: faction.label } : null,
        evidence: actor.evidence,
      };
    }),
    options: model.options.map(({ id, label, owner, direction, slow, evidence }) => ({
      id,
      label,
      owner,
      direction,
      slow,
      evidence,
    })),
    space: {
      options: model.options.length,
      points: 2 ** model.options.length,
      feasible: prepared.space.size,
    },
    concepts,
    opponentsRule: prepared.game.opponentsRule,
    equilibria: equilibria.sort(
      (a, b) =>
        b.concepts.length - a.concepts.length ||
        changes(a) - changes(b) ||
        (a.taken.join() < b.taken.join() ? -1 : 1),
    ),
    statusQuo: nows[0],
    ...(nows.length > 1 ? { statusQuoAlternatives: nows } : {}),
    scenarios: scenarioResults(prepared, judged, outlook, naming),
    agreements: model.agreements.map(({ id, label, parties }) => ({ id, label, parties })),
    ...(options.stability
      ? {
          states: Array.from({ length: prepared.space.size }, (_, s) =>
            stateResult(prepared, judged, naming, s),
          ),
        }
      : {}),
    carried: carried(model),
  };
}

interface Outlook {
  readonly improvements: Reachability;
  readonly moves: Reachability;
}

function outlookFrom(game: Game, starts: readonly number[]): Outlook {
  return { improvements: reachable(game, starts, true), moves: reachable(game, starts, false) };
}

function equilibriumResult(
  prepared: Prepared,
  judged: Judged,
  outlook: Outlook,
  naming: Naming,
  state: number,
): EquilibriumResult {
  const now = prepared.statusQuo[0];
  return {
    taken: takenIn(prepared, state),
    concepts: equilibriumConcepts(judged, state),
    reachable: reachOf(outlook, state),
    scenarios: naming.scenariosOf(state),
    name: naming.name(state),
    path: pathOf(outlook, naming, state),
    kinds: kindsAt(prepared, judged, state),
    against: Object.fromEntries(
      [...prepared.ranks].map(([actor, ranks]) => [
        actor,
        ranks[state] > ranks[now] ? 'better' : ranks[state] < ranks[now] ? 'worse' : 'same',
      ]),
    ),
  };
}

function statusQuoResult(
  prepared: Prepared,
  judged: Judged,
  outlook: Outlook,
  naming: Naming,
  state: number,
): StatusQuoResult {
  const { game, statusQuo } = prepared;
  const reach = new Int32Array(game.moves.maxDegree);
  // The outlook starts from all states that the status quo may be, this one from itself.
  const from = statusQuo.length === 1 ? outlook : outlookFrom(game, [state]);
  const beyond = ({ distance }: Reachability): number => distance.filter((d) => d > 0).length;
  return {
    taken: takenIn(prepared, state),
    stability: stabilityAt(prepared, judged, state),
    kinds: kindsAt(prepared, judged, state),
    scenarios: naming.scenariosOf(state),
    name: naming.name(state),
    reaches: {
      improvements: beyond(from.improvements),
      moves: beyond(from.moves),
    },
    improvements: game.ranks.flatMap((own, mover) => {
      const count = game.moves.successors(mover, state, reach);
      return Array.from(reach.subarray(0, count))
        .filter((to) => own[to] > own[state])
        .sort((a, b) => own[b] - own[a])
        .map((to) => naming.step(mover, state, to));
    }),
  };
}

function stateResult(
  prepared: Prepared,
  judged: Judged,
  naming: Naming,
  state: number,
): StateResult {
  return {
    taken: takenIn(prepared, state),
    rank: Object.fromEntries([...prepared.ranks].map(([actor, ranks]) => [actor, ranks[state]])),
    stability: stabilityAt(prepared, judged, state),
    scenarios: naming.scenariosOf(state),
    name: naming.name(state),
  };
}

function scenarioResults(
  prepared: Prepared,
  judged: Judged,
  outlook: Outlook,
  naming: Naming,
): ScenarioResult[] {
  const { model, space, statusQuo } = prepared;
  const members = new Map<string, number[]>(model.scenarios.map(({ id }) => [id, []]));
  for (let s = 0; s < space.size; s++)
    for (const id of naming.scenariosOf(s)) members.get(id)!.push(s);
  return model.scenarios.map(({ id, label, evidence }) => {
    const states = members.get(id)!;
    const held = new Set(states.flatMap((s) => equilibriumConcepts(judged, s)));
    const nearest = nearestOf(outlook.improvements, states) ?? nearestOf(outlook.moves, states);
    return {
      id,
      label,
      evidence,
      states: states.length,
      concepts: judged.concepts.filter((concept) => held.has(concept)),
      reachable: {
        improvements: nearestOf(outlook.improvements, states) !== null,
        moves: nearestOf(outlook.moves, states) !== null,
      },
      path: nearest === null ? null : pathOf(outlook, naming, nearest),
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

function nearestOf({ distance }: Reachability, states: readonly number[]): number | null {
  let nearest: number | null = null;
  for (const s of states)
    if (distance[s] >= 0 && (nearest === null || distance[s] < distance[nearest])) nearest = s;
  return nearest;
}

function reachOf({ improvements, moves }: Outlook, state: number): Reach {
  return { improvements: improvements.distance[state] >= 0, moves: moves.distance[state] >= 0 };
}

function pathOf(
  { improvements, moves }: Outlook,
  naming: Naming,
  state: number,
): EquilibriumResult['path'] {
  const improving = improvements.pathTo(state);
  if (improving) return { by: 'improvements', steps: naming.steps(improving) };
  const any = moves.pathTo(state);
  return any && { by: 'moves', steps: naming.steps(any) };
}

function stabilityAt(prepared: Prepared, judged: Judged, state: number): Record<string, Concept[]> {
  return Object.fromEntries(
    prepared.model.actors.map(({ id }) => {
      const mover = prepared.deciders.findIndex((decider) => decider.id === id);
      // A stakeholder has no move, so it is stable everywhere.
      return [id, mover < 0 ? [...judged.concepts] : conceptsFor(judged, mover, state)];
    }),
  );
}

function kindsAt(prepared: Prepared, judged: Judged, state: number): Record<string, StabilityKind> {
  return Object.fromEntries(
    prepared.deciders.map(({ id }, mover) => [id, kindOf(prepared, judged, mover, state)]),
  );
}

function changes({ name }: EquilibriumResult): number {
  return name.added.length + name.dropped.length;
}
