import { FIRMEST_FIRST, SingleStates, UNANSWERED, type Game, type Ranks } from '@standoff/engine';
import type { Actor, ConflictModel } from '@standoff/model';
import {
  AnalysisError,
  kindOf,
  statementsInForce,
  withStatements,
  ranksOf,
  codeOf,
  prepare,
  takenIn,
  situationShown,
  type Prepared,
  type ScenarioMeant,
  type Concept,
} from '@standoff/situation';
import { slackOf } from '../explain/slack.js';
import { scenarioAsked } from '../told/scenario-asked.js';
import type { GroundsResult, Grounded, Ground, How, PassageGround } from './answer.js';

export interface GroundsOptions {
  /** The concept; when left out the most demanding one under which the state holds. */
  readonly concept?: Concept;
  /** Also pairs of elements. */
  readonly pairs?: boolean;
  /** Told the share of the work done. */
  readonly watch?: (done: number) => void;
}

/** The grounds of a state, or of the nearest and the firmest of a scenario. */
export function askedGrounds(
  prepared: Prepared,
  {
    state = prepared.statusQuo[0],
    scenario,
    ...options
  }: GroundsOptions & { readonly state?: number; readonly scenario?: ScenarioMeant },
): GroundsResult {
  const answer = grounds(prepared, state, options);
  if (scenario === undefined) return answer;
  const { firmest, nearest } = scenario;
  return {
    ...answer,
    scenario: scenarioAsked(scenario),
    ...(firmest === null || firmest === nearest
      ? {}
      : { firmest: groundsOf(prepared, prepared.space.indexOf(Number(firmest)), options) }),
  };
}

/** Pairs looked at before giving up. */
const PAIRS = 20_000;

/**
 * What it rests on that a state would hold: the preference statements and constraints without which,
 * one by one or (asked for) in pairs, it need not; the same for passages and claims. Who does not know
 * a statement must reckon with two cases: that the actor does not care, and that it wishes the
 * opposite. So a statement is a ground if the state does not hold in one of them. A constraint can
 * only be left out. That the opposite is tried as well is ours: an actor that does not care never
 * leaves.
 */
export function grounds(
  prepared: Prepared,
  state: number,
  options: GroundsOptions = {},
): GroundsResult {
  return {
    schema: 'standoff/grounds/2',
    situation: situationShown(prepared.model),
    ...groundsOf(prepared, state, options),
  };
}

function groundsOf(
  prepared: Prepared,
  state: number,
  { concept: asked, pairs = false, watch }: GroundsOptions,
): Grounded {
  const { naming, equilibria } = prepared;
  const held = equilibria.conceptsAt(state);
  const concept = asked ?? FIRMEST_FIRST.find((c) => held.includes(c)) ?? null;
  const holds = concept !== null && held.includes(concept);
  const without = new Without(prepared, state, concept ?? UNANSWERED);
  const elements = holds ? elementsOf(prepared.model) : [];
  const single = elements.flatMap((element, k) => {
    watch?.(k / elements.length / (pairs ? 10 : 1));
    const failure = without.elements([element]);
    return failure ? [{ ...element, ...failure }] : [];
  });
  const critical = new Set(single.map(({ id }) => id));
  const rest = elements.filter(({ id }) => !critical.has(id));
  const found = pairs ? pairsOf(without, rest, watch) : { pairs: [], complete: null };
  return {
    state: naming.state(state),
    concept,
    holds,
    actors: prepared.deciders.map(({ id }, mover) => ({
      actor: id,
      kind: kindOf(prepared, prepared.judged, mover, state),
      slack: concept && slackOf(prepared, state, id, concept),
    })),
    single,
    pairs: found.pairs,
    pairsComplete: found.complete,
    passages: passagesOf(without, elements),
    claims: claimsOf(prepared.model, without, elements),
    tried: elements.length - without.untried.size,
  };
}

type Element = Omit<Ground, 'unsettles' | 'how'>;

/** All constraints and all statements in force. */
function elementsOf(model: ConflictModel): Element[] {
  const statements = model.actors.flatMap((actor) =>
    statementsInForce(actor).map(({ id, text, evidence, restsOn }): Element => ({
      kind: 'statement',
      id,
      actor: actor.id,
      text,
      evidence,
      restsOn,
    })),
  );
  const constraints = model.constraints.map(({ id, text, evidence, restsOn }): Element => ({
    kind: 'constraint',
    id,
    actor: null,
    text,
    evidence,
    restsOn,
  }));
  return [...constraints, ...statements];
}

interface Failure {
  readonly how: How;
  readonly unsettles: readonly string[];
}

/** States of rankings kept. */
const KEPT = 4_000_000;

/** Whether the state would still hold without some elements. */
class Without {
  readonly #ranks = new Map<string, Ranks>();
  #rebuilt: { key: string; prepared: Prepared; state: number };

  constructor(
    readonly prepared: Prepared,
    readonly state: number,
    readonly concept: Concept,
  ) {
    this.#rebuilt = { key: '', prepared, state };
  }

  /** Elements without which there is no model to ask: the states that come in are in no ranking, or too many. */
  readonly untried = new Set<string>();

