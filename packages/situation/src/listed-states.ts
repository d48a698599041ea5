import {
  CONCEPTS,
  eachSet,
  explain,
  isSet,
  simplePaths,
  undeterred,
  type Deterrence as Answered,
  type ResponseConcept,
  type StateBits,
  type Steps,
} from '@standoff/engine';
import type { Count, Proposition } from '@standoff/model';
import { courseSteps } from './course-steps.js';
import { Courses } from './courses.js';
import type { Equilibria } from './equilibria.js';
import { conceptsFor, judge, type Judged } from './judge.js';
import { bitsOf, ListedReached, ListedSet } from './listed-sets.js';
import { listedDeterrence } from './listed-deterrence.js';
import type { Listing } from './listing.js';
import type { Naming } from './naming.js';
import { drawnByChance } from './likelihood.js';
import { outcomeKey } from './outcome-key.js';
import type { Concept, StateName, StateShown, Step } from './shown.js';
import type { Standard } from './standard.js';
import type {
  Course,
  Deterrence,
  Reached,
  Standing,
  State,
  StateMove,
  States,
  StateSet,
} from './states.js';

/** What a listed situation has worked out for all that ask. */
export interface ListedWork {
  readonly naming: Naming;
  readonly judged: Judged;
  readonly equilibria: Equilibria;
  readonly courses: Courses;
}

/** Sets of listed states, a bit a state. */
export class ListedStates implements States {
  readonly all: StateSet;
  readonly #movers: ReadonlyMap<string, number>;
  readonly #out: Int32Array;
  readonly #holding = new Map<Concept, StateSet>();
  readonly #undeterred = new Map<ResponseConcept, Steps>();

  constructor(
    readonly listing: Listing,
    readonly work: ListedWork,
  ) {
    this.all = this.#setOf(() => true);
    this.#movers = new Map(listing.deciders.map(({ id }, mover) => [id, mover]));
    this.#out = new Int32Array(listing.game.moves.maxDegree);
  }

