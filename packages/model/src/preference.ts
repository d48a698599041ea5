import type { Grounded } from './grounded.js';
import type { Positive, Proportion } from './numbers.js';
import type { Proposition } from './proposition.js';

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
