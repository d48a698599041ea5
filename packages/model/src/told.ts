import type { Grounded, PartialDate } from './grounded.js';
import type { OptionLiteral } from './option.js';
import type { Proposition } from './proposition.js';

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

/** What a source says and the model leaves out on purpose; never changes a result. */
export interface LeftOut extends Grounded {
  /** What is left out, in the author’s words. */
  readonly text: string;
}

/** How strongly something can be asserted, from the source's own word to what somebody denies. */
export const STRENGTHS = ['stated', 'claimed', 'reported', 'inferred', 'denied'] as const;

export interface Claim extends Grounded {
  /** What other elements refer to it by. */
  readonly id: string;
  /** As people call it. */
  readonly label: string;
  /** How strongly it is asserted, and by whom: an actor's id or a name. Null: nobody in particular. */
  readonly strength: (typeof STRENGTHS)[number];
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
