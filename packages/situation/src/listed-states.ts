import {
  CONCEPTS,
  countSet,
  explain,
  isSet,
  leastAfterAnswers,
  simplePaths,
  undeterred,
  type LegalSequences,
  type Path,
  type ResponseConcept,
  type StateBits,
  type Steps,
} from '@standoff/engine';
import type { Count, Proposition } from '@standoff/model';
import { courseSteps } from './course-steps.js';
import { Courses } from './courses.js';
import type { Equilibria } from './equilibria.js';
import { conceptsFor, judge, type Judged } from './judge.js';
import type { Listing } from './listing.js';
import type { Naming } from './naming.js';
import type { Concept, StateName, StateShown, Step } from './shown.js';
import type { Standard } from './standard.js';
import type {
  Course,
  Deterrence,
  Ends,
  Reached,
  Standing,
  State,
  StateMove,
  States,
  StateSet,
  Way,
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
    return this.#extreme(actor, among, Math.max);
  }

  worst(actor: string, among: StateSet): StateSet {
    return this.#extreme(actor, among, Math.min);
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
      improving,
      improving ? courses.improvements : courses.moves,
    );
  }

  ends(from: readonly State[]): Ends {
    const starts = from.map((state) => this.#index(state));
    const { improvements } = new Courses(this.listing.game, starts);
    const ends = improvements.ends().map(({ states, nearest }) => ({
      states: BigInt(states.length),
      nearest: this.#code(nearest),
    }));
    return { ends, more: 0n, complete: true };
  }

  holding(concept: Concept): StateSet {
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

  heldBack(actor: string, state: State): boolean {
    const mover = this.#movers.get(actor);
    if (mover === undefined) return true;
    const { game } = this.listing;
    const index = this.#index(state);
    return CONCEPTS.some((concept) => explain(game, mover, index, concept).stable);
  }

  course(standard: Standard): Course {
    return {
      steps: courseSteps(this.listing.game, standard),
      bounds: {},
      numberOf: (state) => this.#index(state),
      stateOf: (number) => this.#code(number),
    };
  }

  deterrences(actor: string, from: State, concept: Concept, only?: State): Deterrence[] {
    const mover = this.#movers.get(actor);
    if (mover === undefined) return [];
    const { game, deciders } = this.listing;
    const { improvements: all } = explain(game, mover, this.#index(from), concept);
    const asked = only === undefined ? null : this.#index(only);
    const improvements = asked === null ? all : all.filter(({ to }) => to === asked);
    return improvements.map(({ to, sanction, responses }) => ({
      to: this.#code(to),
      deterred: sanction !== null,
      answer: sanction && {
        simultaneous: sanction.kind === 'simultaneous',
        moves:
          sanction.kind === 'simultaneous'
            ? sanction.change.choices.map((choice) => ({
                actor: deciders[choice.mover].id,
                from,
                to: this.#code(choice.to),
              }))
            : sanction.path.map((step) => ({
                actor: deciders[step.mover].id,
                from: this.#code(step.from),
                to: this.#code(step.to),
              })),
        to: this.#code(sanction.to),
        bestEscape: sanction.bestEscape === null ? null : this.#code(sanction.bestEscape),
      },
      answers: responses,
    }));
  }

  undeterred(actor: string, from: StateSet, into: StateSet, concept: ResponseConcept): StateSet {
    const mover = this.#movers.get(actor)!;
    const steps = this.#undeterred.get(concept) ?? undeterred(this.listing.game, concept);
    this.#undeterred.set(concept, steps);
    const [start, end] = [bitsOf(from), bitsOf(into)];
    return this.#setOf((s) => {
      if (!isSet(start, s)) return false;
      const count = steps.successors(mover, s, this.#out);
      return this.#out.subarray(0, count).some((to) => isSet(end, to));
    });
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

  lasting(actor: string, set: StateSet, bounds: StateSet): StateSet {
    const mover = this.#movers.get(actor)!;
    const own = this.#ranks(actor);
    const { game } = this.listing;
    const least = leastAfterAnswers(game, mover, own, true);
    const [ends, within] = [bitsOf(set), bitsOf(bounds)];
    return this.#setOf((s) => {
      const best = this.#best(mover, s, ends);
      return (
        best >= 0 &&
        this.#successors(mover, best).every(
          (to) => isSet(within, to) || own[to] <= own[best] || least[to] <= own[best],
        )
      );
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

  #extreme(actor: string, among: StateSet, further: (a: number, b: number) => number): StateSet {
    const own = this.#ranks(actor);
    const bits = bitsOf(among);
    let extreme: number | null = null;
    this.#each(among, (s) => {
      extreme = extreme === null ? own[s] : further(extreme, own[s]);
    });
    return this.#setOf((s) => own[s] === extreme && isSet(bits, s));
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
    const bits = bitsOf(set);
    for (let s = 0; s < this.listing.space.size; s++) if (isSet(bits, s)) see(s);
  }

  #index(state: State): number {
    return this.listing.space.indexOf(Number(state));
  }

  #code(index: number): State {
    return BigInt(this.listing.space.codes[index]);
  }
}

