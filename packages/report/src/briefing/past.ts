import type { PlausibilityResult, ReplayResult, ReplayScore } from '@standoff/analysis';
import { counted, dateInWords } from '../english.js';
import { item, list, paragraph, printBlocks, references, type Page } from '@standoff/document';
import { fitting, tellCheck } from '../questions/plausible.js';
import type { Words } from '../words.js';

/** What happened, and whether the model would have expected it. */
export function replayBrief(page: Page, words: Words, { events, score }: ReplayResult): void {
  const { before, after } = score;
  if (before.steps + after.steps === 0) return;
  page.heading('What happened, and whether the model would have expected it');
  page.line(
    [
      scoreWords(before, after.steps > 0 ? 'Up to the date of the model' : 'In all'),
      scoreWords(after, 'After it'),
    ]
      .filter(Boolean)
      .join(' '),
    { indent: 2 },
  );
  const missed = events.flatMap(({ label, date, steps, evidence }) =>
    steps.flatMap(({ step, change, because }) =>
      change === 'better' ? [] : [{ label, date, evidence, step, change, because }],
    ),
  );
  if (missed.length > 0) page.line('Not expected:', { indent: 2 });
  for (const { label, date, evidence, step, change, because } of missed)
    page.line(
      `${dateInWords(date)}, ${label}: ${change === 'same' ? 'no better' : 'worse'} for ${words.actor(step.actor)} (${because}).`,
      { indent: 4, hang: 2, margin: references(evidence) },
    );
}

function scoreWords({ steps, improvements, expected }: ReplayScore, when: string): string {
  return steps === 0
    ? ''
    : `${when}, ${improvements} of ${counted(steps, 'recorded step')} made matters better for whoever took it (at random: ${expected.toFixed(1)}).`;
}

/** Where what is observed does not fit, apart from the steps told above. */
export function misfitsBrief(page: Page, words: Words, { checks }: PlausibilityResult): void {
  const apart = checks.filter(({ fits, kind }) => !fits && kind !== 'moved');
  page.heading('Where the model does not fit');
  printBlocks(page, [paragraph(fitting(checks))], 2);
  printBlocks(page, list(apart.map((check) => item(tellCheck(words, check)))), 4);
}