  /** How it fails to hold; null: it holds both ways, or cannot be tried. */
  elements(left: readonly Element[]): Failure | null {
    try {
      return this.#failure(left);
    } catch (error) {
      if (!(error instanceof AnalysisError)) throw error;
      if (left.length === 1) this.untried.add(left[0].id);
      return null;
    }
  }

  #failure(left: readonly Element[]): Failure | null {
    for (const how of ['left out', 'reversed'] as const) {
      if (how === 'reversed' && left.every(({ kind }) => kind === 'constraint')) continue;
      const unsettles = this.#unsettled(left, how);
      if (unsettles.length > 0) return { how, unsettles };
    }
    return null;
  }

  #unsettled(left: readonly Element[], how: How): string[] {
    const { prepared, state, key } = this.#rebuild(
      left.flatMap(({ kind, id }) => (kind === 'constraint' ? [id] : [])),
    );
    const ranks = prepared.deciders.map((actor, mover) => {
      const own = left.filter((element) => element.actor === actor.id).map(({ id }) => id);
      if (own.length === 0) return prepared.game.ranks[mover];
      const name = [how, ...own].join(' ');
      const known = key === '' ? this.#ranks.get(name) : undefined;
      const ranked = known ?? rankedWithout(prepared, actor, own, how);
      if (key === '' && this.#ranks.size * ranked.length < KEPT) this.#ranks.set(name, ranked);
      return ranked;
    });
    return unstable(prepared, { ...prepared.game, ranks }, state, this.concept);
  }

  /** More states are feasible without a constraint; the state is the one with the same options taken. */
  #rebuild(constraints: readonly string[]): { prepared: Prepared; state: number; key: string } {
    const key = constraints.join(' ');
    if (key === '') return { prepared: this.prepared, state: this.state, key };
    if (this.#rebuilt.key === key) return this.#rebuilt;
    const { model, game } = this.prepared;
    const kept = model.constraints.filter(({ id }) => !constraints.includes(id));
    const prepared = prepare(
      { ...model, constraints: kept },
      { opponentsRule: game.opponentsRule, memory: this.prepared.memory },
    );
    const taken = new Set(takenIn(this.prepared, this.state));
    this.#rebuilt = { key, prepared, state: prepared.space.indexOf(codeOf(model, taken)) };
    return this.#rebuilt;
  }
}

function unstable({ deciders }: Prepared, game: Game, state: number, concept: Concept): string[] {
  const single = new SingleStates(game);
  return deciders.flatMap(({ id }, mover) => (single.stable(mover, state, concept) ? [] : [id]));
}

function rankedWithout(
  { lowering, truth }: Prepared,
  actor: Actor,
  ids: readonly string[],
  how: How,
): Ranks {
  return ranksOf(withStatements(actor, new Set(ids), how), actor.prevails, lowering, truth);
}

function pairsOf(
  without: Without,
  elements: readonly Element[],
  watch: GroundsOptions['watch'],
): { pairs: [Ground, Ground][]; complete: boolean } {
  const pairs: [Ground, Ground][] = [];
  let tried = 0;
  for (let a = 0; a < elements.length; a++) {
    watch?.(0.1 + (0.9 * a) / elements.length);
    for (let b = a + 1; b < elements.length; b++) {
      if (++tried > PAIRS) return { pairs, complete: false };
      const failure = without.elements([elements[a], elements[b]]);
      if (failure)
        pairs.push([
          { ...elements[a], ...failure },
          { ...elements[b], ...failure },
        ]);
    }
  }
  return { pairs, complete: true };
}

/** Passages by source and paragraph, with the elements that cite nothing else. */
function passagesOf(without: Without, elements: readonly Element[]): PassageGround[] {
  const groups = new Map<
    string,
    { source: string; paragraph: number | null; elements: Element[] }
  >();
  for (const element of elements) {
    const places = new Map<string, { source: string; paragraph: number | null }>();
    for (const { source, paragraphs } of element.evidence)
      if (paragraphs === null) places.set(source, { source, paragraph: null });
      else
        for (let p = paragraphs.from; p <= paragraphs.to; p++)
          places.set(`${source} ${p}`, { source, paragraph: p });
    if (places.size !== 1) continue;
    const [[key, place]] = places;
    const group = groups.get(key) ?? { ...place, elements: [] };
    group.elements.push(element);
    groups.set(key, group);
  }
  return [...groups.values()]
    .sort((a, b) =>
      a.source < b.source ? -1 : a.source > b.source ? 1 : (a.paragraph ?? 0) - (b.paragraph ?? 0),
    )
    .flatMap(({ source, paragraph, elements: cited }) => {
      const failure = without.elements(cited);
      return failure === null
        ? []
        : [{ source, paragraph, elements: cited.map(({ id }) => id), ...failure }];
    });
}

function claimsOf(
  model: ConflictModel,
  without: Without,
  elements: readonly Element[],
): GroundsResult['claims'] {
  return model.claims.flatMap(({ id, label }) => {
    const resting = elements.filter(({ restsOn }) => restsOn.includes(id));
    if (resting.length === 0 || without.elements(resting) === null) return [];
    return [{ id, label, elements: resting.map((element) => element.id) }];
  });
}
