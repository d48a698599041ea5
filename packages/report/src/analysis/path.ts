import type { Step } from '@standoff/analysis';
import { type Page, references } from '@standoff/document';
import type { Words } from '../words.js';

/** "1. United States takes up …": a line for each step of a path. */
export function pathLines(page: Page, words: Words, steps: readonly Step[], indent: number): void {
  steps.forEach((step, k) => {
    page.line(
      `${k + 1}. ${words.step(step)}${step.slow.length > 0 ? page.style.warning(' (slow)') : ''}`,
      {
        indent,
        hang: 3,
        margin: references(words.evidence([...step.takes, ...step.drops])),
      },
    );
  });
}
