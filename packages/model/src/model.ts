import type { Grounded, PartialDate } from './grounded.js';
import type { Count, Proportion } from './numbers.js';
import type { Option, OptionLiteral } from './option.js';
import type { Preference } from './preference.js';
import type { OptionId, Proposition } from './proposition.js';
import type {
  AllowedTransition,
  Consequence,
  Constraint,
  Deadline,
  DisallowedTransition,
} from './rule.js';
import type { Claim, Event, LeftOut, Relation, Source } from './told.js';

export * from './grounded.js';
export * from './option.js';
export * from './preference.js';
export * from './rule.js';
export * from './told.js';

/** The version of this form; a change that would break a reader gets a new number. */
export const MODEL_SCHEMA = 'standoff/model/1';

/**
 * A situation as every analysis sees it. Plain data: JSON.stringify and JSON.parse lose nothing.
 * Ids are unique among all named elements of a model, except that options are named within
 * their actor ("NK.suspend").
 */
export interface ConflictModel {
  /** The form of this JSON and its version. */
  readonly schema: typeof MODEL_SCHEMA;
  /** What it is called and when it is told of. */
  readonly situation: Situation;
  /** In the order written, as all that follows. */
  readonly sources: readonly Source[];
  /** Decision makers and stakeholders. */
  readonly actors: readonly Actor[];
  /** Actor after actor, in the order written; consent options of agreements stand last of each actor. */
  readonly options: readonly Option[];
  /** What several actors can consent to together. */
  readonly agreements: readonly Agreement[];
  /** What holds in every feasible state. */
  readonly constraints: readonly Constraint[];
  /** Moves that somebody cannot make, though the states are feasible. */
  readonly disallowed: readonly DisallowedTransition[];
  /** Sets of states with a name. */
  readonly scenarios: readonly Scenario[];
  /** Single states with a name. */
  readonly states: readonly NamedState[];
  /** Promises, threats, assurances and demands. */
  readonly commitments: readonly Commitment[];
  /** What actors take one another for. */
  readonly perceptions: readonly Perception[];
  /** What is said to be worst or best for an actor. */
  readonly extremes: readonly Extreme[];
  /** What is said to be so; never changes a result. */
  readonly claims: readonly Claim[];
  /** How actors stand to one another; never changes a result. */
  readonly relations: readonly Relation[];
  /** What happened, and when. */
  readonly events: readonly Event[];
  /** Moves beside those that changing one’s own options makes; none where it is missing. */
  readonly allowed?: readonly AllowedTransition[];
  /** What follows by itself; nothing where it is missing. */
  readonly consequences?: readonly Consequence[];
  /** What is so from a day on unless something else is; nothing where it is missing. */
  readonly deadlines?: readonly Deadline[];
  /** What the sources say and the model leaves out on purpose; none where it is missing. */
  readonly leftOut?: readonly LeftOut[];
}

export interface Situation extends Grounded {
  /** What other elements refer to it by. */
  readonly id: string;
  /** The title of the situation. */
  readonly title: string;
  /** The date that the situation is told of; null: none. */
  readonly asOf: PartialDate | null;
}

export interface Actor extends Grounded {
  /** What other elements refer to it by. */
  readonly id: string;
  /** As people call it. */
  readonly label: string;
  /** Other names of it in texts. */
  readonly aliases: readonly string[];
  /** Empty: the actor is a stakeholder. Otherwise it is a decision maker. */
  readonly options: readonly OptionId[];
  /** What it wants. */
  readonly preference: Preference;
  /** Rival readings of the actor; exactly one prevails in a world. */
  readonly factions: readonly Faction[];
  /** Id of the faction assumed to prevail; null when there are none. */
  readonly prevails: string | null;
}

