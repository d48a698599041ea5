import { inTerminal, note, type Block } from '@standoff/document';
import type { Concept } from '@standoff/situation';
import { listed } from './english.js';

/**
 * What is left open where the states are too many to be listed, or to find all answers for a first answer;
 * nothing where all is known.
 */
export function tellLeftOpen(
  notKnown: readonly Concept[] | undefined,
  atFirst: true | undefined,
): Block[] {
  if (notKnown === undefined) return [];
  const which = `of them hold because better moves would be answered (${listed(notKnown)})`;
  return [
    atFirst
      ? note(
          `There are so many states that finding which ${which} takes minutes: that is left open; the rest is exact.`,
          inTerminal(' With --full it is done.'),
        )
      : note(
          `The states are too many to be looked at one by one. Which ${which} is left open, and so is which way is the shortest where that takes too long; the rest is exact.`,
        ),
  ];
}
