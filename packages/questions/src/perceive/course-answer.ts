import type { Count, OptionId } from '@standoff/model';
import type { Concept, CourseEnd, StateShown, Step } from '@standoff/situation';
import type { Attempt } from './own-moves.js';

/** Where the moves lead that actors have reason to make by their own games, and who is surprised on the way. */
export interface PerceivedCourse {
  /** The state that is taken for the present one. */
  readonly from: StateShown;
  /** The concepts under which things could stay as they are, in everybody's own game. */
  readonly concepts: readonly Concept[];
  /** The same where some do not recognise the present state, of those who do; empty where all do. */
  readonly standstill: readonly Concept[];
  /** Those under which things could stay as they are if everybody saw the true game. */
  readonly real: readonly Concept[];
  /** What is done first, each by its best step that nothing undoes in its own game; those that somebody does not expect first; at most as many as asked for. */
  readonly steps: readonly CourseStep[];
  /** How many first steps there are. */
  readonly stepCount: Count;
  /** States reached by any number of such steps, the present one not counted. */
  readonly states: Count;
  /** Where they end, the strongest pull first; at most as many as asked for. */
  readonly ends: readonly PerceivedEnd[];
  /** How many ends there are besides; missing: none. */
  readonly moreEnds?: Count;
  /** Where the course would end if everybody saw things as they are; at most as many as asked for. */
  readonly asIs: readonly CourseEnd[];
  /** For each actor asked about. */
  readonly surprises: readonly CourseSurprise[];
}

/** An end of what is done by own games: held by those, each in its own. */
export interface PerceivedEnd extends CourseEnd {
  /** Steps to the nearest state of it, one after the other. */
  readonly way: readonly Step[];
  /** Only where it stays though it does not hold: somebody does not recognise it, or what somebody would do cannot be done. */
  readonly stuck?: 'not recognised' | 'in vain';
}

export interface CourseStep extends Attempt {
  /** Those asked about to whom the step comes unexpectedly. */
  readonly unexpectedBy: readonly {
    /** The id of the actor. */
    readonly actor: string;
    /** Why it does not expect the step. */
    readonly why: Unexpected;
  }[];
}

/**
 * Why an actor does not expect a step. unknown option: it does not know what is done. thought
 * impossible: in its game there is no such move. thought no gain: in its game the one who moves does
 * not gain. thought undone: it gains, but what others would answer undoes it. thought second best: the
 * one who moves has something better to do. not recognised: it does not recognise the state that the step leaves.
 */
export interface Unexpected {
  /** Which of the reasons it is. */
  readonly kind:
    | 'unknown option'
    | 'thought impossible'
    | 'thought no gain'
    | 'thought undone'
    | 'thought second best'
    | 'not recognised';
  /** The options it does not know. */
  readonly unknown: readonly OptionId[];
  /** The constraints it believes in that the step would break. */
  readonly breaks: readonly string[];
  /** Why the one who moves would not gain, in the words of the preferences it is taken to have. */
  readonly because: string | null;
}

export interface CourseSurprise {
  /** The id of the actor. */
  readonly actor: string;
  /** How many of the first steps it does not expect. */
  readonly unexpected: Count;
  /** The shortest way to a step it does not expect, that step last; null: none on the course. */
  readonly first: {
    /** The steps, one after the other. */
    readonly steps: readonly Step[];
    /** Why it does not expect the last of them. */
    readonly why: Unexpected;
  } | null;
  /** First steps of others that it expects and that those have no reason to make; at most as many as asked for. */
  readonly inVain: readonly {
    /** The step that it expects. */
    readonly step: Step;
    /** Why it expects the step, in words. */
    readonly because: string;
  }[];
  /** How many such steps there are. */
  readonly inVainCount: Count;
}
