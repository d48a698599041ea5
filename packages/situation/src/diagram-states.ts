import {
  Budget,
  BYTES_PER_NODE,
  CONCEPTS,
  FALSE,
  implies,
  isBetter,
  isTooMany,
  LargeStates,
  ruleOf,
  ShortestPaths,
  SymbolicGame,
  SymbolicReach,
  symbolicStability,
  testOf,
  UNANSWERED,
  type Edge,
  type ResponseConcept,
} from '@standoff/engine';
import type { ConflictModel, Count, OptionId, Proposition } from '@standoff/model';
import { DiagramCourse } from './diagram-course.js';
import { DiagramDeterrence } from './diagram-deterrence.js';
import type { Diagrams } from './diagrams.js';
import { AnalysisError } from './errors.js';
import { largeCodeOf, largeModelOf } from './large-lowering.js';
import type { Lowering } from './lowering.js';
import type { Concept, StateName, StateShown, Step } from './shown.js';
import type { Standard } from './standard.js';
import {
  countOf,
  improvementsOf,
  type Course,
  type Deterrence,
  type Reached,
  type Standing,
  type State,
  type StateMove,
  type StateSet,
  type Way,
} from './states.js';

/** The share of the memory for decision diagrams: while their tables grow they are there twice. */
const SHARE_FOR_NODES = 1 / 3;
const MOST_NODES = 2 ** 26;
/** What looking for all that sequences lead to may take, in nodes; about half a minute. */
const NODES_FOR_REACH = 2 ** 24;
/** What looking for what is nearest may take, in nodes; what is found without may be farther. */
const NODES_FOR_NEAREST = 2 ** 18;
/** What looking for shortest ways may take in all, in nodes; a way found without may be longer. */
const NODES_FOR_SHORTEST = 2 ** 20;
/** What deciding one verdict may take, in nodes. */
const NODES_FOR_VERDICT = 2 ** 21;
/** Settings of one actor's options that are gone through for its moves. */
const MOST_SETTINGS = 2 ** 18;
/** States in which it is decided one by one what becomes of their improvements. */
const MOST_DECIDED = 8;
/** More places of a ranking than these are not counted. */
const MOST_PLACES = 2 ** 14;

/** Sets of states too many to be listed, as decision diagrams. */
export class DiagramStates implements Diagrams {
  readonly game: SymbolicGame;
  readonly large: LargeStates;
  readonly all: StateSet;
  readonly #reached = new Map<string, DiagramReached>();
  #nash: StateSet | null = null;
  readonly #names: Names;

  /**
   * @param now the states that the status quo may be; feasible.
   * @throws AnalysisError 'too-large' where the sets are too irregular for the memory.
   */
  constructor(
    readonly model: ConflictModel,
    readonly lowering: Lowering,
    readonly now: readonly State[],
    memory: number,
  ) {
    this.large = new LargeStates(largeModelOf(model, lowering));
    const maxNodes = Math.floor((memory * SHARE_FOR_NODES) / BYTES_PER_NODE);
    this.game = orTooIrregular(
      () =>
        new SymbolicGame(this.large.model, {
          maxNodes: Math.min(MOST_NODES, Math.max(1, maxNodes)),
        }),
    );
    this.all = this.set(this.game.feasible);
    this.#names = new Names(this);
  }

  /** The set of what the diagram says, kept from being tidied away. */
  set(edge: Edge): DiagramSet {
    return new DiagramSet(this, this.game.keep(edge));
  }

  /** The diagram of a set of these states. */
  edge(set: StateSet): Edge {
    return edgeOf(set);
  }

  /** Asks the diagrams, once more after tidying up where there was no room. */
  ask<T>(question: (game: SymbolicGame) => T): T {
    const { game } = this;
    try {
      return question(game);
    } catch (error) {
      if (!isTooMany(error)) throw error;
      game.tidy();
      return orTooIrregular(() => question(game));
    }
  }

  where(holds: Proposition): StateSet {
    return this.ask((game) =>
      this.set(game.bdd.and(game.feasible, game.where(this.lowering.formula(holds)))),
    );
  }

  only(state: State): StateSet {
    return this.ask((game) => this.set(game.state(state)));
  }

  compare(actor: string, first: State, second: State): number {
    const standing = (state: State): ReturnType<LargeStates['standing']> =>
      this.large.standing(this.mover(actor), this.large.values(state));
    const [one, other] = [standing(first), standing(second)];
    return Number(isBetter(one, other)) - Number(isBetter(other, one));
  }

  level(actor: string, state: State): string {
    return this.large.standing(this.mover(actor), this.large.values(state)).join();
  }

  better(actor: string, than: State): StateSet {
    return this.ask((game) =>
      this.set(game.bdd.and(game.feasible, game.preferredTo(this.mover(actor), than))),
    );
  }

