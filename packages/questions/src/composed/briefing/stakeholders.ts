import type { StakeholdersResult } from '../../stakeholders/solve.js';
import { listed } from '../../told/english.js';
import { type Page, references } from '@standoff/document';
import { QUESTIONS } from '../../questions.js';
import type { Words } from '../../told/words.js';

/** For each of those who cannot move, which scenarios are better and worse for them than today. */
export function stakeholdersBrief(page: Page, words: Words, result: StakeholdersResult): void {
  page.heading(QUESTIONS.stakeholders.title);
  for (const { actor, today, places, evidence } of result.stakeholders) {
    const ids = (how: string): string =>
      listed(
        result.scenarios
          .filter(({ against }) => against[actor] === how)
          .map(({ label }) => `“${label}”`),
      );
    const parts = [
      ids('worse') && `they lose in ${ids('worse')}`,
      ids('better') && `they gain in ${ids('better')}`,
    ].filter(Boolean);
    const rest =
      parts.length === 0 ? 'no scenario as a whole is better or worse for them' : parts.join('; ');
    page.line(
      `${page.style.strong(words.actor(actor))}: today is in place ${today} of ${places} for them; ${rest}.`,
      { indent: 2, hang: 2, margin: references(evidence) },
    );
  }
}
