import type { PlausibleResult } from '../../plausible/solve.js';
import type { ReplayResult } from '../../replay/solve.js';
import { item, list, paragraph, printBlocks, type Page } from '@standoff/document';
import { fitting, tellCheck } from '../../plausible/tell.js';
import { tellScore, unexpected } from '../../replay/tell.js';
import { QUESTIONS } from '../../questions.js';
import type { Words } from '../../told/words.js';

/** What happened, and whether the model would have expected it. */
export function replayBrief(page: Page, words: Words, { events, score }: ReplayResult): void {
  const made = tellScore(score);
  if (made === '') return;
  page.heading(QUESTIONS.replay.title);
  const missed = unexpected(words, events);
  const rest = missed.length > 0 ? ' Not expected:' : '';
  printBlocks(page, [paragraph(made + rest), ...list(missed)], 2);
}

/** Where what is observed does not fit, apart from the steps told above. */
export function misfitsBrief(page: Page, words: Words, { checks }: PlausibleResult): void {
  const apart = checks.filter(({ fits, kind }) => !fits && kind !== 'moved');
  page.heading(QUESTIONS.plausible.title);
  printBlocks(page, [paragraph(fitting(checks))], 2);
  printBlocks(page, list(apart.map((check) => item(tellCheck(words, check)))), 4);
}
