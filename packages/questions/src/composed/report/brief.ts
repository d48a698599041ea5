import { note, type Section } from '@standoff/document';
import { tellBriefing } from '../../briefing/tell.js';
import { QUESTIONS } from '../../questions.js';
import type { Words } from '../../told/words.js';
import type { Findings, LargeFindings } from './findings.js';

/** The point of the situation, on the first page. */
export function briefSection(words: Words, { model, shortened, answers }: Findings): Section {
  return {
    id: 'brief',
    title: QUESTIONS.briefing.title,
    blocks: [
      ...(answers.briefing ? tellBriefing(words, answers.briefing, model) : []),
      ...(shortened === null ? [] : [note(`Left out: ${shortened}.`)]),
      ...answers.leftOut.map(({ question, why }) => note(`Left out: “${question}” (${why}).`)),
    ],
  };
}

/** The same where the states are too many to be listed; none where their sets are too irregular. */
export function largeBriefSection(words: Words, { model, briefing }: LargeFindings): Section[] {
  return briefing === null
    ? []
    : [
        {
          id: 'brief',
          title: QUESTIONS.briefing.title,
          blocks: tellBriefing(words, briefing, model),
        },
      ];
}
