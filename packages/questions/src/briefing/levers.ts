import { element, strong, type Content } from '@standoff/document';
import type { ConflictModel } from '@standoff/model';
import { STANDARDS, type Standard } from '@standoff/situation';
import type { MediationMove } from '../mediate/moves.js';
import type { OpenQuestion } from '../ask/answer.js';
import { answerSaid, tellAsked } from '../ask/tell.js';
import { movesContent } from '../mediate/move-words.js';
import { wouldStep } from '../told/deeds.js';
import { capitalised, counted, listed } from '../told/english.js';
import type { Words } from '../told/words.js';
import type { BriefingResult } from './answer.js';
import { endsWords } from '../told/end-words.js';
import { prevailing, tellingOtherwise, whyNot } from './sentences.js';

/** Something that would lead elsewhere. */
export type Lever = {
  /** Tells it from the others of one briefing. */
  readonly id: string;
  /** In a few words: "North Korea and United States together". */
  readonly name: string;
  /** What it is, and what it would do. */
  readonly told: Content;
} & (
  | { readonly kind: 'together' }
  | { readonly kind: 'change'; readonly moves: readonly MediationMove[] }
  | { readonly kind: 'factions'; readonly prevails: Readonly<Record<string, string>> }
  | { readonly kind: 'standard'; readonly standard: Standard }
  | { readonly kind: 'answer'; readonly question: OpenQuestion; readonly answer: string }
);

/** Each answer to what is worth finding out, to be tried; none where who prevails is tried already. */
export function answerLevers(
  words: Words,
  model: ConflictModel,
  { worthAsking, factions }: BriefingResult,
): Lever[] {
  if (worthAsking === null || (factions.length > 0 && worthAsking.about === 'faction')) return [];
  return worthAsking.answers.map(({ answer }): Lever => {
    const said = answerSaid(words, model, worthAsking, answer);
    return {
      kind: 'answer',
      id: `answer ${answer}`,
      name: `If the answer is: ${said}`,
      question: worthAsking,
      answer,
      told: ['Worth finding out: ', ...tellAsked(words, worthAsking, model)],
    };
  });
}

/** What would lead elsewhere: a joint step, a change, other factions, reckoning otherwise. */
export function leversOf(words: Words, model: ConflictModel, result: BriefingResult): Lever[] {
  const { together, change, factions } = result;
  return [
    ...together.slice(0, 1).map((one): Lever => {
      const name = capitalised(`${words.actors(one.members)} together`);
      return {
        kind: 'together',
        id: 'together',
        name,
        told: [
          strong(name),
          `: ${listed(one.steps.map((step) => wouldStep(words, step)))}; ${whyNot(words, one)}`,
        ],
      };
    }),
    ...(change === null
      ? []
      : [
          {
            kind: 'change' as const,
            id: 'change',
            name: `“${change.label}” by a change`,
            moves: change.moves,
            told: [
              element(change.scenario, `“${change.label}”`),
              ' would come about by this: ',
              ...movesContent(words, model, change),
              change.others > 0
                ? ` (${counted(change.others, 'other change')} of this cost would do)`
                : '',
              '.',
            ],
          },
        ]),
    ...factions.map(({ prevails, ends }): Lever => {
      const who = prevailing(words, model, prevails);
      return {
        kind: 'factions',
        id: Object.entries(prevails).flat().join(' '),
        name: who,
        prevails,
        told: [`With ${who} ${endsWords(words, ends)}.`],
      };
    }),
    ...tellingOtherwise(result).map(({ standard, ends }): Lever => ({
      kind: 'standard',
      id: standard,
      name: `If ${STANDARDS[standard].reckons}`,
      standard,
      told: [`If ${STANDARDS[standard].reckons}, ${endsWords(words, ends)}.`],
    })),
  ];
}