class ListedSet implements StateSet {
  constructor(
    readonly listing: Listing,
    readonly bits: StateBits,
  ) {}

  get isEmpty(): boolean {
    return this.bits.every((word) => word === 0);
  }

  get count(): bigint {
    return BigInt(countSet(this.bits));
  }

  has(state: State): boolean {
    const s = this.listing.space.indexOf(Number(state));
    return s >= 0 && isSet(this.bits, s);
  }

  and(other: StateSet): StateSet {
    const bits = bitsOf(other);
    return this.#with((word, w) => word & bits[w]);
  }

  or(other: StateSet): StateSet {
    const bits = bitsOf(other);
    return this.#with((word, w) => word | bits[w]);
  }

  minus(other: StateSet): StateSet {
    const bits = bitsOf(other);
    return this.#with((word, w) => word & ~bits[w]);
  }

  first(limit: number): State[] {
    const { codes, size } = this.listing.space;
    const found: State[] = [];
    for (let s = 0; s < size && found.length < limit; s++)
      if (isSet(this.bits, s)) found.push(BigInt(codes[s]));
    return found;
  }

  #with(join: (word: number, w: number) => number): StateSet {
    return new ListedSet(this.listing, this.bits.map(join));
  }
}

function bitsOf(set: StateSet): StateBits {
  // eslint-disable-next-line @typescript-eslint/no-unsafe-class-instance-assignment -- all sets of a maker are its own
  return (set as ListedSet).bits;
}

class ListedReached implements Reached {
  readonly states: StateSet;
  readonly complete = true;

  constructor(
    readonly listing: Listing,
    readonly starts: readonly number[],
    readonly improving: boolean,
    readonly sequences: LegalSequences,
  ) {
    const { distance } = sequences;
    const bits = new Uint32Array((distance.length + 31) >>> 5);
    distance.forEach((steps, s) => {
      if (steps >= 0) bits[s >>> 5] |= 1 << (s & 31);
    });
    this.states = new ListedSet(listing, bits);
  }

  nearest(set: StateSet, limit: number): State[] {
    const { distance } = this.sequences;
    const bits = bitsOf(set);
    const found: number[] = [];
    let nearest = -1;
    distance.forEach((steps, s) => {
      if (steps < 0 || !isSet(bits, s)) return;
      if (nearest < 0 || steps < distance[nearest]) nearest = s;
      if (limit > 1) found.push(s);
    });
    const first =
      limit > 1
        ? found.sort((a, b) => distance[a] - distance[b]).slice(0, limit)
        : nearest < 0
          ? []
          : [nearest];
    return first.map((s) => BigInt(this.listing.space.codes[s]));
  }

  wayTo(state: State): Way | null {
    const path = this.sequences.pathTo(this.listing.space.indexOf(Number(state)));
    return path && { shortest: true, moves: this.#moves(path) };
  }

  ways(state: State, limit: number): ReturnType<Reached['ways']> {
    const { space, game } = this.listing;
    const to = space.indexOf(Number(state));
    const { paths, all } = simplePaths(game, this.starts[0], to, this.improving, limit);
    const shortest = this.sequences.pathTo(to);
    // Where moves do not compose, it may take a way that comes back to a state.
    if (paths.length === 0 && shortest !== null)
      return { ways: [this.#moves(shortest)], all: false };
    return { ways: paths.map((path) => this.#moves(path)), all };
  }

  #moves(path: Path): StateMove[] {
    const { space, deciders } = this.listing;
    return path.map(({ mover, from, to }) => ({
      actor: deciders[mover].id,
      from: BigInt(space.codes[from]),
      to: BigInt(space.codes[to]),
    }));
  }
}
