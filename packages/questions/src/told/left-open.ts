import { note, type Block } from '@standoff/document';
import type { Concept } from '@standoff/situation';
import { listed } from './english.js';

/** What is left open where the states are too many to be listed; nothing where all is known. */
export function tellLeftOpen(notKnown: readonly Concept[] | undefined): Block[] {
  if (notKnown === undefined) return [];
  return [
    note(
      `The states are too many to be looked at one by one. Which of them hold because better moves would be answered (${listed(notKnown)}) is left open, and so is which way is the shortest where that takes too long; the rest is exact.`,
    ),
  ];
}