  worse(actor: string, than: State): StateSet {
    return this.ask((game) => {
      const better = game.preferredTo(this.mover(actor), than);
      const level = game.levelWith(this.mover(actor), than);
      return this.set(game.bdd.minus(game.bdd.minus(game.feasible, better), level));
    });
  }

  best(actor: string, among: StateSet): StateSet {
    return this.ask((game) => this.set(game.extreme(this.mover(actor), edgeOf(among), 'best')));
  }

  worst(actor: string, among: StateSet): StateSet {
    return this.ask((game) => this.set(game.extreme(this.mover(actor), edgeOf(among), 'worst')));
  }

  places(actor: string, among: StateSet): Count | null {
    return this.ask((game) => game.places(this.mover(actor), edgeOf(among), MOST_PLACES));
  }

  moves(actor: string, from: State): State[] {
    const found: State[] = [];
    const budget = new Budget(MOST_SETTINGS);
    const all = this.large.eachMove(this.mover(actor), from, budget, (to) => {
      found.push(to);
      return true;
    });
    if (!all)
      throw new AnalysisError('too-large', `${actor} has too many moves to be gone through`);
    return found.sort((a, b) => (a < b ? -1 : a > b ? 1 : 0));
  }

  leading(actor: string, into: StateSet, improving: boolean): StateSet {
    const mover = this.mover(actor);
    if (this.large.model.owned[mover].length === 0) return this.set(FALSE);
    // By any moves, the diagrams may count staying: a move changes something.
    const { transitive } = this.game;
    return this.ask((game) =>
      this.set(
        improving || !transitive
          ? game.step(mover, edgeOf(into), 'back', improving)
          : game.departures(mover, edgeOf(into)),
      ),
    );
  }

  reached(
    improving: boolean,
    { from = this.now, without }: { from?: readonly State[]; without?: string } = {},
  ): Reached {
    const key = `${improving} ${from.join()} ${without ?? ''}`;
    const known = this.#reached.get(key);
    if (known) return known;
    const { movers } = this.game;
    const others =
      without === undefined ? movers : movers.filter((mover) => mover !== this.mover(without));
    const reached = new DiagramReached(this, improving, from, others);
    this.#reached.set(key, reached);
    return reached;
  }

  outcomeOf(state: State): string {
    const values = this.large.values(state);
    return [
      ...this.model.actors.map((_, mover) => this.large.standing(mover, values).join()),
      ...this.scenariosOf(state),
      this.name(state).label,
    ].join('\n');
  }

  /** Of the concepts that look at answers, no set is made: it would take every answer in every state. */
  holding(concept: Concept): StateSet | null {
    return ruleOf(concept).answers === 'none'
      ? (this.#nash ??= this.ask((game) => this.set(game.nash())))
      : null;
  }

  standing(actor: string, state: State): Standing {
    const mover = this.mover(actor);
    const known = new Map<Concept, boolean>();
    const undecided: Concept[] = [];
    if (this.large.model.owned[mover].length === 0) return { stable: CONCEPTS, undecided };
    for (const concept of CONCEPTS) {
      if (known.has(concept)) continue;
      const verdict = this.#verdict(mover, state, concept);
      if (verdict === null) undecided.push(concept);
      else
        for (const other of CONCEPTS)
          if (
            verdict
              ? implies(ruleOf(concept), ruleOf(other))
              : implies(ruleOf(other), ruleOf(concept))
          )
            known.set(other, verdict);
    }
    return {
      stable: CONCEPTS.filter((concept) => known.get(concept) === true),
      undecided: undecided.filter((concept) => !known.has(concept)),
    };
  }

  #verdict(mover: number, state: State, concept: Concept): boolean | null {
    const { game } = this;
    try {
      return game.bdd.nodes.withEffort(NODES_FOR_VERDICT, () =>
        symbolicStability(game, mover, state, concept),
      );
    } catch (error) {
      if (!isTooMany(error)) throw error;
      game.tidy();
      return null;
    }
  }

  isHeld(state: State, concept: ResponseConcept): boolean {
    return (
      this.holding(UNANSWERED)!.has(state) ||
      (concept !== UNANSWERED &&
        this.model.actors.every(({ id }) => this.standing(id, state).stable.includes(concept)))
    );
  }

  heldBack(actor: string, state: State): boolean | null {
    const { stable, undecided } = this.standing(actor, state);
    return stable.length > 0 ? true : undecided.length > 0 ? null : false;
  }

  deterrences(actor: string, from: State, concept: Concept, only?: State): Deterrence[] {
    return new DiagramDeterrence(this, this.mover(actor), from, concept).of(
      only === undefined ? improvementsOf(this, actor, from) : [only],
    );
  }

  course(standard: Standard): Course {
    return new DiagramCourse(this, standard);
  }

