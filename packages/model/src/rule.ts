import type { Grounded, PartialDate } from './grounded.js';
import type { OptionLiteral } from './option.js';
import type { Doubt } from './preference.js';
import type { OptionId, Proposition } from './proposition.js';

/** Every feasible state satisfies every constraint. */
export interface Constraint extends Grounded {
  /** "constraint-1", … in the order written. */
  readonly id: string;
  /** As the author wrote it: which of the forms. `requires` stands for a conditional one. */
  readonly kind:
    | 'never'
    | 'always'
    | 'requires'
    | 'exactly one of'
    | 'at most one of'
    | 'at least one of';
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
 * The actor has a move from every state where `from` holds to every other one where `to` holds, whoever
 * the options are that change.
 */
export interface AllowedTransition extends Grounded {
  /** What other elements refer to it by. */
  readonly id: string;
  /** The id of the actor. */
  readonly actor: string;
  /** What holds in the states that the move leaves. */
  readonly from: Proposition;
  /** What holds in the states that the move leads to. */
  readonly to: Proposition;
}

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
