import {
  CONCEPTS,
  EngineError,
  enumerateStates,
  memoryNeeded,
  type StateSpace,
} from '@standoff/engine';
import type { ConflictModel } from '@standoff/model';
import { AnalysisError } from './errors.js';
import { Lowering } from './lowering.js';
import { WITHOUT_LIST } from './without-list.js';

/**
 * The feasible states.
 * @throws AnalysisError 'too-large' where they, and what is worked out of them, take more memory than is allowed.
 */
export function statesOf(
  model: ConflictModel,
  lowering: Lowering,
  memory: number,
  workers: number,
): StateSpace {
  const options = model.options.length;
  const demand = demandOf(model, workers);
  try {
    // As many states as fit; what else has to fit is known when they are counted.
    const space = enumerateStates(
      options,
      model.constraints.map(({ must }) => lowering.formula(must)),
      Math.max(1, mostWithin(memory, demand)),
    );
    if (demand(space.size) <= memory) return space;
    throw tooManyStates(space.size, demand(space.size), memory);
  } catch (error) {
    if (!(error instanceof EngineError) || !error.limit) throw error;
    const { needed } = error.limit;
    if (error.code === 'too-many-options')
      throw new AnalysisError(
        'too-large',
        `${options} options make ${needed.toPrecision(2)} states; the states of more than 30 options cannot be listed`,
        `${WITHOUT_LIST} answer what can be answered without listing them`,
      );
    throw tooManyStates(needed, demand(needed), memory);
  }
}

/** Bytes by the number of states. */
export function demandOf(model: ConflictModel, workers: number): (states: number) => number {
  return (states) =>
    memoryNeeded({
      options: model.options.length,
      states,
      owned: model.actors.flatMap((actor) => actor.options.length || []),
      rankings: model.actors.length,
      concepts: CONCEPTS.length,
      workers,
    });
}

function tooManyStates(states: number, needed: number, allowed: number): AnalysisError {
  return new AnalysisError(
    'too-large',
    `about ${count(states)} feasible states need about ${gigabytes(needed)}; ${gigabytes(allowed)} is allowed`,
    'allow more with --memory, or add the constraints that rule out what cannot be',
  );
}

/** The largest number of states, up to 2^30, whose demand is within the memory: demand grows with states. */
function mostWithin(memory: number, demand: (states: number) => number): number {
  let low = 0;
  let high = 2 ** 30;
  while (low < high) {
    const middle = Math.ceil((low + high) / 2);
    if (demand(middle) <= memory) low = middle;
    else high = middle - 1;
  }
  return low;
}

function gigabytes(bytes: number): string {
  const gb = bytes / 1024 ** 3;
  return gb >= 0.1 ? `${gb.toPrecision(2)} GB` : `${Math.ceil(bytes / 1024 ** 2)} MB`;
}

/** In words, about. */
export function count(n: number): string {
  return n >= 1e6 ? `${(n / 1e6).toPrecision(2)} million` : `${Math.round(n)}`;
}
