import type { Count, Evidence } from '@standoff/model';
import type { Concept, SituationShown, StabilityKind, StateShown } from '@standoff/situation';
import type { SlackResult } from '../explain/answer.js';
import type { ScenarioAsked } from '../told/scenario-asked.js';

/** The answer of `standoff grounds --json`: what it rests on that a state would hold. */
export interface GroundsResult extends Grounded {
  /** The form of this JSON and its version. */
  readonly schema: 'standoff/grounds/2';
  /** The situation that was asked. */
  readonly situation: SituationShown;
  /** The scenario asked about: the state is the nearest of it; missing where a state was. */
  readonly scenario?: ScenarioAsked;
  /** The same of its firmest state, where that is another. */
  readonly firmest?: Grounded;
}

/** What it rests on that one state would hold. */
export interface Grounded {
  /** The state asked about. */
  readonly state: StateShown;
  /** Null: none was asked for, and the state would not hold under any. */
  readonly concept: Concept | null;
  /** Whether the state is an equilibrium under the concept at all. If not, the lists are empty. */
  readonly holds: boolean;
  /** Why each decision maker stays, and how far its ranking is from unsettling it. */
  readonly actors: readonly {
    /** The id of the actor. */
    readonly actor: string;
    /** Why it stays. */
    readonly kind: StabilityKind;
    /** How many swaps in a ranking would turn it; null: not worked out. */
    readonly slack: SlackResult | null;
  }[];
  /** Elements that it takes: without any one of them the state need not hold. */
  readonly single: readonly Ground[];
  /** Pairs of elements neither of which it takes alone, but without both of which it need not hold. */
  readonly pairs: readonly (readonly [Ground, Ground])[];
  /** Whether all pairs were looked at; null: they were not asked for. */
  readonly pairsComplete: boolean | null;
  /** Passages without which it need not hold: without all that rests on them and on nothing else. */
  readonly passages: readonly PassageGround[];
  /** Claims without which it need not hold: without all that rests on them. */
  readonly claims: readonly {
    /** What other elements refer to it by. */
    readonly id: string;
    /** As people call it. */
    readonly label: string;
    /** Ids of the elements that rest on it. */
    readonly elements: readonly string[];
  }[];
  /**
   * How many elements were tried one by one. A constraint is not, without which a ranking would leave out
   * states, or there would be more of them than memory is for.
   */
  readonly tried: Count;
}

/** A preference statement or a constraint that a conclusion rests on. */
export interface Ground {
  /** Whether it is a preference statement or a constraint. */
  readonly kind: 'statement' | 'constraint';
  /** What other elements refer to it by. */
  readonly id: string;
  /** Whose preference it is; null for a constraint. */
  readonly actor: string | null;
  /** In the author’s words. */
  readonly text: string;
  /** The passages that it rests on. */
  readonly evidence: readonly Evidence[];
  /** Ids of the claims that it rests on. */
  readonly restsOn: readonly string[];
  /** What unsettles the state: that nothing is said, or that the opposite is (of all, in a group). */
  readonly how: How;
  /** Who would then no longer be stable. */
  readonly unsettles: readonly string[];
}

export type How = 'left out' | 'reversed';

/** A passage without which a conclusion would not stand. */
export interface PassageGround {
  /** The id of the source. */
  readonly source: string;
  /** Null: the source as a whole. */
  readonly paragraph: Count | null;
  /** Ids of the statements and constraints that rest on it. */
  readonly elements: readonly string[];
  /** What unsettles the state: leaving out or reversing what rests on it. */
  readonly how: How;
  /** Ids of the actors that would then no longer be stable. */
  readonly unsettles: readonly string[];
}
