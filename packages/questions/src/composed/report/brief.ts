import { note, paragraph, type Section } from '@standoff/document';
import { tellBriefing } from '../../briefing/tell.js';
import { QUESTIONS } from '../../questions.js';
import { counted } from '../../told/english.js';
import type { Words } from '../../told/words.js';
import type { Findings } from './findings.js';

/** The point of the situation, on the first page. */
export function briefSection(
  words: Words,
  { model, shortened, answers, analysis }: Findings,
): Section {
  const alternatives = (analysis.statusQuoAlternatives ?? []).length;
  return {
    id: 'brief',
    title: QUESTIONS.briefing.title,
    blocks: [
      ...(answers.briefing ? tellBriefing(words, answers.briefing, model) : []),
      ...(alternatives > 1
        ? [
            paragraph(
              `What is known leaves ${counted(alternatives, 'state')} in which things may stand today. What follows is told of the one with the fewest options taken; the sections on today and on the present course tell of each.`,
            ),
          ]
        : []),
      ...(shortened === null ? [] : [note(`Left out: ${shortened}.`)]),
      ...answers.leftOut.map(({ question, why }) => note(`Left out: “${question}” (${why}).`)),
    ],
  };
}
