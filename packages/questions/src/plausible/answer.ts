import type { Evidence, Extreme } from '@standoff/model';
import type { ReplayedStep } from '../replay/answer.js';
import type { SituationShown, Standard, Step } from '@standoff/situation';

/** The answer of `standoff plausible --json`: where what is observed does not fit the model. */
export interface PlausibleResult {
  /** The form of this JSON and its version. */
  readonly schema: 'standoff/plausible/2';
  /** The situation that was asked. */
  readonly situation: SituationShown;
  /** By what it is judged whether who has not moved would stay. */
  readonly standard: Standard;
  /** What was looked at, one by one. */
  readonly checks: readonly PlausibleCheck[];
}

/** What was looked at, and what was found. */
export type PlausibleCheck = LookedAt &
  (
    | {
        /** Whoever has not moved in the status quo should stay there, by the standard. */
        readonly kind: 'stays';
      }
    | {
        /** What an actor did should have been an improvement for it. */
        readonly kind: 'moved';
        /** What it made of matters, for who did it. */
        readonly change: ReplayedStep['change'];
        /** Why, in the words of its preferences. */
        readonly because: string;
      }
    | {
        /** What happened should be possible. */
        readonly kind: 'possible';
        /** The constraints against which it is, as written; none: it is no move that the model allows. */
        readonly breaks: readonly string[];
      }
    | {
        /** What is said to be worst or best should be. */
        readonly kind: 'extreme';
        /** Which of the two it is said to be. */
        readonly extreme: Extreme['kind'];
      }
    | {
        /** An option should be one that its owner has a reason to change in some state. */
        readonly kind: 'used';
      }
    | {
        /** Nobody should stand beyond a red line of its own. */
        readonly kind: 'line';
        /** The line, by its label, or as written. */
        readonly line: string;
      }
  );

interface LookedAt {
  /** An actor, an event, a scenario or an option, by id. */
  readonly about: string;
  /** The id of the actor concerned; null: none in particular. */
  readonly actor: string | null;
  /**
   * Whether the model agrees; null: that was not decided, which only happens where the states are too
   * many to be listed.
   */
  readonly fits: boolean | null;
  /** What shows it: the improvement that nothing deters, the step that was none. */
  readonly step: Step | null;
  /** After the date of the model: it tests it, but was not known when it was made. */
  readonly later: boolean;
  /** The passages that it rests on. */
  readonly evidence: readonly Evidence[];
}
