import fc from 'fast-check';
import { expect } from 'vitest';
import { SymbolicGame, type Edge, type LargeModel, type LargePath } from '../src/index.js';
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
  // Nothing but feasible states, too.
  expect(game.count(set)).toBe(BigInt(found.length));
  return found;
}

export function expectPath(
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
  // Looked at together: an expectation for each step of each path would take most of the time.
  const wrong: unknown[] = [];
  if (!starts.includes(at)) wrong.push(['starts elsewhere', at]);
  path!.forEach((step, k) => {
    if (step.from !== at) wrong.push(['does not go on from where it was', at, step]);
    const permitted = improving
      ? definitions.improvements(step.mover, index(step.from))
      : definitions.R(step.mover, index(step.from));
    if (!permitted.has(index(step.to))) wrong.push(['not permitted', step]);
    if (k > 0 && model.disallowed.length > 0 && step.mover === path![k - 1].mover)
      wrong.push(['the same mover twice running', step]);
    at = step.to;
  });
  if (at !== BigInt(to)) wrong.push(['ends elsewhere', at, to]);
  expect(wrong).toEqual([]);
}
