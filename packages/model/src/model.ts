import type { Count, Positive, Proportion } from './numbers.js';
import type { OptionId, Proposition } from './proposition.js';

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
  /** What follows by itself; nothing where it is missing. */
  readonly consequences?: readonly Consequence[];
  /** What is so from a day on unless something else is; nothing where it is missing. */
  readonly deadlines?: readonly Deadline[];
  /** What the sources say and the model leaves out on purpose; none where it is missing. */
  readonly leftOut?: readonly LeftOut[];
}

/** Where an element stands in the text. Lines and columns count from 0, columns in UTF-16 units. */
export interface TextRange {
  /** Its first character. */
  readonly start: {
    /** The line, from 0. */
    readonly line: Count;
    /** The place in the line, from 0, in UTF-16 units. */
    readonly column: Count;
  };
  /** One past its last character. */
  readonly end: {
    /** The line, from 0. */
    readonly line: Count;
    /** The place in the line, from 0, in UTF-16 units. */
    readonly column: Count;
  };
}

/**
 * "2018-04-27", "2018-04" or "2018".
 * @pattern ^[0-9]{4}(-[0-9]{2}(-[0-9]{2})?)?$
 */
export type PartialDate = string;

/** A place in a source: "@cogan:P7-P9" or "@cogan#annotation". */
export interface Evidence {
  /** The id of the source. */
  readonly source: string;
  /** First and last paragraph; equal for a single one. Null when the source as a whole is meant. */
  readonly paragraphs: {
    /** The first paragraph, from 1. */
    readonly from: Count;
    /** The last paragraph; the first where it is a single one. */
    readonly to: Count;
  } | null;
  /** The id of the annotation; null: none is named. */
  readonly annotation: string | null;
  /** The source does not say it: the analyst infers it from there. Missing: the source says it. */
  readonly inferred?: true;
}

/** What an element rests on. Never changes a result. */
export interface Grounded {
  /** The passages that it rests on. */
  readonly evidence: readonly Evidence[];
  /** The analyst's own reason ("because …"). */
  readonly because: string | null;
  /** Ids of claims ("rests on …"). */
  readonly restsOn: readonly string[];
  /** Null in a model that was not read from a text. */
  readonly at: TextRange | null;
}

export interface Situation extends Grounded {
  /** What other elements refer to it by. */
  readonly id: string;
  /** The title of the situation. */
  readonly title: string;
  /** The date that the situation is told of; null: none. */
  readonly asOf: PartialDate | null;
}

