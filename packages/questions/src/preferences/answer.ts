import type { Count } from '@standoff/model';
import type { SituationShown, StateShown } from '@standoff/situation';

/** The answer of `standoff preferences --json`: how each actor ranks the states. */
export interface PreferencesResult {
  /** The form of this JSON and its version. */
  readonly schema: 'standoff/preferences/2';
  /** The situation that was asked. */
  readonly situation: SituationShown;
  /** How many states each of them ranks. */
  readonly feasible: Count;
  /** Actor by actor: faction by faction where it has factions, then as others take it to be. */
  readonly rankings: readonly RankingShown[];
}

export interface RankingShown {
  /** The id of the actor. */
  readonly actor: string;
  /** The id of the faction whose ranking it is; null: the actor has none, or it is a picture of it. */
  readonly faction: string | null;
  /** The id of the actor that takes it to be so; null: it is so. */
  readonly seenBy: string | null;
  /** Whether it is the one that verdicts rest on. */
  readonly counts: boolean;
  /** How many levels of equally good states it has. */
  readonly levels: Count;
  /** In which of them today's state is, the best being 1. */
  readonly today: Count;
  /** At most so many levels as asked for, the best first. */
  readonly best: readonly LevelShown[];
}

/** States that are equally good for an actor. */
export interface LevelShown {
  /** How many states. */
  readonly count: Count;
  /** Some of them, today's first. */
  readonly states: readonly StateShown[];
  /** Why they are better than those of the next level, in words; null: it is the last. */
  readonly because: string | null;
}
