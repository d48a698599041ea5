import type { Count, Digits, Proportion, OptionLiteral, Evidence } from '@standoff/model';
import type {
  Judging,
  Concept,
  KnownReach,
  SituationShown,
  StateShown,
  Step,
} from '@standoff/situation';

/** The answer of `standoff agreements --json`: who would sign, who would leave, what holds it together. */
export interface AgreementsResult extends Judging {
  /** The form of this JSON and its version. */
  readonly schema: 'standoff/agreements/2';
  /** The situation that was asked. */
  readonly situation: SituationShown;
  /** One for each agreement, in the order written. */
  readonly agreements: readonly AgreementAnswer[];
  /**
   * Only where the states are too many to be listed: the concepts of which it is not known which
   * states hold under them.
   */
  readonly notKnown?: readonly Concept[];
}

export interface AgreementAnswer {
  /** What other elements refer to it by. */
  readonly id: string;
  /** As people call it. */
  readonly label: string;
  /** The passages that it rests on. */
  readonly evidence: readonly Evidence[];
  /** So many of the parties are enough; missing: it takes all of them. */
  readonly needs?: Count;
  /** Ids of those parties without whom the others are never enough; missing: any so many are. */
  readonly always?: readonly string[];
  /** The id of the actor whose act it is, which acts with its members only; missing: it is nobody’s. */
  readonly actOf?: string;
  /** Of an offer: who makes it, what it is about, and until when it stands; missing: it is none. */
  readonly offered?: OfferAnswer;
  /** How many states it holds in: all parties consent, or as many as it needs, and its terms are kept. */
  readonly states: Count | Digits;
  /** By concept, how many of its states would hold; null: not known. */
  readonly equilibria: Readonly<Record<Concept, Count | Digits | null>>;
  /** Whether the status quo leads to one of its states by improvements or by moves. */
  readonly reachable: KnownReach;
  /** Whether the course leads through one of its states; null: not known. */
  readonly onCourse: boolean | null;
  /** The share of walks along the course that end in it; null: not known. */
  readonly pull: Proportion | null;
  /** The state in which it would hold best, and can be reached soonest; null: it is not known to hold in any. */
  readonly best: {
    /** The state in which it would hold best. */
    readonly state: StateShown;
    /** The concepts under which that state would hold. */
    readonly concepts: readonly Concept[];
  } | null;
  /** What is said of each party, in the order written. */
  readonly parties: readonly PartyAnswer[];
}

export interface OfferAnswer {
  /** The id of the actor who makes it. */
  readonly by: string;
  /** What is so while it is in force. */
  readonly terms: readonly OptionLiteral[];
  /** The last day on which it can be taken up; null: not said. */
  readonly until: string | null;
  /** In how many states everybody has consented, and its terms are not kept. */
  readonly lapsed: Count | Digits;
}

export interface PartyAnswer {
  /** The id of the actor. */
  readonly actor: string;
  /** In how many states of an agreement that needs some of its parties it would end without this one; missing: it needs all. */
  readonly pivotal?: Count | Digits;
  /** States in which it has not consented and could; and those of them in which some move with consent is better for it. */
  readonly couldSign: Count | Digits;
  /** In how many of them some move with consent is better for it. */
  readonly wouldSign: Count | Digits;
  /** The nearest such state and move. */
  readonly signs: {
    /** The state in which it would sign. */
    readonly state: StateShown;
    /** The move by which it would. */
    readonly step: Step;
  } | null;
  /**
   * In the states of the agreement: in how many it stays because nothing that ends it is better for it,
   * or because it is deterred from all that is, by the standard; and in how many it would leave.
   */
  readonly content: Count | Digits;
  /** In how many states of the agreement it is deterred from all that is better, by the standard; null: not known. */
  readonly deterred: Count | Digits | null;
  /** In how many states of the agreement it would leave; null: not known. */
  readonly leaves: Count | Digits | null;
  /** The nearest state in which it would leave, and how. */
  readonly defects: {
    /** The state in which it would leave. */
    readonly state: StateShown;
    /** The move by which it would. */
    readonly step: Step;
  } | null;
  /** The nearest in which it is deterred, from which move, and by whose answers. */
  readonly held: {
    /** The state in which it is deterred. */
    readonly state: StateShown;
    /** The move from which it is. */
    readonly step: Step;
    /** Ids of the actors whose answers deter it. */
    readonly by: readonly string[];
  } | null;
}
