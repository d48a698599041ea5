import type { Count, OptionId } from '@standoff/model';
import type { StateName, Step } from './result.js';

/**
 * Two decision makers looking ahead; the number says how many moves, 1 to 99.
 * @pattern ^(L[1-9][0-9]?|NonMyopic|Stackelberg|Maximin[1-9][0-9]?)$
 */
export type ForesightConcept = `L${number}` | 'NonMyopic' | 'Stackelberg' | `Maximin${number}`;

/** The concepts of looking ahead, for a list of choices. */
export const FORESIGHT_CONCEPTS = 'L1 to L99, NonMyopic, Stackelberg, Maximin1 to Maximin99';

/** "L3", "NonMyopic", "Stackelberg", "Maximin3" in any case; null for anything else. */
export function foresightConcept(text: string): ForesightConcept | null {
  const lower = text.toLowerCase();
  if (lower === 'nonmyopic') return 'NonMyopic';
  if (lower === 'stackelberg') return 'Stackelberg';
  const match = /^(l|maximin)([1-9]\d?)$/.exec(lower);
  if (!match) return null;
  const horizon = Number(match[2]);
  return match[1] === 'l' ? `L${horizon}` : `Maximin${horizon}`;
}

/** What would hold if both decision makers looked several moves ahead. */
export interface ForesightResult {
  readonly concept: ForesightConcept;
  /** Stackelberg: the actor that leads; there is an entry for either. Null for other concepts. */
  readonly leader: string | null;
  /** Whether the definition has not been checked against its publication. */
  readonly experimental: boolean;
  /** How many states are stable for both. */
  readonly count: Count;
  /** These states, those nearest to today first; at most as many as asked for. */
  readonly equilibria: readonly ForesightStateResult[];
  readonly statusQuo: ForesightStateResult;
  /** With `stability`: every feasible state. */
  readonly states?: readonly ForesightStateResult[];
}

export interface ForesightStateResult {
  readonly taken: readonly OptionId[];
  readonly name: StateName;
  readonly stable: Readonly<Record<string, boolean>>;
  /**
   * Whether indifference leaves open what is anticipated. Of equally good moves the one to the state
   * with the lowest number is then assumed, and the verdict may depend on that.
   */
  readonly tieDependent: Readonly<Record<string, boolean>>;
}

/** Why an actor that looks ahead stays in a state or leaves it. */
export interface ForesightExplanationResult {
  readonly concept: ForesightConcept;
  readonly experimental: boolean;
  readonly actor: string;
  /** Stackelberg: which of the two it is taken to be. Null for other concepts and stakeholders. */
  readonly role: 'leader' | 'follower' | null;
  readonly state: { readonly taken: readonly OptionId[]; readonly name: StateName };
  readonly stable: boolean;
  /** How many moves the actor has here. */
  readonly moves: Count;
  /** How many moves are looked ahead in the line. */
  readonly horizon: Count;
  /** NonMyopic: from which horizon on, and after how many moves more, the same is anticipated. */
  readonly repeats: { readonly from: Count; readonly period: Count } | null;
  /** What its best move is expected to lead to, beginning with that move; empty: it has none. */
  readonly line: readonly Step[];
  readonly end: { readonly taken: readonly OptionId[]; readonly name: StateName };
  /** The end of the line for the actor, compared with the state. Stable: not better. */
  readonly compared: 'better' | 'same' | 'worse';
  readonly because: string;
  readonly tieDependent: boolean;
}
