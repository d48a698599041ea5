import {
  CONCEPTS,
  createGame,
  sameImprovements,
  TruthTable,
  type Game,
  type OpponentsRule,
  type Ranks,
  type StateSpace,
} from '@standoff/engine';
import { decidersOf, type Actor, type ConflictModel } from '@standoff/model';
import { Courses } from './courses.js';
import { Equilibria } from './equilibria.js';
import { AnalysisError } from './errors.js';
import { judge, takeOverVerdicts, type Judged } from './judge.js';
import { codeOf, type Listing } from './listing.js';
import { ListedStates } from './listed-states.js';
import { Lowering } from './lowering.js';
import { mergingOf } from './merging.js';
import { Naming } from './naming.js';
import { Outcomes } from './outcomes.js';
import { ranksOf } from './preference.js';
import type { Concept } from './shown.js';
import { STANDARDS, type Standard } from './standard.js';
import type { States } from './states.js';
import { infeasibleStatusQuo, statusQuoSets } from './status-quo.js';
import { Worlds } from './worlds.js';
import { statesOf, demandOf } from './prepared-states.js';
import { movesBetween } from './prepared-moves.js';

export interface PrepareOptions {
  /** Bytes that states, moves and verdicts may take; 2 GiB when left out. */
  readonly memory?: number;
  /** How opponents' joint responses are read; the published rule when left out. */
  readonly opponentsRule?: OpponentsRule;
  /** Threads that will judge at the same time: they need memory each. 1 when left out. */
  readonly workers?: number;
  /** Where the status quo is no state of the model: leave `statusQuo` empty instead of refusing. */
  readonly statusQuoOptional?: boolean;
  /**
   * The situation before an edit, prepared with the same options: states, moves, rankings and
   * verdicts that the edit leaves as they are, are taken over. Results are the same without it.
   */
  readonly earlier?: Prepared | null;
}

/**
 * A model with its states, moves and rankings worked out: what every question starts from. What
 * questions share beyond that is worked out when it is first asked for, and once.
 */
export interface Prepared extends Listing {
  readonly naming: Naming;
  /** The verdicts of all concepts. */
  readonly judged: Judged;
  /** Under all concepts. */
  readonly equilibria: Equilibria;
  /** From the status quo, or all states that it may be. */
  readonly courses: Courses;
  readonly worlds: Worlds;
  /** What holds and is reached by improvements under other rankings; what one question found is found. */
  outcomes(concept: Concept): Outcomes;
  /** What holds and where the course leads under other rankings. */
  courseOutcomes(standard: Standard): Outcomes;
  readonly states: States;
  /** Itself. */
  readonly listed: Prepared;
  /** The same states and moves, with other rankings of the decision makers, in their order. */
  withRanks(own: readonly Ranks[]): Prepared;
  prevailing(factions: ReadonlyMap<string, string>): Prepared;
}

export const DEFAULT_MEMORY = 2 * 1024 ** 3;

/**
 * Works out states, moves and rankings.
 * @throws AnalysisError 'too-large', 'no-feasible-state', 'status-quo-infeasible', 'ranking', 'unsettled'.
 */
export function prepare(
  model: ConflictModel,
  {
    memory = DEFAULT_MEMORY,
    opponentsRule = 'legal sequences',
    workers = 1,
    statusQuoOptional = false,
    earlier = null,
  }: PrepareOptions = {},
): Prepared {
  const lowering = new Lowering(model);
  const deciders = decidersOf(model);
  const framed =
    earlier !== null && frameOf(model, lowering) === frameOf(earlier.model, earlier.lowering);
  const known = framed && earlier.game.opponentsRule === opponentsRule ? earlier : null;
  const apart = known?.space ?? statesOf(model, lowering, memory, workers);
  const merging = known === null ? mergingOf(model, lowering, apart) : known.merging;
  const space = merging?.space ?? apart;
  if (space.size === 0)
    throw new AnalysisError(
      'no-feasible-state',
      'the constraints contradict each other: no state satisfies them all',
      '"standoff check" names the smallest set of constraints responsible',
    );
  const statusQuo = statusQuoOf(model, lowering, space, statusQuoOptional);
  const truth = known?.truth ?? new TruthTable(space);
  const ranks = new Map(
    model.actors.map((actor) => [actor.id, ranksOf(actor, actor.prevails, lowering, truth)]),
  );
  const own = deciders.map(({ id }) => ranks.get(id)!);
  const game = known
    ? gameAfter(known.game, own, (mover) =>
        sameImprovements(known.game.moves, mover, own[mover], known.game.ranks[mover]),
      )
    : createGame(
        movesBetween({ model, lowering, space, truth, deciders, merging }),
        own,
        space,
        opponentsRule,
      );
  const sortedOptions = model.options
    .map(({ id }, k) => ({ id, bit: 1 << k }))
    .sort((a, b) => (a.id < b.id ? -1 : 1));
  const room = memory - demandOf(model, workers)(space.size);
  return shared({
    model,
    lowering,
    sortedOptions,
    space,
    truth,
    merging,
    deciders,
    game,
    ranks,
    statusQuo,
    memory,
    room,
  });
}

