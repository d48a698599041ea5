import type { Grounded, PartialDate } from './grounded.js';
import type { Proportion } from './numbers.js';
import type { OptionId } from './proposition.js';

/** The owner of what is left to chance; no actor has this id then. */
export const CHANCE = 'chance';

/** The owner of the states of a graph; no actor has this id then. */
export const GRAPH = 'graph';

export type Direction = 'both' | 'forward' | 'back';

export interface Option extends Grounded {
  /** What other elements refer to it by: the id of the actor, a dot, the name. */
  readonly id: OptionId;
  /** Within the actor: "suspend". */
  readonly name: string;
  /** As people call it. */
  readonly label: string;
  /** The id of the actor whose option it is; `chance` or `graph` where it is nobody’s. */
  readonly owner: string;
  /** forward: it can only be taken. back: it can only be given up. */
  readonly direction: Direction;
  /** Whether it is taken in the status quo. */
  readonly initially: 'taken' | 'open' | 'unknown';
  /** The change takes long. Does not alter stability. */
  readonly slow: boolean;
  /** Set on a consent option: the agreement it consents to. */
  readonly agreement: string | null;
  /** Set on the option that stands for another having been given up for good; missing elsewhere. */
  readonly historyOf?: OptionId;
  /** Set on what is nobody’s option, but left to chance. */
  readonly chance?: Chance;
  /** Set on what is nobody’s option, but one of the states of a graph; missing elsewhere. */
  readonly inGraph?: true;
  /** When it can be changed; missing: at any time. */
  readonly window?: Window;
}

/** What nobody decides. */
export interface Chance {
  /** How likely it is to come about, from 0 to 1; null: not said. */
  readonly probability: Proportion | null;
}

/** The days on which an option can be taken up or given up, the first and the last included. */
export interface Window {
  /** The first of them; null: there is none. */
  readonly from: PartialDate | null;
  /** The last of them; null: there is none. */
  readonly until: PartialDate | null;
}

/** That an option is taken, or is not. */
export interface OptionLiteral {
  /** The id of the option. */
  readonly option: OptionId;
  /** Whether the option is taken. */
  readonly taken: boolean;
}
