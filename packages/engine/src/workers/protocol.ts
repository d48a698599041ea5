import type { StabilityConcept, Verdicts } from '../concepts.js';
import type { RankedBlocks } from '../dense/order.js';
import type { EngineErrorCode } from '../errors.js';
import type { GameData } from './game-data.js';

/** One end of a line to a worker; Node's workers and browsers' ones are both easily made into one. */
export interface Port {
  post(message: unknown): void;
  /** What to call with each message that comes in. */
  listen(handle: (message: unknown) => void): void;
}

/** A piece of work that one worker does at a time. */
export type Task =
  /** Sort a decision maker's blocks into shared memory. */
  | { readonly kind: 'sort'; readonly mover: number }
  | {
      readonly kind: 'judge';
      readonly mover: number;
      readonly concepts: readonly StabilityConcept[];
    };

export type ToWorker =
  | {
      readonly kind: 'game';
      readonly game: GameData;
      /** Shared memory for sorted blocks, by decision maker; null: everybody sorts for himself. */
      readonly blocks: readonly RankedBlocks[] | null;
    }
  | (Task & { readonly id: number });

export type FromWorker =
  | { readonly kind: 'progress'; readonly id: number; readonly done: number }
  | { readonly kind: 'done'; readonly id: number; readonly verdicts: readonly Verdicts[] }
  | {
      readonly kind: 'failed';
      readonly id: number;
      readonly code: EngineErrorCode | null;
      readonly message: string;
    };
