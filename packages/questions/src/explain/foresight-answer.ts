import {
  FORESIGHT_CODES,
  FORESIGHT_DEFINITIONS,
  type ForesightCode,
  type ForesightConcept,
} from '@standoff/engine';
import type { Count, OptionId } from '@standoff/model';
import type { StateName, Step } from '@standoff/situation';

/** The concepts of looking ahead, for a list of choices. */
export const FORESIGHT_CHOICES = FORESIGHT_CODES.map((code) =>
  FORESIGHT_DEFINITIONS[code].horizon ? `${code}1 to ${code}99` : code,
).join(', ');

/** "L3", "NonMyopic", "Stackelberg", "Maximin3" in any case; null for anything else. */
export function foresightConcept(text: string): ForesightConcept | null {
  const read = foresightRead(text);
  return read && (`${read.code}${read.horizon ?? ''}` as ForesightConcept);
}

/** The definition asked for and how many moves are looked ahead, where it takes a number. */
export function foresightRead(
  text: string,
): { readonly code: ForesightCode; readonly horizon: number | null } | null {
  const [, name, moves] = /^([a-z]+?)([1-9]\d?)?$/i.exec(text) ?? [];
  const code = FORESIGHT_CODES.find((one) => one.toLowerCase() === name?.toLowerCase());
  if (code === undefined || FORESIGHT_DEFINITIONS[code].horizon !== (moves !== undefined))
    return null;
  return { code, horizon: moves === undefined ? null : Number(moves) };
}

/** What would hold if both decision makers looked several moves ahead. */
export interface ForesightResult {
  /** The concept of looking ahead. */
  readonly concept: ForesightConcept;
  /** Stackelberg: the actor that leads; there is an entry for either. Null for other concepts. */
  readonly leader: string | null;
  /** Whether the definition has not been checked against its publication. */
  readonly experimental: boolean;
  /** How many states are stable for both. */
  readonly count: Count;
  /** These states, those nearest to today first; at most as many as asked for. */
  readonly equilibria: readonly ForesightStateResult[];
  /** Where things stand. */
  readonly statusQuo: ForesightStateResult;
  /** With `stability`: every feasible state. */
  readonly states?: readonly ForesightStateResult[];
}

export interface ForesightStateResult {
  /** Ids of the options taken in it, sorted. */
  readonly taken: readonly OptionId[];
  /** How the state is told to people. */
  readonly name: StateName;
  /** By decision maker, whether it has reason to stay. */
  readonly stable: Readonly<Record<string, boolean>>;
  /**
   * Whether indifference leaves open what is anticipated. Of equally good moves the one to the state
   * with the lowest number is then assumed, and the verdict may depend on that.
   */
  readonly tieDependent: Readonly<Record<string, boolean>>;
}

/** Why an actor that looks ahead stays in a state or leaves it. */
export interface ForesightExplanationResult {
  /** The concept of looking ahead. */
  readonly concept: ForesightConcept;
  /** Whether the definition has not been checked against its publication. */
  readonly experimental: boolean;
  /** The id of the actor. */
  readonly actor: string;
  /** Stackelberg: which of the two it is taken to be. Null for other concepts and stakeholders. */
  readonly role: 'leader' | 'follower' | null;
  /** The state asked about. */
  readonly state: {
    /** Ids of the options taken in it, sorted. */
    readonly taken: readonly OptionId[];
    /** How the state is told to people. */
    readonly name: StateName;
  };
  /** Whether the actor has reason to stay. */
  readonly stable: boolean;
  /** How many moves the actor has here. */
  readonly moves: Count;
  /** How many moves are looked ahead in the line. */
  readonly horizon: Count;
  /** NonMyopic: from which horizon on, and after how many moves more, the same is anticipated. */
  readonly repeats: {
    /** The horizon from which on the same is anticipated. */
    readonly from: Count;
    /** After how many moves more it is. */
    readonly period: Count;
  } | null;
  /** What its best move is expected to lead to, beginning with that move; empty: it has none. */
  readonly line: readonly Step[];
  /** Where the line ends. */
  readonly end: {
    /** Ids of the options taken in it, sorted. */
    readonly taken: readonly OptionId[];
    /** How the state is told to people. */
    readonly name: StateName;
  };
  /** The end of the line for the actor, compared with the state. Stable: not better. */
  readonly compared: 'better' | 'same' | 'worse';
  /** Why it is better, the same or worse, in words. */
  readonly because: string;
  /** Whether indifference leaves open what is anticipated. */
  readonly tieDependent: boolean;
}
