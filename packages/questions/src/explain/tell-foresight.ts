import { heading, paragraph, quiet, verdict, type Block } from '@standoff/document';
import { FORESIGHT_DEFINITIONS, type ForesightConcept } from '@standoff/engine';
import { foresightRead, type ForesightExplanationResult } from './foresight-answer.js';
import { counted } from '../told/english.js';
import { actorInline, stateInline } from '../told/inlines.js';
import { stepList } from '../told/steps.js';
import type { Words } from '../told/words.js';
import { tellState } from './tell-explanation.js';

/** Why actors who look several moves ahead stay in a state or leave it: the play they expect. */
export function tellForesightExplanations(
  words: Words,
  results: readonly ForesightExplanationResult[],
): Block[] {
  return [
    ...tellState(words, results[0].state),
    ...results.flatMap((result) => tellForesight(words, result)),
  ];
}

function tellForesight(words: Words, result: ForesightExplanationResult): Block[] {
  const { concept, role, stable, moves, line, end, compared, because } = result;
  return [
    heading(
      actorInline(words, result.actor),
      role === null ? ' ' : ` as the ${role} `,
      stable ? verdict('yes', 'stays') : verdict('no', 'has a reason to move'),
      ` under ${concept} `,
      quiet(`(${foresightMeaning(concept)})`),
      ...(result.experimental ? [' ', verdict('partly', '(experimental)')] : []),
    ),
    ...(line.length === 0
      ? [paragraph('It has no move here.')]
      : [
          paragraph(
            `It has ${counted(moves, 'move')} here. ${moves === 1 ? 'It is' : 'The best of them is'} expected to lead to this${horizon(result)}:`,
          ),
          ...stepList(words, line),
          paragraph(
            'There play ends, in ',
            stateInline(end),
            `. For it that is ${compared === 'better' ? 'better than here' : compared === 'worse' ? 'worse than here' : 'no better than here'}: ${because}.`,
          ),
          ...(result.tieDependent
            ? [
                paragraph(
                  verdict('partly', 'This depends on ties'),
                  ': of equally good moves the one to the state with the lowest number is assumed.',
                ),
              ]
            : []),
        ]),
  ];
}

/** What a concept of looking ahead supposes, as a clause: "both look 3 moves ahead". */
export function foresightMeaning(concept: ForesightConcept): string {
  const { code, horizon } = foresightRead(concept)!;
  return FORESIGHT_DEFINITIONS[code].meaning.replace('{moves}', counted(horizon ?? 0, 'move'));
}

function horizon({ repeats, horizon, stable }: ForesightExplanationResult): string {
  if (repeats === null) return '';
  const ahead = `looking ${counted(horizon, 'move')} ahead`;
  return stable
    ? ` ${ahead}, and so it is however much farther they look`
    : ` ${ahead}, and so again and again as they look farther`;
}
