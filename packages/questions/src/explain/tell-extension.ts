import {
  heading,
  item,
  list,
  paragraph,
  verdict,
  type Block,
  type ListItem,
} from '@standoff/document';
import { ruleOf } from '@standoff/engine';
import type { RelationalExplanationResult } from './answer.js';
import { counted, figure } from '../told/english.js';
import { actorInline } from '../told/inlines.js';
import { stepEvidence, stepList } from '../told/steps.js';
import type { Words } from '../told/words.js';
import { tellState } from './tell-explanation.js';

/** Why a state is stable or not where pairs of states are unknown or preferences have degrees. */
export function tellExtensionExplanations(
  words: Words,
  results: readonly RelationalExplanationResult[],
): Block[] {
  return [
    ...tellState(words, results[0].state),
    ...results.flatMap((result) => {
      const { actor, concept, extension, stable, improvements, moves } = result;
      return [
        heading(
          actorInline(words, actor),
          ' ',
          stable ? verdict('yes', 'stays') : verdict('no', 'leaves'),
          ` under ${concept}, extension ${extension}`,
        ),
        paragraph(
          moves === 0
            ? 'It has no move.'
            : improvements.length === 0
              ? `None of its ${counted(moves, 'move')} is one that it would make.`
              : `Of ${counted(moves, 'move')} it would make ${figure(improvements.length)}.`,
        ),
        ...list(improvements.map((one) => improvementItem(words, one, concept))),
      ];
    }),
  ];
}

function improvementItem(
  words: Words,
  { step, degree, sanction, answersLookedAt }: RelationalExplanationResult['improvements'][number],
  concept: RelationalExplanationResult['concept'],
): ListItem {
  return item(
    [
      `It ${words.deed(step.takes, step.drops)}: ${degree === null ? 'whether that is better for it is not known' : degree > 1 ? `better for it by ${counted(degree, 'degree')}` : 'better for it'}. `,
      ...stepEvidence(words, step),
    ],
    sanction
      ? [
          paragraph('The others could answer:'),
          ...stepList(words, sanction.path),
          paragraph(
            sanction.loss === null
              ? 'Whether it would then be worse off than now is not known, and that deters it.'
              : sanction.loss === 0
                ? 'It would then be no better off than now.'
                : `It would then be worse off than now${sanction.loss > 1 ? `, by ${counted(sanction.loss, 'degree')}` : ''}.`,
          ),
        ]
      : [
          paragraph(
            ruleOf(concept).answers === 'none'
              ? `What others may answer does not count under ${concept}.`
              : `Nothing that the others could answer deters it (${counted(answersLookedAt, 'state')} looked at).`,
          ),
        ],
  );
}
