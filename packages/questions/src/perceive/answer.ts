import type { Count, Evidence, OptionId } from '@standoff/model';
import type { PerceivedCourse } from './course-answer.js';
import type { SeenScenario } from './scenarios.js';
import type { Surprise } from './surprises.js';
import type { Concept, SituationShown, Standard, StateShown } from '@standoff/situation';
import type { Misreading } from '../briefing/answer.js';

/** The answer of `standoff perceive --json`: each actor's own game, and what comes of them together. */
export interface PerceiveResult {
  /** The form of this JSON and its version. */
  readonly schema: 'standoff/perceive/2';
  /** The situation that was asked. */
  readonly situation: SituationShown;
  /** By what it is judged what holds and what is done, in each game. */
  readonly standard: Standard;
  /** Of each who is mistaken what that changes today. */
  readonly misreadings: readonly Misreading[];
  /** 1: nobody knows that the games differ. 2: everybody knows the pictures that the others have. */
  readonly level: 1 | 2;
  /** The actors with a picture of their own of somebody; the others see the situation as it is. */
  readonly misperceivers: readonly string[];
  /** The universal states: those of the true game. */
  readonly states: Count;
  /** By concept, how many of them hold. */
  readonly equilibria: Readonly<Record<Concept, HypergameCount>>;
  /** The hypergame equilibria by the standard, those of most concepts first; at most as many as asked for. */
  readonly held: readonly HypergameState[];
  /** How many there are of them. */
  readonly heldCount: Count;
  /** One for each state that the status quo may be. */
  readonly courses: readonly PerceivedCourse[];
  /** Each actor, or the one asked for. */
  readonly actors: readonly PerceivedGame[];
  /** Null at level 1. */
  readonly level2: Level2Result | null;
}

export interface HypergameCount {
  /** Stable for every decision maker in the true game. */
  readonly real: Count;
  /** Stable for every decision maker in that one's own game: the hypergame equilibria. */
  readonly hypergame: Count;
  /** Not recognised by some, who therefore do not move, and stable for those who recognise it. */
  readonly standstill: Count;
}

export interface HypergameState {
  /** The state. */
  readonly state: StateShown;
  /** The concepts under which it is stable for every decision maker in that one's own game. */
  readonly concepts: readonly Concept[];
  /** The concepts under which it would be if everybody saw the situation as it is. */
  readonly real: readonly Concept[];
}

/** One actor's own game. */
export interface PerceivedGame {
  /** The id of the actor. */
  readonly actor: string;
  /** The pictures it has of others; empty: it sees the situation as it is. */
  readonly pictures: readonly Picture[];
  /** States that its own game has. */
  readonly states: Count;
  /** Universal states that look like one of them to it; it does not recognise the others. */
  readonly recognised: Count;
  /** Where its game has no state: the smallest set of constraints that contradict each other. */
  readonly contradiction: readonly string[];
  /** One for each state that the status quo may be. */
  readonly now: readonly SeenNow[];
  /** By concept, how many states of its own game it expects would hold. */
  readonly expected: Readonly<Record<Concept, Count>>;
  /** It expects them to hold, and somebody is not stable there in its own game. */
  readonly leaves: Surprise;
  /** They would hold, and it does not expect so. */
  readonly holds: Surprise;
  /** What it expects of each scenario. */
  readonly scenarios: readonly SeenScenario[];
  /** What changes if it learned the truth; null where it sees the situation as it is. */
  readonly revelation: Revelation | null;
}

export interface Picture {
  /** The id of the actor that it is a picture of. */
  readonly of: string;
  /** What it believes the other wants, most important first where in statements; null: what it really wants. */
  readonly preference: {
    /** In which form the preference is written. */
    readonly form: 'statements' | 'ranking' | 'weights';
    /** What the other is believed to want, in words. */
    readonly statements: readonly string[];
  } | null;
  /** Ids of options of the other that it does not know. */
  readonly unawareOf: readonly OptionId[];
  /** Constraints that it believes in, in words. */
  readonly constraints: readonly string[];
  /** The reason given for the picture; null: none. */
  readonly because: string | null;
  /** The passages that it rests on. */
  readonly evidence: readonly Evidence[];
}

/** The present state in an actor's eyes. */
export interface SeenNow {
  /** The options it sees taken; null: it does not recognise the present state. */
  readonly taken: readonly OptionId[] | null;
  /** Options taken today that it does not know. */
  readonly unseen: readonly OptionId[];
  /** What it believes that the present state contradicts; empty where it recognises it. */
  readonly contradicts: readonly string[];
  /** The concepts under which it expects the present state to hold. */
  readonly expected: readonly Concept[];
}

/** Universal states gained and lost, by concept. */
export type Changes = Readonly<
  Record<
    Concept,
    {
      /** How many more there are then. */
      readonly gained: Count;
      /** How many are no longer there. */
      readonly lost: Count;
    }
  >
>;

/** What an actor's learning the truth would change, all else as before. */
export interface Revelation {
  /** Where the actor itself is stable. */
  readonly verdicts: Changes;
  /** For each state that the status quo may be, the concepts under which it is stable there. */
  readonly now: readonly {
    /** As it sees the situation now. */
    readonly before: readonly Concept[];
    /** Once it has learned the truth. */
    readonly after: readonly Concept[];
  }[];
  /** What it expects to hold. */
  readonly expected: Changes;
  /** What holds in everybody's own game. */
  readonly hypergame: Changes;
  /** Hypergame equilibria by the standard that are gained, those with most concepts first. */
  readonly gained: readonly HeldUnder[];
  /** Those that are lost. */
  readonly lost: readonly HeldUnder[];
}

export interface HeldUnder {
  /** The state. */
  readonly state: StateShown;
  /** The concepts under which it is a hypergame equilibrium on one side only. */
  readonly concepts: readonly Concept[];
}

/** Where all actors know the pictures that the others have, and take their own for the truth. */
export interface Level2Result {
  /** By concept, how many states are stable for every decision maker in its informed view. */
  readonly equilibria: Readonly<Record<Concept, Count>>;
  /** How each actor fares at this level. */
  readonly actors: readonly {
    /** The id of the actor. */
    readonly actor: string;
    /** Against level 1: where it is stable itself, and what it expects to hold. */
    readonly verdicts: Changes;
    /** Against level 1: what it expects to hold. */
    readonly expected: Changes;
    /** By concept, how many universal states it expects to hold that would not, and the reverse. */
    readonly surprises: Readonly<
      Record<
        Concept,
        {
          /** Expected to hold, and would not. */
          readonly leaves: Count;
          /** Would hold, and is not expected to. */
          readonly holds: Count;
        }
      >
    >;
  }[];
}