  get now(): State[] {
    return this.listing.statusQuo.map((s) => this.#code(s));
  }

  where(holds: Proposition): StateSet {
    const { truth, lowering } = this.listing;
    return new ListedSet(this.listing, truth.of(lowering.formula(holds)));
  }

  only(state: State): StateSet {
    const index = this.#index(state);
    return this.#setOf((s) => s === index);
  }

  compare(actor: string, first: State, second: State): number {
    const own = this.#ranks(actor);
    return own[this.#index(first)] - own[this.#index(second)];
  }

  level(actor: string, state: State): string {
    return `${this.#ranks(actor)[this.#index(state)]}`;
  }

  better(actor: string, than: State): StateSet {
    const own = this.#ranks(actor);
    const rank = own[this.#index(than)];
    return this.#setOf((s) => own[s] > rank);
  }

  worse(actor: string, than: State): StateSet {
    const own = this.#ranks(actor);
    const rank = own[this.#index(than)];
    return this.#setOf((s) => own[s] < rank);
  }

  best(actor: string, among: StateSet): StateSet {
    return this.#extreme(actor, among, 1);
  }

  worst(actor: string, among: StateSet): StateSet {
    return this.#extreme(actor, among, -1);
  }

  places(actor: string, among: StateSet): Count {
    const own = this.#ranks(actor);
    const used = new Set<number>();
    this.#each(among, (s) => used.add(own[s]));
    return used.size;
  }

  moves(actor: string, from: State): State[] {
    const mover = this.#movers.get(actor);
    return mover === undefined
      ? []
      : this.#successors(mover, this.#index(from)).map((s) => this.#code(s));
  }

  improving(actor: string, from: State): StateSet {
    const found = this.moves(actor, from).filter((to) => this.compare(actor, to, from) > 0);
    const bits = new Uint32Array((this.listing.space.size + 31) >>> 5);
    for (const to of found) {
      const s = this.#index(to);
      bits[s >>> 5] |= 1 << (s & 31);
    }
    return new ListedSet(this.listing, bits);
  }

  leading(actor: string, into: StateSet, improving: boolean): StateSet {
    const mover = this.#movers.get(actor);
    if (mover === undefined) return this.#setOf(() => false);
    const own = this.#ranks(actor);
    const bits = bitsOf(into);
    const { moves } = this.listing.game;
    return this.#setOf((s) => {
      const count = moves.successors(mover, s, this.#out);
      for (let k = 0; k < count; k++) {
        const to = this.#out[k];
        if (isSet(bits, to) && !(improving && own[to] <= own[s])) return true;
      }
      return false;
    });
  }

  improves(actor: string, from: StateSet, into: StateSet): boolean {
    const mover = this.#movers.get(actor);
    if (mover === undefined) return false;
    const own = this.#ranks(actor);
    const [starts, ends] = [bitsOf(from), bitsOf(into)];
    const { moves } = this.listing.game;
    // The first one found is enough.
    for (let s = 0; s < moves.size; s++) {
      if (!isSet(starts, s)) continue;
      const count = moves.successors(mover, s, this.#out);
      for (let k = 0; k < count; k++) {
        const to = this.#out[k];
        if (own[to] > own[s] && isSet(ends, to)) return true;
      }
    }
    return false;
  }

  reached(
    improving: boolean,
    { from = this.now, without }: { from?: readonly State[]; without?: string } = {},
  ): Reached {
    const { game, deciders } = this.listing;
    const starts = from.map((state) => this.#index(state));
    const movers = deciders.flatMap(({ id }, mover) => (id === without ? [] : [mover]));
    const courses = new Courses(game, starts, without === undefined ? undefined : movers);
    return new ListedReached(
      this.listing,
      starts,
      improving ? courses.improvements : courses.moves,
      (to, limit) => simplePaths(game, starts[0], to, improving, limit),
    );
  }

  outcomeOf(state: State): string {
    return outcomeKey({ ...this.listing, naming: this.work.naming }, this.#index(state));
  }

  holding(concept: Concept): StateSet | null {
    const known = this.#holding.get(concept);
    if (known) return known;
    // Only the one asked for is judged.
    const lists = judge(this.listing.game, [concept]).verdicts.get(concept)!;
    const set = this.#setOf((s) => lists.every((stable) => stable[s] === 1));
    this.#holding.set(concept, set);
    return set;
  }

  standing(actor: string, state: State): Standing {
    const mover = this.#movers.get(actor);
    return {
      stable:
        mover === undefined ? CONCEPTS : conceptsFor(this.work.judged, mover, this.#index(state)),
      undecided: [],
    };
  }

  isHeld(state: State, concept: ResponseConcept): boolean {
    const { game } = this.listing;
    const index = this.#index(state);
    return game.ranks.every((_, mover) => explain(game, mover, index, concept).stable);
  }

  heldBack(actor: string, state: State): boolean | null {
    const mover = this.#movers.get(actor);
    if (mover === undefined) return true;
    const { game } = this.listing;
    const index = this.#index(state);
    return CONCEPTS.some((concept) => explain(game, mover, index, concept).stable);
  }

  course(standard: Standard): Course {
    return {
      steps: courseSteps(this.listing.game, standard),
      bounds: drawnByChance(this.listing),
      numberOf: (state) => this.#index(state),
      stateOf: (number) => this.#code(number),
    };
  }

  deterrences(actor: string, from: State, concept: Concept, only?: State): Deterrence[] {
    const mover = this.#movers.get(actor);
    if (mover === undefined) return [];
    const all = this.answered(mover, this.#index(from), concept);
    const asked = only === undefined ? null : this.#index(only);
    const improvements = asked === null ? all : all.filter(({ to }) => to === asked);
    return improvements.map((one) => listedDeterrence(this.listing, from, one));
  }

  /** What becomes of each improvement, by numbers. */
  answered(mover: number, state: number, concept: Concept): readonly Answered[] {
    return explain(this.listing.game, mover, state, concept).improvements;
  }

  undeterred(
    actor: string,
    from: StateSet,
    into: StateSet,
    concept: ResponseConcept,
  ): StateSet | null {
    const mover = this.#movers.get(actor)!;
    const steps = this.#undeterredBy(concept);
    const [start, end] = [bitsOf(from), bitsOf(into)];
    return this.#setOf((s) => {
      if (!isSet(start, s)) return false;
      const count = steps.successors(mover, s, this.#out);
      return this.#out.subarray(0, count).some((to) => isSet(end, to));
    });
  }

  #undeterredBy(concept: ResponseConcept): Steps {
    const steps = this.#undeterred.get(concept) ?? undeterred(this.listing.game, concept);
    this.#undeterred.set(concept, steps);
    return steps;
  }

  preferring(actor: string, one: StateSet, other: StateSet): StateSet {
    const mover = this.#movers.get(actor)!;
    const own = this.#ranks(actor);
    const [ends, others] = [bitsOf(one), bitsOf(other)];
    return this.#setOf((s) => {
      const best = this.#best(mover, s, ends);
      if (best < 0) return false;
      const beside = this.#best(mover, s, others);
      return beside < 0 || own[best] >= own[beside];
    });
  }

  lasting(
    actor: string,
    set: StateSet,
    bounds: StateSet,
    concept: ResponseConcept,
  ): StateSet | null {
    const mover = this.#movers.get(actor)!;
    const steps = this.#undeterredBy(concept);
    const [ends, within] = [bitsOf(set), bitsOf(bounds)];
    return this.#setOf((s) => {
      const best = this.#best(mover, s, ends);
      if (best < 0) return false;
      const count = steps.successors(mover, best, this.#out);
      return this.#out.subarray(0, count).every((to) => isSet(within, to));
    });
  }

  /** Of itself and its moves the first of those in the set that it likes best; -1: none is. */
  #best(mover: number, state: number, set: StateBits): number {
    const own = this.listing.game.ranks[mover];
    let best = isSet(set, state) ? state : -1;
    const count = this.listing.game.moves.successors(mover, state, this.#out);
    for (let k = 0; k < count; k++) {
      const to = this.#out[k];
      if (isSet(set, to) && (best < 0 || own[to] > own[best])) best = to;
    }
    return best;
  }

  scenariosOf(state: State): string[] {
    return this.work.naming.scenariosOf(this.#index(state));
  }

  name(state: State): StateName {
    return this.work.naming.name(this.#index(state));
  }

  shown(state: State): StateShown {
    return this.work.naming.state(this.#index(state));
  }

  steps(moves: readonly StateMove[]): Step[] {
    return moves.map(({ actor, from, to }) =>
      this.work.naming.step(this.#movers.get(actor)!, this.#index(from), this.#index(to)),
    );
  }

  /** @param sign 1 for the highest rank, -1 for the lowest. */
  #extreme(actor: string, among: StateSet, sign: 1 | -1): StateSet {
    const own = this.#ranks(actor);
    const words = bitsOf(among);
    const bits = new Uint32Array(words.length);
    let extreme = -Infinity;
    eachSet(words, (s) => {
      if (sign * own[s] > extreme) extreme = sign * own[s];
    });
    eachSet(words, (s) => {
      if (sign * own[s] === extreme) bits[s >>> 5] |= 1 << (s & 31);
    });
    return new ListedSet(this.listing, bits);
  }

  #successors(mover: number, state: number): number[] {
    const count = this.listing.game.moves.successors(mover, state, this.#out);
    return Array.from(this.#out.subarray(0, count));
  }

  #ranks(actor: string): Int32Array {
    return this.listing.ranks.get(actor)!;
  }

  #setOf(holds: (s: number) => boolean): StateSet {
    const { size } = this.listing.space;
    const bits = new Uint32Array((size + 31) >>> 5);
    for (let s = 0; s < size; s++) if (holds(s)) bits[s >>> 5] |= 1 << (s & 31);
    return new ListedSet(this.listing, bits);
  }

  #each(set: StateSet, see: (s: number) => void): void {
    eachSet(bitsOf(set), see);
  }

  #index(state: State): number {
    return this.listing.space.indexOf(Number(state));
  }

  #code(index: number): State {
    return BigInt(this.listing.space.codes[index]);
  }
}
