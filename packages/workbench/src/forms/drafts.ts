import type { SOURCE_FIELDS } from '@standoff/language';
import type { ConflictModel } from '@standoff/model';

/** What stands in the fields of a form about an element, label and name apart. */
export type Draft =
  | {
      readonly kind: 'scenario';
      readonly holds: string;
      /** Whether its states are not told apart. */
      readonly merged: boolean;
    }
  | { readonly kind: 'state'; readonly taken: string }
  | {
      readonly kind: 'extreme';
      readonly which: 'worst' | 'best';
      readonly actor: string;
      readonly scenario: string;
    }
  | AgreementDraft
  | ConstraintDraft
  | {
      readonly kind: 'cannot-move' | 'can-move';
      /** Empty inside the braces of the actor. */
      readonly actor: string;
      readonly from: string;
      readonly to: string;
    }
  | CommitmentDraft
  | {
      readonly kind: 'event';
      readonly date: string;
      readonly effects: string;
      readonly signals: string;
    }
  | ClaimDraft
  | {
      readonly kind: 'relation';
      readonly from: string;
      /** As the author writes it: one of RELATIONS, or other words. */
      readonly is: string;
      readonly to: string;
    }
  | SourceDraft
  | GraphDraft
  | {
      readonly kind: 'choice';
      /** Whether none of them may be taken too. */
      readonly atMost: boolean;
      /** As they are listed in the braces. */
      readonly options: string;
    }
  | {
      readonly kind: 'chance';
      /** In percent; empty: not said. */
      readonly probability: string;
    }
  | { readonly kind: 'consequence'; readonly when: string; readonly then: string }
  | {
      readonly kind: 'deadline';
      readonly day: string;
      /** Empty: nothing keeps it from happening. */
      readonly unless: string;
      readonly then: string;
    }
  | { readonly kind: 'left-out'; readonly text: string };

export interface GraphDraft {
  readonly kind: 'graph';
  readonly places: readonly PlaceDraft[];
}

export interface PlaceDraft {
  readonly name: string;
  /** Null: none is written. */
  readonly label: string | null;
  /** Empty: nothing is said of today. */
  readonly today: '' | 'taken' | 'unknown' | 'open';
}

export interface AgreementDraft {
  readonly kind: 'agreement';
  /** Of an offer, who makes it stands first. */
  readonly parties: readonly string[];
  readonly flags: string;
  /** So many are enough; empty: it takes all. */
  readonly needs: string;
  /** Those of the parties without whom the others are never enough. */
  readonly always: readonly string[];
  /** What an offer is about; null: it is none. */
  readonly terms: string | null;
  /** The last day of an offer; empty: not said. */
  readonly until: string;
  /** Who does not know of it. */
  readonly keptFrom: readonly string[];
}

export interface ConstraintDraft {
  readonly kind: 'constraint';
  /** Whether nobody knows if it holds. */
  readonly perhaps: boolean;
  /** How likely it is to hold, in percent; empty: not said. */
  readonly probability: string;
  /** count: "at most one of { … }", written in `left`. */
  readonly form: 'never' | 'always' | 'requires' | 'count';
  readonly left: string;
  /** What `left` requires. */
  readonly right: string;
}

export interface CommitmentDraft {
  readonly kind: 'commitment';
  readonly is: ConflictModel['commitments'][number]['kind'];
  readonly content: string;
  readonly when: string;
  /** Empty: whoever has the options. */
  readonly by: string;
  readonly to: readonly string[];
}

export interface ClaimDraft {
  readonly kind: 'claim';
  readonly strength: ConflictModel['claims'][number]['strength'];
  /** An actor's id or a name in words; empty: nobody in particular. */
  readonly by: string;
  /** By whom or by which claim it is disputed; empty: not said. */
  readonly disputed: readonly string[];
  readonly causeOf: string;
  readonly quantities: readonly QuantityDraft[];
}

export interface QuantityDraft {
  readonly bound: 'over' | 'under' | 'about' | 'exactly';
  readonly value: string;
  readonly unit: string;
}

export interface SourceDraft {
  readonly kind: 'source';
  readonly fields: Readonly<Partial<Record<(typeof SOURCE_FIELDS)[number], string>>>;
}
