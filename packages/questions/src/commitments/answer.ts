import type {
  Commitment,
  Count,
  Digits,
  Evidence,
  OptionId,
  Proportion,
  Proposition,
} from '@standoff/model';
import type { Judging, SituationShown, StateShown, Step } from '@standoff/situation';
import type { PromisedOutcome } from './outcome.js';

/** The answer of `standoff commitments --json`: whose promise, threat or assurance can be believed. */
export interface CommitmentsResult extends Judging {
  /** The form of this JSON and its version. */
  readonly schema: 'standoff/commitments/2';
  /** The situation that was asked. */
  readonly situation: SituationShown;
  /** One for each commitment, in the order written. */
  readonly commitments: readonly CommitmentAnswer[];
}

export interface CommitmentAnswer {
  /** What other elements refer to it by. */
  readonly id: string;
  /** As people call it. */
  readonly label: string;
  /** Whether it is a promise, a threat, an assurance or a demand. */
  readonly kind: Commitment['kind'];
  /** Who is to bring it about: the giver, or of a demand each of those it is made to. */
  readonly by: readonly string[];
  /** Ids of the actors that it is made to; of a demand, those who are to comply. */
  readonly to: readonly string[];
  /** What is to be brought about. */
  readonly content: Proposition;
  /** Null: unconditional. */
  readonly when: Proposition | null;
  /** The passages that it rests on. */
  readonly evidence: readonly Evidence[];
  /** States in which it is due. 0: it can never be. */
  readonly due: Count | Digits;
  /** What becomes of it along the course from today, with those who are assumed to prevail. */
  readonly course: CommitmentCourse;
  /** Options that the condition is about and that cannot be undone: it is then due after the step. */
  readonly afterStep: readonly OptionId[];
  /** Whose options the content is about besides the giver's: they could bring it about or spoil it. */
  readonly alsoOf: readonly string[];
  /** Where others help to bring about what is given: whether it would come of it; missing elsewhere. */
  readonly outcome?: PromisedOutcome;
  /** Whether its giver’s name is staked on it, so that it wishes to keep it; missing where it is not. */
  readonly staked?: true;
  /** One for each who is to bring it about, and each faction of it; the assumed one first. */
  readonly readings: readonly CommitmentReading[];
}

export interface CommitmentCourse {
  /** Whether the course leads through a state in which it is due; null: not known. */
  readonly comesDue: boolean | null;
  /** The share of walks that end where it is due and what is promised is so; null: not known. */
  readonly kept: Proportion | null;
  /** The share of walks that end where it is due and what is promised is not so; null: not known. */
  readonly broken: Proportion | null;
}

export interface CommitmentReading {
  /** The id of the actor. */
  readonly actor: string;
  /** Null where the actor has no factions. */
  readonly faction: {
    /** The id of the faction. */
    readonly id: string;
    /** The faction as people call it. */
    readonly label: string;
  } | null;
  /** Whether it is what the model takes to be so. */
  readonly assumed: boolean;
  /** Only where not all states are known that the course leads to: of those that are. */
  readonly cutShort?: true;
  /** Over all states in which it is due. */
  readonly all: CommitmentTally;
  /** Over those that the course leads to, today’s included. */
  readonly onCourse: CommitmentTally;
  /** Over those that would hold, by the standard. */
  readonly holding: CommitmentTally;
  /** The nearest state in which it would not be kept, and what would be done instead; null: there is none. */
  readonly temptation: CommitmentExample | null;
  /** The nearest in which it would be kept. */
  readonly kept: CommitmentExample | null;
}

export interface CommitmentTally {
  /** In how many of these states it is due. */
  readonly due: Count | Digits;
  /** The actor can bring it about or maintain it by a move of its own or none. */
  readonly keepable: Count | Digits;
  /** And its best way of doing so is at least as good for it as its best one without. */
  readonly credible: Count | Digits;
  /** And from there no improvement that nothing deters, by the standard, leads to where it is broken; null: not known. */
  readonly binding: Count | Digits | null;
  /** Not credible, but once kept it is not broken: no improvement that nothing deters, by the standard, leads to where it is; null: not known. */
  readonly onceKept: Count | Digits | null;
}

export interface CommitmentExample {
  /** The state in which it is due. */
  readonly state: StateShown;
  /** What the actor would rather do; null: stay as it is. */
  readonly step: Step | null;
  /** Whether it is due where that leads: of what is not kept, whether it is broken, or its condition given up. */
  readonly due: boolean;
  /** Why it would, "it wants: …"; null: nothing but that both are as good. */
  readonly because: string | null;
  /** By what the status quo leads to that state, if by anything; null: not known. */
  readonly reachable: 'course' | 'moves' | 'not' | null;
}
