import type { AnswerKind } from '@standoff/engine';
import type {
  Count,
  Deadline,
  Digits,
  Integer,
  OptionId,
  Proportion,
  WindowChange,
} from '@standoff/model';
import type {
  GroundsCounted,
  SituationShown,
  Standard,
  StateShown,
  Step,
} from '@standoff/situation';
import type { OpenQuestion } from '../ask/answer.js';
import type { JointMove } from '../coalitions/joint-move.js';
import type { MediationMove } from '../mediate/moves.js';
import type { BriefEnd } from '../brief-ends.js';
import type { LeftOutBeside } from './left-out.js';

/** The answer of `standoff briefing --json`: the point of the situation, on one page. */
export interface BriefingResult {
  /** The form of this JSON and its version. */
  readonly schema: 'standoff/briefing/2';
  /** The situation that was asked. */
  readonly situation: SituationShown;
  /** By what it is judged whether a state holds, and which steps the course takes. */
  readonly standard: Standard;
  /**
   * The standard that was asked for, where the states are too many to find what would be answered to each
   * step and another is followed; null: it is the same.
   */
  readonly askedFor: Standard | null;
  /**
   * Only where it is a first answer, which goes without what would take minutes: all of it can be had too.
   */
  readonly atFirst?: true;
  /** How many states there are, in digits: it may be a very long number. */
  readonly states: Digits;
  /** Ids of the options that no ranking depends on, whichever faction prevails: they make more states and nothing else. */
  readonly unranked: readonly OptionId[];
  /** Ids of the actors who can move. */
  readonly deciders: readonly string[];
  /** Ids of those of them to whom all states are alike: nothing is said of what they want, or nothing that a state could change. */
  readonly indifferent: readonly string[];
  /** Ids of those who cannot, but have a wish. */
  readonly onlookers: readonly string[];
  /** Where things stand. */
  readonly today: TodayBrief;
  /** Where the course ends, the strongest pull first. */
  readonly ends: readonly EndOutcome[];
  /** Scenarios and named states that the course does not end in, the firmest first, of equally firm ones the most welcome. */
  readonly elsewhere: readonly OtherOutcome[];
  /** Of each who sees somebody otherwise than it is: what that changes today. */
  readonly misreadings: readonly Misreading[];
  /** What some could do together that each of them would gain by, the best first. */
  readonly together: readonly JointPlan[];
  /** Whether all pairs and trios were looked at; larger coalitions never are. */
  readonly togetherComplete: boolean;
  /** Where the course would end by another standard: those standards by which it ends elsewhere. */
  readonly otherwise: readonly Otherwise[];
  /** Where the course ends over all ways to settle what is open about wishes; null: nothing is open, or it was not looked at. */
  readonly worlds: PullOverWorlds | null;
  /** Where it would end if other factions prevailed; combinations by which it ends where it does are left out. */
  readonly factions: readonly OtherFactions[];
  /** How many combinations of factions there are, that of the model among them; they may be too many to look at. */
  readonly combinations: Count | Digits;
  /**
   * The cheapest change of what somebody wants, or of a rule, for a scenario that most would gain by; null: none is sought or found, or
   * the best joint step brings it about.
   */
  readonly change: SuggestedChange | null;
  /** The answer that would settle most of what is open; null: nothing is open. */
  readonly worthAsking: OpenQuestion | null;
  /** What was not looked at since there are too many states. */
  readonly leftOpen: LeftOpen;
  /** What the sources say and the model leaves out on purpose; missing where nothing is. */
  readonly leftOut?: readonly LeftOutBeside[];
  /** Where the course ends by how chance falls; missing: nothing is left to it. */
  readonly forks?: readonly ChanceFork[];
  /** What opens or closes next, soonest first; missing: nothing has a window that does. */
  readonly calendar?: readonly WindowChange[];
  /** What is so by itself from a day on, soonest first; missing: nothing is. */
  readonly deadlines?: readonly Deadline[];
  /** What all this rests on. */
  readonly rests: Rests;
}

/** What takes too long to be looked at with so many states. */
export interface LeftOpen {
  /** Whether no change of what somebody wants, or of a rule, was sought. */
  readonly change: boolean;
  /** Whether it was not looked for what would be worth finding out. */
  readonly asking: boolean;
  /** Whether joint steps were looked for only to states in which nobody has a better move. */
  readonly together: boolean;
  /** Whether it was not looked at what comes of it if what is open about wishes is settled otherwise. */
  readonly worlds: boolean;
  /** Whether it was not looked at what follows from somebody being seen otherwise than it is. */
  readonly misreadings: boolean;
  /** Standards whose course was not followed. */
  readonly standards: readonly Standard[];
  /** How many combinations of factions were not looked at. */
  readonly factions: Count | Digits;
  /** Ids of scenarios that nobody would leave in no state, and of which it was not looked at whether answers would hold one. */
  readonly scenarios: readonly string[];
}

/** The pull of a course, averaged over the worlds: the ways to settle what is `perhaps` or in no order. */
export interface PullOverWorlds {
  /** How many there are, in digits, those with the same rankings counted as often as they occur. */
  readonly count: Digits;
  /** How many were gone through. */
  readonly looked: Count;
  /** The seed by which they were drawn; null: all were gone through. */
  readonly seed: Integer | null;
  /** Where the courses end, the strongest pull first. */
  readonly ends: readonly BriefEnd[];
}

