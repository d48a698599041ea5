import type { Count, Evidence, Integer, Proportion } from '@standoff/model';
import type {
  Turned,
  StatementEdit,
  Standard,
  SituationShown,
  StateShown,
} from '@standoff/situation';
import type { BriefEnd } from '../brief-ends.js';

/** The answer of `standoff sensitivity --json`: what single changes of a preference would change. */
export interface SensitivityResult {
  /** The form of this JSON and its version. */
  readonly schema: 'standoff/sensitivity/2';
  /** The situation that was asked. */
  readonly situation: SituationShown;
  /** By what it is judged whether a state holds, and which steps the course takes. */
  readonly standard: Standard;
  /** As the model stands: how many states would hold, and the status quo among them or not; where the course ends. */
  readonly base: {
    /** How many states would hold. */
    readonly equilibria: Count;
    /** Whether the status quo would. */
    readonly statusQuoHolds: boolean;
    /** Where the course ends, the strongest pull first. */
    readonly ends: readonly BriefEnd[];
  };
  /** Every change of one statement: those by which the course ends elsewhere first, then by how many states would hold. */
  readonly changes: readonly Change[];
  /** Of each rule in doubt what would be different without it; missing where none is. */
  readonly rules?: readonly RuleChange[];
  /** Changes that there are beside these, and that were not tried. */
  readonly untried: Count;
  /** With `distance`: random reorderings of the statements. */
  readonly reorderings: Reorderings | null;
}

export interface Change {
  /** The id of the actor. */
  readonly actor: string;
  /** The id and text of the statement. */
  readonly statement: string;
  /** The statement in the author’s words. */
  readonly text: string;
  /** The passages that it rests on. */
  readonly evidence: readonly Evidence[];
  /** What is done to the statement. */
  readonly edit: StatementEdit;
  /** What is different then. */
  readonly effect: Effect;
}

export interface RuleChange {
  /** The id of the rule. */
  readonly rule: string;
  /** The rule in the author’s words. */
  readonly text: string;
  /** The passages that it rests on. */
  readonly evidence: readonly Evidence[];
  /** What is different where it does not hold. */
  readonly effect: Effect;
}

/** What is different from the model as it stands. */
export interface Effect extends Turned {
  /** Where the course ends then, the strongest pull first. */
  readonly ends: readonly BriefEnd[];
  /** The share of ways that end elsewhere than before, by name. */
  readonly elsewhere: Proportion;
  /**
   * How different the states that would hold are: of all that hold before or after, the share that
   * holds only before or only after (Jaccard distance); 0 the same, 1 nothing in common.
   */
  readonly distance: Proportion;
  /** How many states would no longer hold. */
  readonly lost: Count;
  /** How many states would hold besides. */
  readonly gained: Count;
  /** Of what would hold and the course reaches, the nearest that is lost and gained. */
  readonly nearestLost: StateShown | null;
  /** The nearest that holds only then, of those that the course reaches; null: none. */
  readonly nearestGained: StateShown | null;
}

export interface Reorderings {
  /** How many neighbouring statements changed places in each. */
  readonly distance: Count;
  /** Statements that have a neighbour to change places with. 0: nothing is reordered. */
  readonly movable: Count;
  /** How many reorderings were tried. */
  readonly count: Count;
  /** The seed that they were drawn with. */
  readonly seed: Integer;
  /** In how many of them nothing changed that is told of a change above. */
  readonly unchanged: Count;
  /** In how many of them each scenario would hold, and the course would lead there. */
  readonly scenarios: readonly {
    /** What other elements refer to it by. */
    readonly id: string;
    /** In how many it would hold. */
    readonly holds: Count;
    /** In how many the course leads to it. */
    readonly reached: Count;
  }[];
  /** In how many of them the status quo would hold. */
  readonly statusQuoHolds: Count;
}