export interface Source extends Grounded {
  /** What other elements refer to it by. */
  readonly id: string;
  /** The title of the text. */
  readonly title: string;
  /** Who wrote it, as the analyst writes it; null: not said. */
  readonly author: string | null;
  /** Null, here and below: not said. */
  readonly published: PartialDate | null;
  /** The day it was looked up; null: not said. */
  readonly accessed: PartialDate | null;
  /** Who published it; null: not said. */
  readonly publisher: string | null;
  /** Where it is found on the web; null: not said. */
  readonly url: string | null;
  /** Its Digital Object Identifier; null: not said. */
  readonly doi: string | null;
  /** What kind of text: "article", "declaration", "paper", … as the author writes it. */
  readonly kind: string | null;
  /** In the author’s words. */
  readonly note: string | null;
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

export type Direction = 'both' | 'forward' | 'back';

export interface Option extends Grounded {
  /** What other elements refer to it by: the id of the actor, a dot, the name. */
  readonly id: OptionId;
  /** Within the actor: "suspend". */
  readonly name: string;
  /** As people call it. */
  readonly label: string;
  /** The id of the actor whose option it is; `chance` where it is nobody’s. */
  readonly owner: string;
  /** forward: it can only be taken. back: it can only be given up. */
  readonly direction: Direction;
  /** Whether it is taken in the status quo. */
  readonly initially: 'taken' | 'open' | 'unknown';
  /** The change takes long. Does not alter stability. */
  readonly slow: boolean;
  /** Set on a consent option: the agreement it consents to. */
  readonly agreement: string | null;
  /** Set on the option that stands for another having been given up for good; missing elsewhere. */
  readonly historyOf?: OptionId;
  /** Set on what is nobody’s option, but left to chance. */
  readonly chance?: Chance;
  /** When it can be changed; missing: at any time. */
  readonly window?: Window;
}

/** The owner of what is left to chance; no actor has this id then. */
export const CHANCE = 'chance';

/** What nobody decides. */
export interface Chance {
  /** How likely it is to come about, from 0 to 1; null: not said. */
  readonly probability: Proportion | null;
}

/** The days on which an option can be taken up or given up, the first and the last included. */
export interface Window {
  /** The first of them; null: there is none. */
  readonly from: PartialDate | null;
  /** The last of them; null: there is none. */
  readonly until: PartialDate | null;
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

/** That an option is taken, or is not. */
export interface OptionLiteral {
  /** The id of the option. */
  readonly option: OptionId;
  /** Whether the option is taken. */
  readonly taken: boolean;
}

/** Every feasible state satisfies every constraint. */
export interface Constraint extends Grounded {
  /** "constraint-1", … in the order written. */
  readonly id: string;
  /** As the author wrote it: which of the forms. `requires` stands for a conditional one. */
  readonly kind:
    'never' | 'always' | 'requires' | 'exactly one of' | 'at most one of' | 'at least one of';
  /** What must hold. For "never p" this is already "not p". */
  readonly must: Proposition;
  /** The constraint in the author's words, on one line. */
  readonly text: string;
  /** Whether it holds is in doubt; missing: it is certain. */
  readonly perhaps?: Doubt;
  /** Set on what the history of that option takes; missing on what an author wrote. */
  readonly historyOf?: OptionId;
  /** Set on what that consequence comes to in a state; missing on what an author wrote. */
  readonly consequenceOf?: string;
  /** Set on what the window of that option, or the last day of an offer, comes to on the day of the situation; missing on what an author wrote. */
  readonly windowOf?: OptionId;
  /** The choice that was written, of which this is a part; missing: it is none of a choice. */
  readonly choice?: Choice;
}

/** Options of one actor, or rival agreements, of which only one is taken. */
export interface Choice {
  /** What the author calls it by. */
  readonly name: string;
  /** As people call it. */
  readonly label: string;
  /** Ids of the options, or of the agreements. */
  readonly among: readonly string[];
}

/** The actor has no move from a state where `from` holds to one where `to` holds. */
export interface DisallowedTransition extends Grounded {
  /** What other elements refer to it by. */
  readonly id: string;
  /** The id of the actor. */
  readonly actor: string;
  /** What holds in the states that the move would leave. */
  readonly from: Proposition;
  /** What holds in the states that the move would lead to. */
  readonly to: Proposition;
  /** Set on what the history of that option takes; missing on what an author wrote. */
  readonly historyOf?: OptionId;
  /** Set on what the last day of an offer comes to, of the consent to it; missing on what an author wrote. */
  readonly windowOf?: OptionId;
}

/**
 * What an actor wants. Exactly one of the four forms; `none`: nothing is said, the actor is
 * indifferent among all states.
 */
export type Preference =
  | {
      /** In which of the four forms the preference is written. */
      readonly form: 'none';
    }
  | {
      /** In which of the four forms the preference is written. */
      readonly form: 'statements';
      /** The statements, most important first. */
      readonly items: readonly PreferenceItem[];
    }
  | {
      /** In which of the four forms the preference is written. */
      readonly form: 'ranking';
      /** The cells of the ranking, best first. */
      readonly cells: readonly RankingCell[];
    }
  | {
      /** In which of the four forms the preference is written. */
      readonly form: 'weights';
      /** The weights that add up to the value of a state. */
      readonly weights: readonly Weight[];
      /** Ascending: differences from which on a preference is of degree 2, 3, … None where it is missing. */
      readonly thresholds?: readonly Threshold[];
      /** The thresholds as decimals to the last digit; missing where the numbers are exactly they. */
      readonly exactThresholds?: readonly Decimal[];
    };

/**
 * A difference of values.
 * @exclusiveMinimum 0
 */
export type Threshold = number;

/**
 * A number to the last digit, not in powers of ten.
 * @pattern ^-?[0-9]+([.][0-9]+)?$
 */
export type Decimal = string;

/** What follows by itself where something holds: nobody's move. */
export interface Consequence extends Grounded {
  /** "consequence-1", … in the order written. */
  readonly id: string;
  /** What brings it about. */
  readonly when: Proposition;
  /** What is taken, or no longer taken, after it. */
  readonly then: readonly OptionLiteral[];
  /** In the author’s words, on one line. */
  readonly text: string;
}

/** What is so from a day on, unless something else is: nobody's move. */
export interface Deadline extends Grounded {
  /** "deadline-1", … in the order written. */
  readonly id: string;
  /** The day. */
  readonly by: PartialDate;
  /** What keeps it from happening; null: nothing does. */
  readonly unless: Proposition | null;
  /** What is taken, or no longer taken, from the day on. */
  readonly then: readonly OptionLiteral[];
  /** In the author’s words, on one line. */
  readonly text: string;
}

/** What a source says and the model leaves out on purpose; never changes a result. */
export interface LeftOut extends Grounded {
  /** What is left out, in the author’s words. */
  readonly text: string;
}

/** Most important first; red lines stand before everything else. */
export type PreferenceItem =
  | (PreferenceStatement & {
      /** Whether it is one statement or a group in no order. */
      readonly item: 'statement';
    })
  /** "in no order { … }": every order of the statements inside is a world. */
  | {
      /** Whether it is one statement or a group in no order. */
      readonly item: 'unordered';
      /** The statements of the group. */
      readonly statements: readonly PreferenceStatement[];
    };

/** That nobody knows whether something is so. */
export interface Doubt {
  /** Of the world in which it is so, from 0 to 1; null: not said. */
  readonly probability: Proportion | null;
}

export interface PreferenceStatement extends Grounded {
  /** "NK.1", "NK.2", … in the order written, factions included. */
  readonly id: string;
  /** What the actor wants to hold. */
  readonly wants: Proposition;
  /** In the author’s words, on one line. */
  readonly text: string;
  /** Set: the statement belongs to that faction and counts only where it prevails. */
  readonly faction: string | null;
  /** Not null: presence is in doubt. */
  readonly perhaps: Doubt | null;
  /** "strongly": what satisfies it is much preferred to what does not. */
  readonly strongly: boolean;
  /** How much: 1 as a rule, 2 "strongly", 3 "very strongly", …; 1 or 2 by `strongly` where it is missing. */
  readonly degree?: Positive;
  /** A line that the actor says it does not step over, whatever it gets for it; missing: it is none. */
  readonly redLine?: true;
  /** As people call the wish; missing: not said. */
  readonly label?: string;
  /** The commitment that the actor stakes its name on by this wish; missing: none. */
  readonly keeps?: string;
  /** Of wishes of equal weight, of which this says that so many are so; missing: it is none of them. */
  readonly equally?: EqualWish;
}

/** One of several wishes that are counted and not ordered. */
export interface EqualWish {
  /** What is wished. */
  readonly of: Proposition;
  /** In the author’s words, on one line. */
  readonly text: string;
  /** Whether it is the first of those that count alike: the statements behind it belong to it. */
  readonly first: boolean;
  /** As people call the wish; missing: not said. */
  readonly label?: string;
}

/** Cells best first; a state belongs to the first cell one of whose propositions holds in it. */
export interface RankingCell {
  /** Propositions whose states are indifferent; empty together with `others`. */
  readonly any: readonly Proposition[];
  /** All states that no other cell takes. */
  readonly others: boolean;
  /** The cell before this one is much preferred (">>") to it. */
  readonly muchWorse: boolean;
  /** How much: 1 ">", 2 ">>", 3 ">>>", …; 1 or 2 by `muchWorse` where it is missing. */
  readonly degree?: Positive;
  /** What the place of the cell rests on. */
  readonly grounds: Grounded;
}

/** A state's value is the sum of the weights of what holds in it, added exactly. */
export interface Weight extends Grounded {
  /** What adds the weight where it holds. */
  readonly of: Proposition;
  /** Counts as the decimal that it is written as: 0.1 is a tenth. */
  readonly weight: number;
  /** The decimal to the last digit; missing where it is what `weight` is written as. */
  readonly exact?: Decimal;
}

/** A set of states with a name. */
export interface Scenario extends Grounded {
  /** What other elements refer to it by. */
  readonly id: string;
  /** As people call it. */
  readonly label: string;
  /** What holds in its states, and in no others. */
  readonly holds: Proposition;
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

export interface Claim extends Grounded {
  /** What other elements refer to it by. */
  readonly id: string;
  /** As people call it. */
  readonly label: string;
  /** How strongly it is asserted, and by whom: an actor's id or a name. Null: nobody in particular. */
  readonly strength: 'stated' | 'claimed' | 'reported' | 'inferred' | 'denied';
  /** The id of an actor or a name: who asserts it; null: nobody in particular. */
  readonly by: string | null;
  /** Who or what disputes it; none: nobody. */
  readonly disputed: readonly Dispute[];
  /** The claim says that its content brought this about. */
  readonly causeOf: Proposition | null;
  /** The figures in it. */
  readonly quantities: readonly Quantity[];
}

/** Who or what disputes a claim: another claim's id, an actor's id, or words; null: not said. */
export interface Dispute {
  /** The id of a claim or an actor, or words; null: not said. */
  readonly by: string | null;
}

export interface Quantity {
  /** "over", "under", "about" or null for an exact figure. */
  readonly bound: 'over' | 'under' | 'about' | null;
  /** The figure, in its unit; of a range the lowest. */
  readonly value: number;
  /** The highest of a range; missing: it is a single figure. */
  readonly upTo?: number;
  /** "% of exports", "people". */
  readonly unit: string;
}

export interface Relation extends Grounded {
  /** The id of the actor that is in the relation. */
  readonly from: string;
  /** "allied with", "rival of", …, or the author's own words. */
  readonly kind: string;
  /** The id of the other actor. */
  readonly to: string;
}

export interface Event extends Grounded {
  /** "event-1", … in the order written. */
  readonly id: string;
  /** When it happened, as exactly as is known; of a stretch of time the first day. */
  readonly date: PartialDate;
  /** The last day of a stretch of time; missing: it is none. */
  readonly until?: PartialDate;
  /** Whether it is known only roughly when; missing: it is known. */
  readonly about?: true;
  /** As people call it. */
  readonly label: string;
  /** What it changed, in the order written; an event without effects only signals or is told. */
  readonly effects: readonly OptionLiteral[];
  /** Who turned down which offer; missing: nobody did. */
  readonly refuses?: readonly Refusal[];
  /** What it is taken to announce. */
  readonly signals: Proposition | null;
}

/** That an offer was turned down. */
export interface Refusal {
  /** The id of the actor. */
  readonly actor: string;
  /** The id of the offer. */
  readonly offer: string;
}
