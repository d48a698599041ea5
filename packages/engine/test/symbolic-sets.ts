import fc from 'fast-check';
import { SymbolicGame, type Edge, type LargeModel, type LargePath } from '../src/index.js';
import type { Differences } from './differences.js';
import type { Definitions } from './oracle.js';
import { largeModel, statesOf } from './symbolic-models.js';

// The symbolic kernels, and the exploration on the fly, against the definitions read literally.

// Mostly of few options: each more takes four times as long.
export const small = largeModel(
  fc.oneof(
    { weight: 15, arbitrary: fc.integer({ min: 1, max: 4 }) },
    { weight: 1, arbitrary: fc.constant(5) },
  ),
);

/** The indexes of the states in the set. */
export function members(game: SymbolicGame, set: Edge, states: readonly number[]): number[] {
  const found = states.flatMap((code, s) => (game.has(set, BigInt(code)) ? [s] : []));
  if (game.count(set) !== BigInt(found.length))
    throw new Error('The set has states that are not feasible.');
  return found;
}

/** Adds what is wrong with a path: where it starts, each of its steps, where it ends. */
export function comparePath(
  differences: Differences,
  model: LargeModel,
  definitions: Definitions,
  path: LargePath | null,
  starts: readonly bigint[],
  to: number,
  improving: boolean,
): void {
  const states = statesOf(model);
  const index = (code: bigint): number => states.indexOf(Number(code));
  let at = path!.length > 0 ? path![0].from : BigInt(to);
  const wrong: unknown[] = [];
  if (!starts.includes(at)) wrong.push(['starts elsewhere', String(at)]);
  path!.forEach((step, k) => {
    if (step.from !== at) wrong.push(['does not go on from where it was', k]);
    const permitted = improving
      ? definitions.improvements(step.mover, index(step.from))
      : definitions.R(step.mover, index(step.from));
    if (!permitted.has(index(step.to))) wrong.push(['not permitted', k]);
    if (k > 0 && model.disallowed.length > 0 && step.mover === path![k - 1].mover)
      wrong.push(['the same mover twice running', k]);
    at = step.to;
  });
  if (at !== BigInt(to)) wrong.push(['ends elsewhere', String(at), to]);
  differences.add(`the steps of a path to ${to}`, wrong, []);
}
