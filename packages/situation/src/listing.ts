import type { Game, Ranks, StateSpace, TruthTable } from '@standoff/engine';
import type { Actor, ConflictModel, OptionId } from '@standoff/model';
import type { Lowering } from './lowering.js';
import type { Merging } from './merging.js';

/** A model with its states, moves and rankings worked out. */
export interface Listing {
  readonly model: ConflictModel;
  readonly lowering: Lowering;
  /** Option ids in alphabetical order, with their bits. */
  readonly sortedOptions: readonly { readonly id: OptionId; readonly bit: number }[];
  readonly space: StateSpace;
  readonly truth: TruthTable;
  /** How the states came to be fewer; null: none are one. */
  readonly merging: Merging | null;
  /** The decision makers, in the order of the movers of the game. */
  readonly deciders: readonly Actor[];
  readonly game: Game;
  /** By actor id, stakeholders included. */
  readonly ranks: ReadonlyMap<string, Ranks>;
  /** Indexes of the states that the status quo may be; more than one where options are unknown. */
  readonly statusQuo: readonly number[];
  /** Bytes that may be taken in all, and what states, moves and verdicts leave of them. */
  readonly memory: number;
  readonly room: number;
}

/** The option ids taken in a state, sorted. */
export function takenIn(listing: Listing, state: number): OptionId[] {
  return optionsIn(listing, listing.space.codes[state]);
}

/** The option ids whose bits are set, sorted. */
export function optionsIn({ sortedOptions }: Listing, bits: number): OptionId[] {
  const ids: OptionId[] = [];
  for (const { id, bit } of sortedOptions) if ((bits & bit) !== 0) ids.push(id);
  return ids;
}

/** The code of a set of options. */
export function codeOf(model: ConflictModel, taken: ReadonlySet<OptionId>): number {
  return model.options.reduce(
    (code, { id }, k) => (taken.has(id) ? (code | (1 << k)) >>> 0 : code),
    0,
  );
}
