import { EngineError } from '../errors.js';
import { expectMover, expectWhole } from '../validate.js';

/** Decision makers acting together: their numbers, ascending, each once, at least one. */
export type Coalition = readonly number[];

/** The most coalitions looked at in one go: all of twelve decision makers. */
export const MAX_COALITIONS = 4095;

/**
 * The members as a coalition, in order.
 * @throws EngineError 'bad-argument' for no member, one named twice, or one that there is not.
 */
export function coalitionOf(
  game: { readonly movers: number },
  members: readonly number[],
): Coalition {
  if (members.length === 0)
    throw new EngineError('bad-argument', 'the coalition is empty; name at least one member');
  for (const member of members) expectMover(game, member);
  const sorted = [...members].sort((a, b) => a - b);
  const twice = sorted.find((member, k) => sorted[k + 1] === member);
  if (twice !== undefined)
    throw new EngineError(
      'bad-argument',
      `decision maker ${twice} is in the coalition twice; name each member once`,
    );
  return sorted;
}

/**
 * All coalitions of at most `size` members, the smaller ones first.
 * @throws EngineError 'too-many-coalitions' beyond `MAX_COALITIONS`; 'bad-argument' for a size below 1.
 */
export function coalitionsUpTo(movers: number, size = movers): Coalition[] {
  expectWhole('the number of decision makers', movers, 0, 2 ** 31 - 1);
  if (movers === 0) return [];
  expectWhole('the size of the largest coalition', size, 1, Infinity);
  let needed = 0;
  let choices = 1;
  for (let k = 1; k <= Math.min(size, movers); k++) {
    choices *= (movers - k + 1) / k;
    needed += choices;
  }
  needed = Math.round(needed);
  if (needed > MAX_COALITIONS)
    throw new EngineError(
      'too-many-coalitions',
      `${movers} decision makers form ${needed} coalitions of at most ${Math.min(size, movers)} members; at most ${MAX_COALITIONS} are looked at: ask for smaller ones, or for those that matter`,
      { needed, allowed: MAX_COALITIONS },
    );
  const all: number[][] = [];
  let last: number[][] = [[]];
  for (let k = 1; k <= Math.min(size, movers); k++) {
    last = last.flatMap((members) => {
      const from = members.length === 0 ? 0 : members[members.length - 1] + 1;
      return Array.from({ length: movers - from }, (_, j) => [...members, from + j]);
    });
    all.push(...last);
  }
  return all;
}

/**
 * The blocks as a partition: every decision maker in exactly one.
 * @throws EngineError 'bad-argument' for an empty block, and for a decision maker that is in none, in
 *   two, twice in one, or not in the model.
 */
export function partitionOf(
  game: { readonly movers: number },
  blocks: readonly (readonly number[])[],
): Coalition[] {
  const blockOf = new Map<number, number>();
  const sorted = blocks.map((block, b) => {
    if (block.length === 0)
      throw new EngineError('bad-argument', `block ${b} of the partition is empty; leave it out`);
    for (const member of block) {
      expectMover(game, member);
      const other = blockOf.get(member);
      if (other !== undefined)
        throw new EngineError(
          'bad-argument',
          other === b
            ? `decision maker ${member} is twice in block ${b} of the partition; name it once`
            : `decision maker ${member} is in the blocks ${other} and ${b} of the partition; leave it in one`,
        );
      blockOf.set(member, b);
    }
    return [...block].sort((x, y) => x - y);
  });
  for (let mover = 0; mover < game.movers; mover++)
    if (!blockOf.has(mover))
      throw new EngineError(
        'bad-argument',
        `decision maker ${mover} is in no block of the partition; add it to one, or as a block of its own`,
      );
  return sorted;
}
