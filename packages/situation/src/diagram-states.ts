import {
  Budget,
  CONCEPTS,
  FALSE,
  isBetter,
  isTooMany,
  LargeStates,
  ruleOf,
  SymbolicGame,
  symbolicStability,
  UNANSWERED,
  type Edge,
  type ResponseConcept,
} from '@standoff/engine';
import type { ConflictModel, Count, Proposition } from '@standoff/model';
import { DiagramCourse } from './diagram-course.js';
import { DiagramDeterrence } from './diagram-deterrence.js';
import { nodesWithin } from './diagram-nodes.js';
import { DiagramReached } from './diagram-reached.js';
import { DiagramSet, edgeOf } from './diagram-set.js';
import type { Diagrams } from './diagrams.js';
import { AnalysisError } from './errors.js';
import { largeModelOf } from './large-lowering.js';
import { LargeNames } from './large-names.js';
import type { Lowering } from './lowering.js';
import type { Concept, StateName, StateShown, Step } from './shown.js';
import type { Standard } from './standard.js';
import { standingBy } from './standing.js';
import {
  improvementsOf,
  type Course,
  type Deterrence,
  type Reached,
  type Standing,
  type State,
  type StateMove,
  type StateSet,
} from './states.js';

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
  readonly #names: LargeNames;

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
    this.game = orTooIrregular(
      () => new SymbolicGame(this.large.model, { maxNodes: nodesWithin(memory) }),
    );
    this.all = this.set(this.game.feasible);
    this.#names = new LargeNames(this, (id) => this.where({ op: 'scenario', id }).count);
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
    if (!all) return this.#movesAsSet(actor, from);
    return found.sort((a, b) => (a < b ? -1 : a > b ? 1 : 0));
  }

  /** Of very many settings of its options few may be states. */
  #movesAsSet(actor: string, from: State): State[] {
    const set = this.#steps(actor, from, false).minus(this.only(from));
    if (set.count <= BigInt(MOST_SETTINGS)) return set.first(MOST_SETTINGS);
    const label = this.model.actors[this.mover(actor)].label;
    throw new AnalysisError(
      'too-large',
      `${label} has too many moves to be gone through`,
      'add the constraints that rule out what cannot be',
    );
  }

  improving(actor: string, from: State): StateSet {
    return this.#steps(actor, from, true);
  }

  #steps(actor: string, from: State, improving: boolean): StateSet {
    const mover = this.mover(actor);
    if (this.large.model.owned[mover].length === 0) return this.set(FALSE);
    return this.ask((game) => this.set(game.step(mover, game.state(from), 'forward', improving)));
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

  improves(actor: string, from: StateSet, into: StateSet): boolean {
    return !from.and(this.leading(actor, into, true)).isEmpty;
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
    if (this.large.model.owned[mover].length === 0) return { stable: CONCEPTS, undecided: [] };
    return standingBy((concept) => this.#verdict(mover, state, concept));
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