function shared(listing: Listing): Prepared {
  const { game, space, statusQuo, deciders, ranks } = listing;
  const naming = once(() => new Naming(listing));
  const judged = once(() => judge(game, CONCEPTS));
  const equilibria = once(() => new Equilibria(judged(), space.size));
  const courses = once(() => new Courses(game, statusQuo));
  const worlds = once(() => new Worlds(listing));
  const outcomes = new Map<Concept | Standard, Outcomes>();
  const ranksUnder = once(() => rankingsOfFactions(listing));
  const prepared: Prepared = {
    ...listing,
    get naming() {
      return naming();
    },
    get judged() {
      return judged();
    },
    get equilibria() {
      return equilibria();
    },
    get courses() {
      return courses();
    },
    get worlds() {
      return worlds();
    },
    outcomes: (concept) => {
      const known = outcomes.get(concept) ?? new Outcomes(prepared, concept, null);
      outcomes.set(concept, known);
      return known;
    },
    courseOutcomes: (standard) => {
      const known =
        outcomes.get(standard) ?? new Outcomes(prepared, STANDARDS[standard].concept, standard);
      outcomes.set(standard, known);
      return known;
    },
    get states() {
      return states();
    },
    get listed() {
      return prepared;
    },
    prevailing: (factions) =>
      prepared.withRanks(
        deciders.map((actor, mover) => {
          const faction = factions.get(actor.id);
          return faction === undefined ? game.ranks[mover] : ranksUnder()(actor, faction);
        }),
      ),
    withRanks: (own) =>
      shared({
        ...listing,
        game: gameAfter(game, own),
        ranks: new Map([...ranks, ...deciders.map(({ id }, k) => [id, own[k]] as const)]),
      }),
  };
  const states = once(() => new ListedStates(listing, prepared));
  return prepared;
}

/** The ranking of an actor if a faction of it prevails; kept where there is room for all of them. */
function rankingsOfFactions({ deciders, lowering, truth, space, room }: Listing) {
  const all = deciders.reduce((sum, { factions }) => sum + factions.length, 0);
  const kept = all * 4 * space.size <= room ? new Map<string, Ranks>() : null;
  return (actor: Actor, faction: string): Ranks => {
    const key = `${actor.id}.${faction}`;
    const ranks = kept?.get(key) ?? ranksOf(actor, faction, lowering, truth);
    kept?.set(key, ranks);
    return ranks;
  };
}

/** What is made at the first call, and given again at every other. */
function once<T extends object>(make: () => T): () => T {
  let made: T | undefined;
  return () => (made ??= make());
}

/** All that states and moves are made of, and nothing else: equal where these are. */
function frameOf(model: ConflictModel, lowering: Lowering): string {
  return JSON.stringify([
    model.actors.map(({ options }) => options.map((id) => lowering.option(id))),
    model.options.map(({ direction }) => direction),
    (model.consequences ?? []).map(({ when, then }) => [lowering.formula(when), then]),
    model.constraints.map(({ must }) => lowering.formula(must)),
    ...[model.disallowed, model.allowed ?? []].map((rules) =>
      rules.map(({ actor, from, to }) => [
        model.actors.findIndex(({ id }) => id === actor),
        lowering.formula(from),
        lowering.formula(to),
      ]),
    ),
    model.scenarios.filter(({ merged }) => merged).map(({ holds }) => lowering.formula(holds)),
  ]);
}

/**
 * The game with these rankings, by decision maker; the same game where they are the same.
 * @param alike whether the same moves of a decision maker are improvements; where many games follow on
 *   one, that is not worth asking
 */
function gameAfter(
  earlier: Game,
  ranks: readonly Ranks[],
  alike: (mover: number) => boolean = () => false,
): Game {
  const kept = ranks.map((own, mover) => same(own, earlier.ranks[mover]));
  if (kept.every(Boolean)) return earlier;
  const game = createGame(earlier.moves, ranks, earlier.space, earlier.opponentsRule);
  takeOverVerdicts(game, earlier, kept, alike);
  return game;
}

function same(a: Ranks, b: Ranks): boolean {
  for (let s = 0; s < a.length; s++) if (a[s] !== b[s]) return false;
  return true;
}

function statusQuoOf(
  model: ConflictModel,
  lowering: Lowering,
  space: StateSpace,
  optional: boolean,
): number[] {
  const codes = statusQuoSets(model).map((taken) => codeOf(model, taken));
  const states = codes.map((code) => space.indexOf(code)).filter((s) => s >= 0);
  if (states.length > 0 || optional) return states;
  const broken = model.constraints.filter(({ must }) => !lowering.holds(must, codes[0]));
  throw infeasibleStatusQuo(broken);
}
