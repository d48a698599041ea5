import type { Count } from '@standoff/model';
import type { ResponseConcept, Sought } from '@standoff/engine';
import type { MediationCosts, MediationMove } from './moves.js';
import type {
  Turned,
  Concept,
  Path,
  SituationShown,
  StabilityKind,
  StateShown,
  Step,
} from '@standoff/situation';

/** The answer of `standoff mediate --json`: what would have to change for something wished to hold. */
export interface MediateResult {
  /** The form of this JSON and its version. */
  readonly schema: 'standoff/mediate/2';
  /** The situation that was asked. */
  readonly situation: SituationShown;
  /** What is to be brought about. */
  readonly goal: Goal;
  /** The concept by which states are judged. */
  readonly concept: ResponseConcept;
  /** How a state of the goal has to be reachable from today's; null: it need not be. */
  readonly reach: Sought['reach'];
  /** What each kind of change costs. */
  readonly costs: MediationCosts;
  /** Why no change can bring it about; null where that cannot be said. */
  readonly impossible: 'no state' | 'not reachable' | null;
  /**
   * What is in the way as things are: who would leave, and how, the state that the first plan is for,
   * or where there is no plan the nearest state of the goal.
   */
  readonly inTheWay: readonly Departure[];
  /** What the least costly changes cost; null: none found. 0: none are needed. */
  readonly cheapest: Count | null;
  /** Nothing below this cost does, among all changes considered. */
  readonly nothingBelow: Count;
  /** Where the search was cut short; null: all was looked at that was asked for. */
  readonly cutShort: CutShort | null;
  /**
   * Plans that were set aside, since on every way there a step of another harms somebody whom the goal is meant to
   * win; null: none was.
   */
  readonly setAside: SetAside | null;
  /** How much was looked at. */
  readonly considered: Considered;
  /** The least costly first; none contains another. */
  readonly plans: readonly Plan[];
  /** Of the same cost as the last and not told. */
  readonly more: Count;
}

export interface Goal {
  /** As it was asked for. */
  readonly text: string;
  /** Whether none was asked for, and this is the scenario that most would gain by. */
  readonly picked: boolean;
  /** Where it was picked against where the course ends and not against today, that end; missing: it was not. */
  readonly betterThan?: StateShown;
  /** How many states it holds in. */
  readonly states: Count;
  /** How many of them would hold, could be reached, and both, as things are. */
  readonly holding: Count;
  /** How many of them could be reached, as things are. */
  readonly reached: Count;
  /** How many would hold and could be reached, as things are. */
  readonly both: Count;
  /** Where there is no state: the smallest set of constraints that rules it out, as written. */
  readonly ruledOutBy: readonly string[];
}

export interface Departure {
  /** The state that somebody would leave. */
  readonly state: StateShown;
  /** The move by which it would be left. */
  readonly step: Step;
}

export interface CutShort {
  /** Changes of this cost were not all looked at, and none that cost more. */
  readonly at: Count;
  /** Which limit was reached. */
  readonly by: 'memory' | 'steps';
}

/** Plans set aside for what they do on the way. */
export interface SetAside {
  /** How many ways to a state of the goal there were of them. */
  readonly plans: Count;
  /** A step of one of them that harms. */
  readonly example: {
    /** The step. */
    readonly step: Step;
    /** Ids of those whom it puts below today, by their own ranking, in a state that they could answer. */
    readonly harms: readonly string[];
  };
}

export interface Considered {
  /** Changed models that were looked at, one by one; the others were excluded by the reasons they fail for. */
  readonly models: Count;
  /**
   * By decision maker: rankings that it could be given for at most what was spent on plans; where its
   * preference is no list of statements, of these only as many as reasons for failing asked for.
   */
  readonly rankings: Readonly<Record<string, Count>>;
  /** How many rules could be added that today’s state does not break already. */
  readonly rules: Count;
  /** Coalitions of two and more that were looked at for what they could do together, the smallest first. */
  readonly coalitions: Count;
  /** How many of them there are. */
  readonly allCoalitions: Count;
}

/** Changes under which a state of the goal would hold and can be reached. */
export interface Plan {
  /** What its changes cost together. */
  readonly cost: Count;
  /** Its changes. */
  readonly moves: readonly MediationMove[];
  /** Of the states of the goal that the changes bring about the nearest, and the others. */
  readonly state: StateShown;
  /** The other states of the goal that the changes bring about. */
  readonly also: readonly StateShown[];
  /** The concepts under which it would then hold, and why each decision maker would stay. */
  readonly concepts: readonly Concept[];
  /** By decision maker, why it would stay. */
  readonly kinds: Readonly<Record<string, StabilityKind>>;
  /** How it would then be reached from today's. */
  readonly path: Path | null;
  /** Against today, by the preferences as they are now. */
  readonly against: Readonly<Record<string, 'better' | 'worse' | 'same'>>;
  /** What else would be different. */
  readonly sideEffects: Turned;
}
