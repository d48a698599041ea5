import { USUAL_CONCEPT } from '@standoff/engine';
import { tellStanding, verdictOnToday } from '../../analyse/tell-standing.js';
import type { Words } from '../../told/words.js';
import { heading, lead, list, paragraph, type Section } from '@standoff/document';
import type { Findings } from './findings.js';
import { reasonItem } from '../../explain/tell-explanation.js';

/** Today's state, who has a reason to move and which, and why the others stay. */
export function standingSection(words: Words, { analysis, reasons }: Findings): Section {
  return {
    id: 'standing',
    title: 'Where things stand',
    blocks: [
      lead(verdictOnToday(analysis)),
      ...tellStanding(words, analysis, { reach: true }),
      ...(reasons.length === 0
        ? []
        : [
            heading('Why'),
            paragraph(
              `By ${USUAL_CONCEPT}, which counts only answers that are in the interest of those who give them:`,
            ),
            ...list(reasons.map((reason) => reasonItem(words, reason))),
          ]),
    ],
  };
}
