import type { Count, Digits, Integer, Proportion } from '@standoff/model';
import type { Standard, SituationShown, StateShown, Share, WorldPlan } from '@standoff/situation';
import type { BriefEnd } from '../brief-ends.js';

/** The answer of `standoff robustness --json`: in which share of the worlds a conclusion holds. */
export interface RobustnessResult {
  /** The form of this JSON and its version. */
  readonly schema: 'standoff/robustness/2';
  /** The situation that was asked. */
  readonly situation: SituationShown;
  /** By what it is judged whether a state holds, and which steps the course takes. */
  readonly standard: Standard;
  /** The ways to settle what is open. */
  readonly worlds: {
    /** How many ways there are to settle what is open, in digits: it may be a very long number. */
    readonly count: Digits;
    /** How many were gone through: those with the same rankings count once, with their weights added. */
    readonly looked: Count;
    /** Whether all were gone through or some were drawn. */
    readonly method: WorldPlan['method'];
    /** The seed of the draw; null: all were gone through. */
    readonly seed: Integer | null;
  };
  /** What is open, actor by actor. */
  readonly open: readonly OpenActor[];
  /** The rules of which nobody knows whether they hold; missing where there is none. */
  readonly rules?: readonly RuleInDoubt[];
  /** Each world by itself, where all were gone through and they are few; missing: they are not. */
  readonly single?: readonly OneWorld[];
  /** Where the course ends over the worlds, each counted as it is likely; the strongest pull first. */
  readonly ends: readonly BriefEnd[];
  /** In how many of the worlds the status quo would hold. */
  readonly statusQuo: Share;
  /** How each scenario fares over the worlds. */
  readonly scenarios: readonly {
    /** What other elements refer to it by. */
    readonly id: string;
    /** As people call it. */
    readonly label: string;
    /** Some state of it is an equilibrium. */
    readonly holds: Share;
    /** The course leads to some state of it. */
    readonly reached: Share;
    /** The share of walks along the course, over the worlds, that end in it. */
    readonly pull: Proportion;
  }[];
  /** How many states hold in all the worlds, in some but not all, in none. */
  readonly states: {
    /** In all the worlds. */
    readonly all: Count;
    /** In some worlds but not in all. */
    readonly some: Count;
    /** In none of the worlds. */
    readonly none: Count;
  };
  /** The states that hold in most, those that the course reaches first; at most as many as asked for. */
  readonly equilibria: readonly {
    /** The state. */
    readonly state: StateShown;
    /** It is an equilibrium. */
    readonly holds: Share;
    /** Holds, and the course leads there from the status quo. */
    readonly reached: Share;
  }[];
}

/** One way to settle what is open, and what is so then. */
export interface OneWorld {
  /** The share of all worlds that it stands for. */
  readonly share: Proportion;
  /** How it is settled, by actor: of worlds with the same rankings, the first. */
  readonly settled: readonly SettledActor[];
  /** Whether the status quo would hold. */
  readonly statusQuo: boolean;
  /** Ids of the scenarios of which some state would hold. */
  readonly holds: readonly string[];
  /** Ids of the scenarios to some state of which the course leads. */
  readonly reached: readonly string[];
}

export interface SettledActor {
  /** The id of the actor. */
  readonly actor: string;
  /** The id of the faction that prevails; null: it has none. */
  readonly faction: string | null;
  /** Ids of the `perhaps` statements that it has. */
  readonly wants: readonly string[];
  /** Ids of those that it has not. */
  readonly wantsNot: readonly string[];
  /** Ids of statements that stand in no order, the most important first. */
  readonly orders: readonly (readonly string[])[];
}

export interface RuleInDoubt {
  /** The id of the rule. */
  readonly rule: string;
  /** The rule in the author’s words. */
  readonly text: string;
  /** How likely it is to hold; null: not said, and counted as half. */
  readonly chance: Proportion | null;
}

export interface OpenActor {
  /** The id of the actor. */
  readonly actor: string;
  /** Ids of its factions. */
  readonly factions: readonly string[];
  /** Ids of the `perhaps` statements, and how many lists stand in no order. */
  readonly perhaps: readonly string[];
  /** How many of its lists stand in no order. */
  readonly unordered: Count;
  /** How many different rankings that comes to; null: too many to go through. */
  readonly rankings: Count | null;
}
