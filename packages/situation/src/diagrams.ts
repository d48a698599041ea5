import type { Edge, LargeStates, SymbolicGame } from '@standoff/engine';
import type { ConflictModel } from '@standoff/model';
import type { Lowering } from './lowering.js';
import type { States, StateSet } from './states.js';

/** Sets of states as decision diagrams, for what asks the diagrams themselves. */
export interface Diagrams extends States {
  readonly model: ConflictModel;
  readonly lowering: Lowering;
  readonly large: LargeStates;
  readonly game: SymbolicGame;
  /** A diagram as a set, and the diagram of a set. */
  set(edge: Edge): StateSet;
  edge(set: StateSet): Edge;
  /** Asks the diagrams, once more after tidying up where there was no room. */
  ask<T>(question: (game: SymbolicGame) => T): T;
}
