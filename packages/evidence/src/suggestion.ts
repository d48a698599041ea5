/** Something that a rule found in a text. */
export interface CarriedFinding {
  /** What was found. */
  readonly kind: SuggestionKind;
  /** The rule that found it; docs/reading-aid.md has a line for each. */
  readonly rule: string;
  /** Where it was found; of an actor, the first place. */
  readonly passage: SuggestedPassage;
  /** One sentence for a reader: what was found. */
  readonly finding: string;
  /** Events: "2018-04-27", "2018-04", "2018" or "from/to"; missing where it cannot be told. */
  readonly date?: string;
  /** Attributions: how strongly it is said, in the words of the language. */
  readonly strength?: 'stated' | 'claimed' | 'reported' | 'inferred' | 'denied';
}

/** A thing in a text that an analyst may want in the model. Nothing enters it unaccepted. */
export interface Suggestion extends CarriedFinding {
  /**
   * The same for the same finding in the same words: made of rule, words and paragraph text, not of
   * offsets, so that what was rejected stays rejected when the text around it changes.
   */
  readonly id: string;
  /** Lines of the language that would put it into a situation, with the reference; null: nothing to write. */
  readonly proposal: string | null;
  /** Actors: the further places where they are named, in the order of the text. */
  readonly also?: readonly SuggestedPassage[];
  /** Actors that the model has already: their id. */
  readonly known?: string;
  /** What else was found in the words of the line, which says it already: no lines of their own. */
  readonly carries?: readonly CarriedFinding[];
  /** What somebody says: who, by the name that the actor is called, or in the words of the text; null: not told. */
  readonly by?: string | null;
  /** Whether who says it rests on a pronoun that exactly one of those named before it fits. */
  readonly unsure?: true;
  /** Options: the id of the actor in whose braces the line stands, where the model has that actor. */
  readonly within?: string;
}

/** In the order of the guide to the gold standard and of all tables. */
export const SUGGESTION_KINDS = [
  'actor',
  'event',
  'condition',
  'modality',
  'attribution',
  'demand',
  'threat',
  'promise',
  'assurance',
  'option',
  'extreme',
  'quantity',
] as const;

export type SuggestionKind = (typeof SUGGESTION_KINDS)[number];

/** A place in the canonical text. */
export interface SuggestedPassage {
  /**
   * The number of the paragraph.
   * @asType integer
   * @minimum 0
   */
  readonly paragraph: number;
  /**
   * The offset of its first UTF-16 unit.
   * @asType integer
   * @minimum 0
   */
  readonly start: number;
  /**
   * One past the last unit.
   * @asType integer
   * @minimum 0
   */
  readonly end: number;
}