export interface Faction extends Grounded {
  /** What other elements refer to it by. */
  readonly id: string;
  /** As people call it. */
  readonly label: string;
  /** A ranking or weights of its own; null: its statements stand in the actor's list. */
  readonly preference: Preference | null;
  /** How likely it is to prevail; missing: as likely as the others of which it is not said. */
  readonly probability?: Proportion;
}

/** Holds where every party's consent option is taken. */
export interface Agreement extends Grounded {
  /** What other elements refer to it by. */
  readonly id: string;
  /** As people call it. */
  readonly label: string;
  /** Ids of the actors. */
  readonly parties: readonly string[];
  /** Ids of the consent options, in the order of the parties. */
  readonly consents: readonly OptionId[];
  /** So many of the parties are enough; missing: it takes all of them. */
  readonly needs?: Count;
  /** Ids of those parties without whom the others are never enough; missing: any so many are. */
  readonly always?: readonly string[];
  /** The id of the actor whose act it is, which acts with these parties only; missing: it is nobody’s but theirs. */
  readonly actOf?: string;
  /** Set on an offer: what it is about; the first of the parties makes it. */
  readonly offer?: Offer;
  /** Ids of actors that do not know of it; missing: everybody does. */
  readonly keptFrom?: readonly string[];
}

/** In force only while its terms are kept. */
export interface Offer {
  /** What is so while it is in force. */
  readonly terms: readonly OptionLiteral[];
  /** The last day on which it can be taken up; missing: not said. */
  readonly until?: PartialDate;
}

/** A set of states with a name. */
export interface Scenario extends Grounded {
  /** What other elements refer to it by. */
  readonly id: string;
  /** As people call it. */
  readonly label: string;
  /** What holds in its states, and in no others. */
  readonly holds: Proposition;
  /** Whether its states are not told apart: they are one; missing: they are. */
  readonly merged?: true;
}

/** One state with a name: exactly these options are taken. */
export interface NamedState extends Grounded {
  /** What other elements refer to it by. */
  readonly id: string;
  /** As people call it. */
  readonly label: string;
  /** Ids of the options taken in it. */
  readonly taken: readonly OptionId[];
}

export interface Commitment extends Grounded {
  /** As written, or "promise-1", "threat-1", … */
  readonly id: string;
  /** As people call it. */
  readonly label: string;
  /** Which of the four it is. */
  readonly kind: 'promise' | 'threat' | 'assurance' | 'demand';
  /** Who would bring `content` about; for a demand, who demands it. */
  readonly by: string;
  /** Whom it is made to; for a demand, who is to comply. */
  readonly to: readonly string[];
  /** What is to be brought about. */
  readonly content: Proposition;
  /** Null: unconditional. */
  readonly when: Proposition | null;
}

/** `actor`'s picture of `of`. It replaces, in the actor's own game, what the model says about `of`. */
export interface Perception extends Grounded {
  /** The id of the actor. */
  readonly actor: string;
  /** The faction of the actor that has the picture, where it prevails; missing: whoever does. */
  readonly faction?: string;
  /** The actor that it is a picture of. */
  readonly of: string;
  /** Form "none": no preference is stated in the perception; the real one is taken. */
  readonly preference: Preference;
  /** Options of `of` that the actor does not know. */
  readonly unawareOf: readonly OptionId[];
  /** What the unawareness of options rests on, where that is said; missing: nowhere. */
  readonly unawareGrounds?: readonly UnawareGrounds[];
  /** Constraints that the actor believes in. */
  readonly constraints: readonly Constraint[];
}

/** What it rests on that these options are not known. */
export interface UnawareGrounds extends Grounded {
  /** Ids of the options. */
  readonly options: readonly OptionId[];
}

/** "worst for CN is garrison": checked against the preferences. */
export interface Extreme extends Grounded {
  /** Whether it is the worst or the best that can happen to the actor. */
  readonly kind: 'worst' | 'best';
  /** The id of the actor. */
  readonly actor: string;
  /** The id of the scenario. */
  readonly scenario: string;
}
