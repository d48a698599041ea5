import { USUAL_CONCEPT } from '@standoff/analysis';
import { lasting, standingWords } from '../analysis/standing.js';
import { capitalised, counted } from '../english.js';
import type { Words } from '../words.js';
import {
  cited,
  heading,
  item,
  lead,
  list,
  paragraph,
  strong,
  verdict,
  type Block,
  type Section,
  type Verdict,
} from '@standoff/document';
import type { Findings } from './findings.js';
import { reasonItem } from '../questions/explain.js';

const TONE: Readonly<Record<string, Verdict>> = { good: 'yes', warning: 'partly', bad: 'no' };

/** Today's state, and for each decision maker whether it has a reason to move, and which. */
export function standingSection(words: Words, { analysis, reasons }: Findings): Section {
  const { statusQuo, statusQuoAlternatives = [] } = analysis;
  return {
    id: 'standing',
    title: 'Where things stand',
    blocks: [
      lead(verdictOnToday(analysis)),
      ...(statusQuoAlternatives.length > 1
        ? [
            paragraph(
              `What is known leaves ${counted(statusQuoAlternatives.length, 'state')} in which things may stand. This is the one with the fewest options taken; the others follow.`,
            ),
          ]
        : []),
      ...stateBlocks(words, analysis, statusQuo),
      ...statusQuoAlternatives
        .slice(1)
        .flatMap((other) => [
          heading('Or else'),
          paragraph(words.against(other.name, other.taken)),
          ...stateBlocks(words, analysis, other),
        ]),
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

/** Whether things stay as they are, as a sentence that follows on nothing. */
export function verdictOnToday({ concepts, actors, statusQuo }: Findings['analysis']): string {
  return capitalised(lasting(concepts, actors, statusQuo.stability).replace(/^So,? /, ''));
}

function stateBlocks(
  words: Words,
  { scenarios, actors, concepts }: Findings['analysis'],
  { taken, kinds, stability, improvements, ...now }: Findings['analysis']['statusQuo'],
): Block[] {
  const within = scenarios.filter(({ id }) => now.scenarios.includes(id));
  const phrases = words.taken(taken);
  return [
    paragraph(
      phrases.length === 0
        ? 'No option is taken.'
        : `Taken today: ${phrases.join('; ')}. Nothing else is.`,
      within.length > 0
        ? ` This is ${within.map(({ label }) => `“${label}”`).join(', also ')}. `
        : ' ',
      ...cited(words.evidence(taken)),
    ),
    ...list(
      actors
        .filter(({ kind }) => kind === 'decision maker')
        .map(({ id }) => {
          const own = improvements.filter(({ actor }) => actor === id);
          const told = standingWords(words, kinds[id], stability[id], own, concepts);
          return item([
            strong(words.actor(id)),
            ' ',
            verdict(TONE[told.look], told.verdict),
            `: ${told.reason} `,
            ...(own.length > 0 ? cited(words.evidence([...own[0].takes, ...own[0].drops])) : []),
          ]);
        }),
    ),
    paragraph(
      now.reaches.improvements === 0
        ? 'No improvement leads anywhere from here; '
        : `Moves that each improve matters for the one who makes them lead to ${counted(now.reaches.improvements, 'other state')}; `,
      `moves of any kind lead to ${now.reaches.moves === 0 ? 'none' : counted(now.reaches.moves, 'state')}.`,
    ),
  ];
}