  /** Decided state by state, since it takes the answers to every move; null where they are too many. */
  undeterred(actor: string, from: StateSet, into: StateSet, concept: Concept): StateSet | null {
    const starts = from.first(MOST_DECIDED + 1);
    if (starts.length > MOST_DECIDED) return null;
    let found = from.minus(from);
    for (const start of starts) {
      const led = this.deterrences(actor, start, concept).filter(({ to }) => into.has(to));
      if (led.some(({ deterred }) => deterred === false)) found = found.or(this.only(start));
      else if (led.some(({ deterred }) => deterred === null)) return null;
    }
    return found;
  }

  preferring(actor: string, one: StateSet, other: StateSet): StateSet {
    const [ends, others] = [edgeOf(one), edgeOf(other)];
    return this.ask((game) => this.set(game.preferring(this.mover(actor), ends, others)));
  }

  /** It would take the answers to every move, as for `holding`. */
  lasting(): null {
    return null;
  }

  scenariosOf(state: State): string[] {
    return this.#names.scenariosOf(state);
  }

  name(state: State): StateName {
    return this.#names.name(state);
  }

  shown(state: State): StateShown {
    return { taken: this.#names.taken(state), name: this.name(state) };
  }

  steps(moves: readonly StateMove[]): Step[] {
    return moves.map((move) => this.#names.step(move));
  }

  mover(actor: string): number {
    return this.model.actors.findIndex(({ id }) => id === actor);
  }
}

/** @throws AnalysisError 'too-large' in place of the engine's 'too-many-nodes'. */
function orTooIrregular<T>(run: () => T): T {
  try {
    return run();
  } catch (error) {
    if (!isTooMany(error)) throw error;
    throw new AnalysisError(
      'too-large',
      'its sets of states are too irregular for the memory allowed',
      'allow more with --memory; "standoff analyse" says what can be told without them',
    );
  }
}

class DiagramSet implements StateSet {
  constructor(
    readonly states: DiagramStates,
    readonly edge: Edge,
  ) {}

  get isEmpty(): boolean {
    return this.edge === FALSE;
  }

  get count(): bigint {
    return this.states.game.count(this.edge);
  }

  has(state: State): boolean {
    return this.states.game.has(this.edge, state);
  }

  and(other: StateSet): StateSet {
    return this.#with(({ bdd }) => bdd.and(this.edge, edgeOf(other)));
  }

  or(other: StateSet): StateSet {
    return this.#with(({ bdd }) => bdd.or(this.edge, edgeOf(other)));
  }

  minus(other: StateSet): StateSet {
    return this.#with(({ bdd }) => bdd.minus(this.edge, edgeOf(other)));
  }

  first(limit: number): State[] {
    return this.states.ask((game) => game.first(this.edge, limit));
  }

  #with(make: (game: SymbolicGame) => Edge): StateSet {
    return this.states.ask((game) => this.states.set(make(game)));
  }
}

function edgeOf(set: StateSet): Edge {
  // eslint-disable-next-line @typescript-eslint/no-unsafe-class-instance-assignment -- all sets of a maker are its own
  return (set as DiagramSet).edge;
}

class DiagramReached implements Reached {
  readonly states: StateSet;
  readonly complete: boolean;
  readonly #reach: SymbolicReach;
  readonly #paths: ShortestPaths | null;
  readonly #known = new Map<State, Way>();
  #effort = NODES_FOR_SHORTEST;

  constructor(
    readonly of: DiagramStates,
    improving: boolean,
    readonly from: readonly State[],
    movers: readonly number[],
  ) {
    const { game } = of;
    this.#reach = of.ask(
      () => new SymbolicReach(game, from, { improving, movers, effort: NODES_FOR_REACH }),
    );
    this.states = of.set(this.#reach.all);
    this.complete = this.#reach.complete;
    this.#paths =
      movers.length === game.movers.length ? new ShortestPaths(game, from, improving) : null;
  }

  nearest(set: StateSet, limit: number): State[] {
    let rest = set.and(this.states);
    const found: State[] = [];
    for (let distance = 0; found.length < limit && !rest.isEmpty; distance++) {
      const layer = this.#layer(distance);
      if (layer === null) break;
      const here = rest.and(layer);
      found.push(...here.first(limit - found.length));
      rest = rest.minus(here);
    }
    if (found.length < limit)
      found.push(
        ...this.of.ask((game) => game.nearest(edgeOf(rest), this.from[0], limit - found.length)),
      );
    return found;
  }

  smallest(set: StateSet): State | null {
    const [nearest] = this.nearest(set, 1);
    return nearest ?? null;
  }

