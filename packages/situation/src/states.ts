import type { PullOptions, ResponseConcept, Steps } from '@standoff/engine';
import type { Digits, Count, Proposition } from '@standoff/model';
import type { Concept, StateName, StateShown, Step } from './shown.js';
import type { Standard } from './standard.js';

/** A state by its code: bit k is set where the k-th option is taken. */
export type State = bigint;

/** A set of feasible states of one situation; goes together with sets of the same situation only. */
export interface StateSet {
  readonly isEmpty: boolean;
  readonly count: bigint;
  has(state: State): boolean;
  and(other: StateSet): StateSet;
  or(other: StateSet): StateSet;
  minus(other: StateSet): StateSet;
  /** At most so many of its states, in the order of their decimals. */
  first(limit: number): State[];
}

/** One move of a way. */
export interface StateMove {
  /** The id of the actor. */
  readonly actor: string;
  readonly from: State;
  readonly to: State;
}

export interface Way {
  readonly moves: readonly StateMove[];
  /** Whether no way of its kind is known to be shorter. */
  readonly shortest: boolean;
}

/** What legal sequences lead to from some states (theory 7.1). */
export interface Reached {
  /** The states they start from included. */
  readonly states: StateSet;
  /** Whether these are all there are. */
  readonly complete: boolean;
  /**
   * At most so many states of the set that are reached, those in fewest moves first, then in the order
   * of their decimals. Where that takes too long: those with the fewest options changed.
   */
  nearest(set: StateSet, limit: number): State[];
  /**
   * Of the states of the set that are reached in fewest moves one whose way changes the fewest options,
   * where that is known; null: none is reached.
   */
  smallest(set: StateSet): State | null;
  /** A shortest way, where one can be found with bearable effort; null: not reached. */
  wayTo(state: State): Way | null;
  /**
   * The ways there from the state that they start from that visit no state twice, shortest first, at
   * most so many; and whether these are all. Where there are none such, a shortest that does.
   */
  ways(
    state: State,
    limit: number,
  ): { readonly ways: (readonly StateMove[])[]; readonly all: boolean };
}

/** Where the course stays, in a state or in several that are one outcome, or states in which it goes round. */
export interface FoundEnd {
  /** The nearest state of it. */
  readonly nearest: State;
  /** How many states it goes round in; 1: it stays. */
  readonly round: bigint;
  /** The states that are this outcome, or in which it goes round; of those too many to be listed none. */
  readonly states: readonly State[];
  /** The share of walks that end here (theory, "The course under a concept"); null: not known. */
  readonly share: number | null;
  /** The 95 % interval of the share where walks were drawn; null: it is exact. */
  readonly interval: readonly [low: number, high: number] | null;
}

/** Where a course ends: what it leads to and never out of. */
export interface Ends {
  readonly ends: readonly FoundEnd[];
  /** How many there are besides. */
  readonly more: bigint;
  /** Whether these are all there are. */
  readonly complete: boolean;
}

/** What the course under a standard leads to. Its ways are steps of it. */
export interface Followed extends Reached {
  /** Those from the state: of each that would move, its best. */
  steps(from: State): readonly StateMove[];
  /** At most so many. */
  ends(limit: number): Ends;
  /**
   * The share of walks that end in the set, going round in it alone included; of states that are one
   * outcome each by itself. Null: not known.
   */
  shareInto(set: StateSet): number | null;
}

/** The concepts under which an actor stays in a state, and those for which that was not decided. */
export interface Standing {
  readonly stable: readonly Concept[];
  readonly undecided: readonly Concept[];
}

/** An answer of the others that deters an improvement. */
export interface DeterringAnswer {
  /** Whether all are moves from where the actor started, made together with its own. */
  readonly simultaneous: boolean;
  readonly moves: readonly StateMove[];
  readonly to: State;
  /**
   * The best that the actor can move to from there; null: it has no move, or the concept does not look
   * at escapes.
   */
  readonly bestEscape: State | null;
}

/** What becomes of one improvement under a concept. */
export interface Deterrence {
  readonly to: State;
  /** Whether some answer deters it; null: not known. */
  readonly deterred: boolean | null;
  /** Such an answer, with the fewest moves unless finding that takes too long; null where there is none, or none was found. */
  readonly answer: DeterringAnswer | null;
  /** How many states the others could answer with, where none deters it; null: not counted. */
  readonly answers: Count | null;
}

/** The steps that a course is made of, on states by number. */
export interface Course {
  /** Movers are the decision makers, in their order. */
  readonly steps: Steps;
  /** How many states may be looked at one by one, and which walks are drawn where it leads to more. */
  readonly bounds: PullOptions;
  numberOf(state: State): number;
  stateOf(number: number): State;
}