export interface TodayBrief {
  /** The state that is taken for the present one. */
  readonly state: StateShown;
  /** How many other states today may be. */
  readonly alternatives: Count;
  /** By which answers it is held: none, where nobody has a better move; null: it does not hold. */
  readonly hold: AnswerKind | null;
  /** Who would move, each by its best step that nothing undoes. */
  readonly steps: readonly Step[];
  /** Who has a better move and is held back, and by what. */
  readonly heldBack: readonly HeldBack[];
}

/** A better move that an answer undoes. */
export interface HeldBack {
  /** The best such move of the actor. */
  readonly step: Step;
  /** What the others would answer. */
  readonly answer: readonly Step[];
}

/** A state, or states that nobody tells apart, by which somebody gains or loses. */
export interface BriefOutcome {
  /** The state; of several the one that is reached in fewest steps. */
  readonly state: StateShown;
  /** What tells it from another outcome of the same name: options taken here and not there; empty: the name is enough. */
  readonly besides: readonly OptionId[];
  /** By actor, stakeholders included: against today, by its own ranking. */
  readonly against: Readonly<Record<string, 'better' | 'worse' | 'same'>>;
  /** By which answers it is held, by the firmest concept; null: it does not hold by the standard. */
  readonly hold: AnswerKind | null;
}

/** Where the course ends. */
export interface EndOutcome extends BriefOutcome {
  /** How many states it is that no wish and no scenario tells apart. */
  readonly variants: Count;
  /** How many states the course goes round in; 0: it stays. */
  readonly round: Count;
  /** Where it goes round: the steps of one way from the state told back to it; missing: it stays, or it is a long way. */
  readonly circle?: readonly Step[];
  /** The share of walks along the course that end here. */
  readonly pull: Proportion;
  /** Low and high of the share, at 95 %, where walks were drawn; null: it is exact. */
  readonly interval: readonly [Proportion, Proportion] | null;
  /** The shortest way there along the course, or of walks that were drawn; null: none of those told came here. */
  readonly way: readonly WayStep[] | null;
  /** How many of its first steps it has in common with the way to the first end. */
  readonly shared: Count;
  /** Who could do better there and is held back, and by what. */
  readonly heldBack: readonly HeldBack[];
}

export interface WayStep {
  /** The move that is made at this point. */
  readonly step: Step;
  /** Who would rather do something else at this point, after which the course does not come here any more. */
  readonly stoppedBy: readonly Step[];
}

/** A scenario or named state that the course does not end in. */
export interface OtherOutcome extends BriefOutcome {
  /** What other elements refer to it by. */
  readonly id: string;
  /** The scenario or state as people call it. */
  readonly label: string;
}

/** What a coalition could do that each of its members would gain by, and that ends in something that holds. */
export interface JointPlan extends BriefOutcome, JointMove {}

/** What comes today of an actor seeing others otherwise than they are. */
export interface Misreading {
  /** The id of the actor that is mistaken. */
  readonly actor: string;
  /** Ids of those it sees otherwise than they are. */
  readonly of: readonly string[];
  /** Whether today's state is possible in its eyes. */
  readonly recognises: boolean;
  /** What it would do today by its own game; null: nothing. */
  readonly asSeen: Step | null;
  /** What it would do if it saw them as they are; null: nothing. */
  readonly asIs: Step | null;
  /** Steps that others would take today and that it does not expect. */
  readonly unexpected: readonly Step[];
}

/** Where the course ends by another standard. */
export interface Otherwise {
  /** By what it is then judged whether a state holds, and which steps the course takes. */
  readonly standard: Standard;
  /** Where it ends, the strongest pull first. */
  readonly ends: readonly BriefEnd[];
}

/** Where it ends if other factions prevail. */
export interface OtherFactions {
  /** By actor, the faction that prevails instead. */
  readonly prevails: Readonly<Record<string, string>>;
  /** Where it ends, the strongest pull first. */
  readonly ends: readonly BriefEnd[];
}

/** Where the course ends if chance falls so. */
export interface ChanceFork {
  /** Ids of the chances that come about. */
  readonly comes: readonly OptionId[];
  /** Ids of those that do not. */
  readonly stays: readonly OptionId[];
  /** How likely that is, where each is given a figure and they are taken to be independent; null: not said. */
  readonly probability: Proportion | null;
  /** Where the course then ends, the strongest pull first. */
  readonly ends: readonly BriefEnd[];
}

export interface SuggestedChange {
  /** The id of the scenario that it would bring about. */
  readonly scenario: string;
  /** That scenario as people call it. */
  readonly label: string;
  /** What would have to change. */
  readonly moves: readonly MediationMove[];
  /** How many other changes of the same cost would do. */
  readonly others: Count;
}

/** What the model rests on, element by element. */
export interface Rests {
  /** What the elements that can have grounds rest on. */
  readonly elements: GroundsCounted;
  /** How many of the sources are cited. */
  readonly sources: Count;
  /** How many different passages are cited. */
  readonly passages: Count;
  /** How much of what is observed and said the model was held against. */
  readonly checks: Count;
  /** How much of that does not fit. */
  readonly misfits: Count;
}
