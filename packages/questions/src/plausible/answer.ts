import type { Evidence } from '@standoff/model';
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

export interface PlausibleCheck {
  /**
   * stays: whoever has not moved in the status quo would stay there, by the standard. moved: what an actor did
   * should have been an improvement for it. possible: what happened should be possible. extreme: what
   * is said to be worst or best should be. used: an option should be one that its owner has a reason to
   * change in some state. line: nobody should stand beyond a red line of its own.
   */
  readonly kind: 'stays' | 'moved' | 'possible' | 'extreme' | 'used' | 'line';
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
  /** What was looked at, in a few words. */
  readonly text: string;
  /** After the date of the model: it tests it, but was not known when it was made. */
  readonly later: boolean;
  /** The passages that it rests on. */
  readonly evidence: readonly Evidence[];
}
