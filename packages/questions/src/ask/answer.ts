import type { Amount, Count, Digits, Evidence, Integer, Proportion } from '@standoff/model';
import type { SituationShown, Standard } from '@standoff/situation';
import type { BriefEnd } from '../brief-ends.js';

/** The answer of `standoff ask --json`: the next most useful question. */
export interface AskResult {
  /** The form of this JSON and its version. */
  readonly schema: 'standoff/ask/2';
  /** The situation that was asked. */
  readonly situation: SituationShown;
  /** By what it is judged whether a state holds, and which steps the course takes. */
  readonly standard: Standard;
  /** Where the course ends over the worlds, the strongest pull first. */
  readonly ends: readonly BriefEnd[];
  /** The ways to settle what is open. */
  readonly worlds: {
    /** In digits. */
    readonly count: Digits;
    /** How many of them were gone through. */
    readonly looked: Count;
    /** Whether all were gone through or some were drawn. */
    readonly method: 'all' | 'sample';
    /** The seed of the draw; null: all were gone through. */
    readonly seed: Integer | null;
  };
  /** Verdicts that are not the same in all worlds: of scenarios and today's state, and of single states. */
  readonly undecided: {
    /** Of scenarios and today’s state. */
    readonly told: Amount;
    /** Of single states. */
    readonly states: Amount;
  };
  /** What could be asked, the most useful first. */
  readonly questions: readonly OpenQuestion[];
  /** Statements of one actor that wish the exact opposite of each other: the later never counts. */
  readonly contradictions: readonly {
    /** The id of the actor. */
    readonly actor: string;
    /** The statement that counts. */
    readonly earlier: StatementShown;
    /** The statement that never does. */
    readonly later: StatementShown;
  }[];
}

export interface StatementShown {
  /** What other elements refer to it by. */
  readonly id: string;
  /** In the author’s words. */
  readonly text: string;
  /** The passages that it rests on. */
  readonly evidence: readonly Evidence[];
}

export interface OpenQuestion {
  /** The id of the actor; null: it is about a rule, or about what is left to chance. */
  readonly actor: string | null;
  /**
   * What is open: which faction prevails, whether a statement or a rule holds, which of two matters more,
   * or whether what is left to chance comes about.
   */
  readonly about: 'faction' | 'perhaps' | 'order' | 'rule' | 'chance';
  /** The statements, the rule or what is left to chance, as written; empty for factions. */
  readonly statements: readonly StatementShown[];
  /** In which share of the worlds the question arises: a faction's statements count where it prevails. */
  readonly arises: Proportion;
  /**
   * What the answer would tell about the verdicts: the sum over them of the information in bits
   * (expected decrease of entropy) that it gives where the question arises; apart those of
   * scenarios and today's state, and of single states.
   */
  readonly information: {
    /** On scenarios and today’s state. */
    readonly told: Amount;
    /** On single states. */
    readonly states: Amount;
  };
  /** How many of the undecided verdicts each answer leaves undecided. */
  readonly answers: readonly {
    /** The answer, in words. */
    readonly answer: string;
    /** Its share of the worlds in which the question arises: those of all answers add up to 1. */
    readonly probability: Proportion;
    /** How many verdicts it leaves undecided. */
    readonly undecided: {
      /** On scenarios and today’s state. */
      readonly told: Amount;
      /** On single states. */
      readonly states: Amount;
    };
    /** Where the course ends in the worlds that it leaves, the strongest pull first. */
    readonly ends: readonly BriefEnd[];
    /** Verdicts on scenarios and today's state that it decides where the question arises: "garrison is reached: no". */
    readonly decides: readonly {
      /** What is decided. */
      readonly verdict: Verdict;
      /** Whether it is then so in all worlds. */
      readonly value: boolean;
    }[];
  }[];
}

export type Verdict =
  | {
      /** Whether it is about the status quo or about a scenario. */
      readonly of: 'status quo';
    }
  | {
      /** Whether it is about the status quo or about a scenario. */
      readonly of: 'scenario';
      /** The id of the scenario. */
      readonly id: string;
      /** Whether a state of it would hold, or the course leads there. */
      readonly what: 'holds' | 'reached';
    };
