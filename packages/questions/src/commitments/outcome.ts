import type { Count, Digits, Proposition } from '@standoff/model';
import {
  countOf,
  type Situation,
  type State,
  type StateSet,
  type StateShown,
  type Step,
} from '@standoff/situation';
import type { Nearest } from './nearest.js';

/** What is promised though others help to bring it about: whether it would come of it, and who could break it. */
export interface PromisedOutcome {
  /** States that would hold, by the standard, and in which it is due. */
  readonly due: Count | Digits;
  /** In how many of them it is so. */
  readonly kept: Count | Digits;
  /** Who else can break it by a step of its own, those that would rather do so first; nobody else can. */
  readonly breakers: readonly Breaker[];
}

export interface Breaker {
  /** The id of the actor. */
  readonly actor: string;
  /** In how many of the states in which it is due and so, one step of the actor breaks it. */
  readonly could: Count | Digits;
  /** In how many of them that step is better for the actor. */
  readonly would: Count | Digits;
  /** The nearest of these states, or else of those in which it could. */
  readonly state: StateShown;
  /** The step that breaks it there, the best of them for the actor. */
  readonly step: Step;
}

/** What holds by the standard, and what is near by the course. */
export interface AsThingsStand {
  readonly holding: StateSet;
  readonly nearest: Nearest;
}

/** Whether the outcome would come about, and who besides the giver could break it. Ours. */
export function outcomeOf(
  { states, deciders }: Situation,
  giver: string,
  content: Proposition,
  when: Proposition | null,
  { holding, nearest }: AsThingsStand,
): PromisedOutcome {
  const due = when ? states.where(when) : states.all;
  const kept = due.and(states.where(content));
  const broken = due.minus(kept);
  const bestOf = (actor: string, state: State, into: StateSet): State =>
    states
      .moves(actor, state)
      .filter((to) => into.has(to))
      .reduce((best, to) => (states.compare(actor, to, best) > 0 ? to : best));
  const breakers = deciders
    .filter(({ id }) => id !== giver)
    .flatMap(({ id }): Breaker[] => {
      const could = kept.and(states.leading(id, broken, false));
      if (could.isEmpty) return [];
      const would = kept.and(states.leading(id, broken, true));
      const state = nearest.in(would.isEmpty ? could : would)!;
      return [
        {
          actor: id,
          could: countOf(could.count),
          would: countOf(would.count),
          state: states.shown(state),
          step: states.steps([{ actor: id, from: state, to: bestOf(id, state, broken) }])[0],
        },
      ];
    });
  return {
    due: countOf(due.and(holding).count),
    kept: countOf(kept.and(holding).count),
    breakers: breakers.sort(
      (a, b) => Number(b.would !== 0) - Number(a.would !== 0) || Number(b.could) - Number(a.could),
    ),
  };
}
