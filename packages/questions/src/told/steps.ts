import { cited, item, list, type Block, type Content, type Inline } from '@standoff/document';
import type { Step } from '@standoff/situation';
import { actorInline } from './inlines.js';
import type { Words } from './words.js';

/** "1. United States takes up …": an item for each step of a way. */
export function stepList(words: Words, steps: readonly Step[]): Block[] {
  return list(
    steps.map((step) => item(stepContent(words, step))),
    true,
  );
}

/** Who does what, the rest of the sentence, and what it rests on. */
export function stepContent(words: Words, step: Step, rest = ''): Content {
  return [
    actorInline(words, step.actor),
    ` ${words.deed(step.takes, step.drops)}${slowWords(step)}${words.following(step)}${rest} `,
    ...stepEvidence(words, step),
  ];
}

/** Who does what, one after the other or at once, in a sentence. */
export function stepsInLine(words: Words, steps: readonly Step[], between: string): Content {
  return steps.flatMap((step, k) => [
    ...(k > 0 ? [between] : []),
    actorInline(words, step.actor),
    ` ${words.deed(step.takes, step.drops)}${words.following(step)}`,
  ]);
}

export function slowWords({ slow }: Step): string {
  return slow.length > 0 ? ' (slow)' : '';
}

/** What the options rest on that a step takes up and gives up. */
export function stepEvidence(words: Words, { takes, drops }: Step): Inline[] {
  return cited(words.evidence([...takes, ...drops]));
}

/** Who moves on a way, each once, in the order of their first steps. */
export function movers(words: Words, steps: readonly Step[]): string {
  return words.actors([...new Set(steps.map(({ actor }) => actor))]);
}
