import type { AnswerKind } from '@standoff/engine';
import type { Count, Digits, Evidence } from '@standoff/model';
import type { CourseEnd, Judging, SituationShown, StateShown } from '@standoff/situation';

/** The answer of `standoff stakeholders --json`: what each outcome means for those who cannot move. */
export interface StakeholdersResult extends Judging {
  /** The form of this JSON and its version. */
  readonly schema: 'standoff/stakeholders/2';
  /** The situation that was asked. */
  readonly situation: SituationShown;
  /** Whose standing is told. */
  readonly stakeholders: readonly Stakeholder[];
  /** Where the course ends, the strongest pull first; at most as many as asked for, none where nobody's standing is told. */
  readonly ends: readonly {
    /** The end. */
    readonly end: CourseEnd;
    /** By stakeholder. */
    readonly standing: Readonly<Record<string, Standing>>;
  }[];
  /** States that would hold and in which the course does not end; at most as many as asked for, none where nobody's standing is told. */
  readonly outcomes: readonly {
    /** What would hold. */
    readonly state: StateShown;
    /** By which answers it is held; null: not known. */
    readonly hold: AnswerKind | null;
    /** By stakeholder. */
    readonly standing: Readonly<Record<string, Standing>>;
  }[];
  /** How many such states there are; 0 where nobody's standing is told: they were not looked for. */
  readonly outcomeCount: Count | Digits;
  /** What each scenario is to them. */
  readonly scenarios: readonly {
    /** What other elements refer to it by. */
    readonly id: string;
    /** As people call it. */
    readonly label: string;
    /** The passages that it rests on. */
    readonly evidence: readonly Evidence[];
    /** By stakeholder, against today: in all states of the scenario, or mixed. */
    readonly against: Readonly<Record<string, Against | 'mixed' | 'no state'>>;
  }[];
  /** Pairs of stakeholders that never both gain: whatever is better than today for one is not for the other. */
  readonly opposed: readonly (readonly [string, string])[];
}

export type Against = 'better' | 'worse' | 'same';

export interface Stakeholder {
  /** The id of the actor. */
  readonly actor: string;
  /** How many places its ranking has; null: too many to be counted. */
  readonly places: Count | null;
  /** The place of the status quo in its ranking, 1 the best; null: too many to be counted. */
  readonly today: Count | null;
  /** The passages that it rests on. */
  readonly evidence: readonly Evidence[];
}

export interface Standing {
  /** 1 the best; null: too many to be counted. */
  readonly place: Count | null;
  /** Compared with the status quo. */
  readonly against: Against;
}