  wayTo(state: State): Way | null {
    const known = this.#known.get(state);
    if (known) return known;
    if (!this.states.has(state)) return null;
    const { game, model } = this.of;
    const { nodes } = game.bdd;
    const made = nodes.made;
    const shortest = this.#within(Math.min(this.#effort, NODES_FOR_NEAREST), (paths) =>
      paths.to(state),
    );
    this.#effort = Math.max(0, this.#effort - (nodes.made - made));
    const path = shortest ?? this.of.ask(() => this.#reach.pathTo(state))!;
    const way = {
      shortest: shortest !== null || path.length <= this.#fewestMoves(state, game.movers),
      moves: path.map(({ mover, from, to }) => ({ actor: model.actors[mover].id, from, to })),
    };
    this.#known.set(state, way);
    return way;
  }

  /** The one way that is found; there may be others. */
  ways(state: State): ReturnType<Reached['ways']> {
    const way = this.wayTo(state);
    return { ways: way ? [way.moves] : [], all: way === null && this.complete };
  }

  /** The states so far away; null: none is, or finding them takes too long. */
  #layer(distance: number): StateSet | null {
    const layer = this.#within(NODES_FOR_NEAREST, (paths) => paths.layer(distance));
    return layer === null ? null : this.of.set(layer);
  }

  #within<T>(effort: number, run: (paths: ShortestPaths) => T | null): T | null {
    const paths = this.#paths;
    if (paths === null || effort === 0) return null;
    const { game } = this.of;
    try {
      return game.bdd.nodes.withEffort(effort, () => run(paths));
    } catch (error) {
      if (!isTooMany(error)) throw error;
      game.tidy();
      return null;
    }
  }

  /** Everybody whose options differ has to move at least once. */
  #fewestMoves(state: State, movers: readonly number[]): number {
    const { owned } = this.of.large.model;
    const changed = (start: State, mover: number): boolean =>
      owned[mover].some((option) => (((start ^ state) >> BigInt(option)) & 1n) === 1n);
    return Math.min(
      ...this.from.map((start) => movers.filter((mover) => changed(start, mover)).length),
    );
  }
}

interface NamedStates {
  readonly id: string;
  readonly label: string;
  readonly has: (state: State) => boolean;
}

/** Says states by name, as `Naming` does for listed ones. */
class Names {
  readonly #scenarios: readonly NamedStates[];
  #narrowestFirst: readonly NamedStates[] | null = null;
  readonly #named: ReadonlyMap<State, string>;
  readonly #sorted: readonly { readonly id: OptionId; readonly bit: bigint }[];
  readonly #slow: bigint;

  constructor(readonly states: DiagramStates) {
    const { model, lowering, large } = states;
    this.#scenarios = model.scenarios.map(({ id, label, holds }) => {
      const test = testOf(lowering.formula(holds));
      return { id, label, has: (state) => test(large.values(state)) };
    });
    this.#named = new Map(
      model.states.map(({ label, taken }) => [largeCodeOf(model, new Set(taken)), label]),
    );
    this.#sorted = model.options
      .map(({ id }, k) => ({ id, bit: 1n << BigInt(k) }))
      .sort((a, b) => (a.id < b.id ? -1 : 1));
    const slow = model.options.flatMap((option) => (option.slow ? [option.id] : []));
    this.#slow = largeCodeOf(model, new Set(slow));
  }

  taken(bits: bigint): OptionId[] {
    return this.#sorted.flatMap(({ id, bit }) => ((bits & bit) === 0n ? [] : [id]));
  }

  scenariosOf(state: State): string[] {
    return this.#scenarios.filter(({ has }) => has(state)).map(({ id }) => id);
  }

  name(state: State): StateName {
    const { model, now } = this.states;
    return {
      label: this.#labelOf(state),
      added: this.taken(state & ~now[0]),
      dropped: this.taken(now[0] & ~state),
      column: model.options.map((_, k) => ((state >> BigInt(k)) & 1n ? 'Y' : 'N')).join(''),
      decimal: countOf(state),
    };
  }

  step({ actor, from, to }: StateMove): Step {
    const takes = to & ~from;
    const drops = from & ~to;
    return {
      actor,
      from: this.taken(from),
      to: this.taken(to),
      takes: this.taken(takes),
      drops: this.taken(drops),
      slow: this.taken((takes | drops) & this.#slow),
    };
  }

  #labelOf(state: State): string | null {
    this.#narrowestFirst ??= this.#byWidth();
    return (
      this.#named.get(state) ?? this.#narrowestFirst.find(({ has }) => has(state))?.label ?? null
    );
  }

  #byWidth(): NamedStates[] {
    const size = new Map(
      this.#scenarios.map(({ id }) => [id, this.states.where({ op: 'scenario', id }).count]),
    );
    return [...this.#scenarios].sort((a, b) => {
      const [one, other] = [size.get(a.id)!, size.get(b.id)!];
      return one < other ? -1 : one > other ? 1 : 0;
    });
  }
}