/**
 * The states of a situation, their order for the actors and the moves between them, as sets. There are
 * two makers: of sets of bits where the states are listed, and of decision diagrams where they are too many.
 */
export interface States {
  readonly all: StateSet;
  /** The states that the status quo may be. */
  readonly now: readonly State[];
  /** The set of this feasible state alone. */
  only(state: State): StateSet;
  /** Where the proposition holds. */
  where(holds: Proposition): StateSet;

  /** Larger than 0 where the actor likes the first better, 0 where both are alike to it. */
  compare(actor: string, first: State, second: State): number;
  /** The same for states that the actor likes alike. */
  level(actor: string, state: State): string;
  /** What the actor likes better, or less, than the state. */
  better(actor: string, than: State): StateSet;
  worse(actor: string, than: State): StateSet;
  /** The states of the set that it likes best, or least. */
  best(actor: string, among: StateSet): StateSet;
  worst(actor: string, among: StateSet): StateSet;
  /** How many places its ranking gives to the states of the set; null: too many to be counted. */
  places(actor: string, among: StateSet): Count | null;

  /**
   * Where one move of the decision maker leads, in the order of the decimals.
   * @throws AnalysisError 'too-large' where there are too many to be gone through.
   */
  moves(actor: string, from: State): State[];
  /** Where its improvements lead, however many there are. */
  improving(actor: string, from: State): StateSet;
  /** From where one move of the decision maker, or an improvement of it, leads into the set. */
  leading(actor: string, into: StateSet, improving: boolean): StateSet;
  /** Whether some improvement of the decision maker leads from the one set into the other. */
  improves(actor: string, from: StateSet, into: StateSet): boolean;
  /** What sequences lead to: from the status quo if no states are given, of all but `without`. */
  reached(improving: boolean, more?: { from?: readonly State[]; without?: string }): Reached;

  /** Equal for states that every actor ranks alike, of the same scenarios and of the same name. */
  outcomeOf(state: State): string;

  /** The states that would hold under the concept; null: not known as a set. */
  holding(concept: Concept): StateSet | null;
  /** Under which concepts the actor stays in the state. */
  standing(actor: string, state: State): Standing;
  /** Whether all are known to stay in the state under the concept. */
  isHeld(state: State, concept: ResponseConcept): boolean;
  /** Whether the actor stays in the state under any concept; null: not known. */
  heldBack(actor: string, state: State): boolean | null;
  /** What becomes of improvements of the decision maker from the state under the concept; of each, or of one of them. */
  deterrences(actor: string, from: State, concept: Concept, only?: State): Deterrence[];
  /**
   * The course under the standard: of whoever would move, the best that nothing undoes. Where the states
   * are too many to be listed, asking for steps may be refused ('too-large').
   */
  course(standard: Standard): Course;

  /**
   * Of the states `from` those from which an improvement of the decision maker leads into the set that
   * nothing deters; null: not known as a set.
   */
  undeterred(
    actor: string,
    from: StateSet,
    into: StateSet,
    concept: ResponseConcept,
  ): StateSet | null;

  /**
   * From where the decision maker, by staying or by one move, gets into `one`, and is at least as well
   * off in the best of it as in the best of `other` that it gets to.
   */
  preferring(actor: string, one: StateSet, other: StateSet): StateSet;
  /**
   * From where the decision maker gets into the set by staying or by one move, and then, where it likes
   * it best there, no improvement that nothing deters leads it out of `bounds`; null: not known.
   */
  lasting(
    actor: string,
    set: StateSet,
    bounds: StateSet,
    concept: ResponseConcept,
  ): StateSet | null;

  scenariosOf(state: State): string[];
  name(state: State): StateName;
  shown(state: State): StateShown;
  steps(moves: readonly StateMove[]): Step[];
}

/** The number as answers give it. */
export function countOf(count: bigint): Count | Digits {
  return count <= BigInt(Number.MAX_SAFE_INTEGER) ? Number(count) : count.toString();
}

/** The best of the decision maker's improvements, of equally good ones the first; null: it has none. */
export function bestImprovement(states: States, actor: string, from: State): State | null {
  const [best] = states.best(actor, states.improving(actor, from)).first(1) as [State?];
  return best ?? null;
}

/** The decision maker's improvements from the state, best first. */
export function improvementsOf(states: States, actor: string, from: State): State[] {
  return states
    .moves(actor, from)
    .filter((to) => states.compare(actor, to, from) > 0)
    .sort((a, b) => states.compare(actor, b, a));
}
