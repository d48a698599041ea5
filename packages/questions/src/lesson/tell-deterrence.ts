import { item, list, paragraph, verdict, type Block, type Content } from '@standoff/document';
import { ruleOf } from '@standoff/engine';
import { actorInline } from '../told/inlines.js';
import { counted, figure } from '../told/english.js';
import { stepEvidence, stepsInLine } from '../told/steps.js';
import type { Versus } from './comparison.js';
import type { AnswersStep, EscapeStep, TogetherStep } from './answer.js';
import type { Telling, ToldStep } from './telling.js';

/** Moves of the others after an improvement. */
export function tellAnswers(
  telling: Telling,
  { to, improving, count, harmful, answers }: AnswersStep,
): ToldStep {
  const {
    words,
    lesson: { actor, concept },
  } = telling;
  const who = words.actor(actor);
  const sanctioned = `In ${figure(harmful)} of ${counted(count, 'state')} it is no better off than in the state it left`;
  return {
    title: ['What the others can answer in ', telling.state(to)],
    given: [
      paragraph(
        actorInline(words, actor),
        ' has moved to ',
        telling.state(to),
        `. Now the others can move${improving ? ', each only to what is better for it than what it leaves' : ', like it or not'}: any sequence in which nobody moves twice in a row.`,
      ),
    ],
    guess: {
      question: `Can the others answer${improving ? ', by improvements of their own only,' : ''} so that ${who} ends no better off than in the state it left?`,
      answer: harmful > 0,
    },
    blocks: [
      paragraph(
        count === 0
          ? `They have no such ${improving ? 'improvement' : 'move'}.`
          : `That leads to ${counted(count, 'state')}${answers.length < count ? `; ${figure(answers.length)} of them` : ''}:`,
      ),
      ...list(
        answers.map(({ path, to: end, leaves }) =>
          item([
            ...stepsInLine(words, path, ', then '),
            ', to ',
            telling.state(end),
            ': ',
            leavesInline(leaves),
            ' ',
            ...path.flatMap((step) => stepEvidence(words, step)),
          ]),
        ),
      ),
      harmful === 0
        ? undeterred(
            'No answer brings it to a state that is no better for it than the one it left.',
          )
        : ruleOf(concept).escape
          ? paragraph(`${sanctioned}. Whether it can escape from there is the next step.`)
          : deterred(`${sanctioned}: a sanction.`),
    ],
  };
}

/** From each harmful answer one more move of its own. */
export function tellEscape(telling: Telling, { harmful, without, escapes }: EscapeStep): ToldStep {
  const {
    words,
    lesson: { actor },
  } = telling;
  const who = words.actor(actor);
  return {
    title: [`Is there an answer that ${who} cannot escape?`],
    given: [],
    guess: {
      question: `Is there such an answer from which no further move of ${who} helps it?`,
      answer: without > 0,
    },
    blocks: [
      paragraph(
        `${counted(harmful, 'answer')} would leave `,
        actorInline(words, actor),
        ` no better off. The best that it can do by one more move from ${escapes.length < harmful ? `${figure(escapes.length)} of them` : 'there'}:`,
      ),
      ...list(
        escapes.map(({ from, best }) =>
          item([
            'From ',
            telling.state(from),
            ...(best === null
              ? [': it has no move. ', verdict('partly', 'no escape')]
              : [
                  `: it ${words.deed(best.step.takes, best.step.drops)}, to `,
                  telling.state(best.to),
                  ': ',
                  leavesInline(best.is),
                ]),
          ]),
        ),
      ),
      without === 0
        ? undeterred(
            'It can escape from every such answer to a state that is better for it than the one it left.',
          )
        : deterred(`From ${figure(without)} of ${figure(harmful)} it cannot escape: a sanction.`),
    ],
  };
}

/** So many improvements of others are told one by one. */
const TOLD = 8;

/** Improvements of others made at the same moment. */
export function tellTogether(
  telling: Telling,
  { step, to, improvements, sanction }: TogetherStep,
): ToldStep {
  const {
    words,
    lesson: { actor },
  } = telling;
  const who = words.actor(actor);
  const told = improvements
    .slice(0, TOLD)
    .map((one) => item([...stepsInLine(words, [one], ''), '. ', ...stepEvidence(words, one)]));
  return {
    title: [`If others move while ${who} moves to `, telling.state(to)],
    given: [
      paragraph(
        'While ',
        actorInline(words, actor),
        ` ${words.deed(step.takes, step.drops)}, on its way to `,
        telling.state(to),
        ', the others may make improvements of their own from the same state.',
      ),
    ],
    guess: {
      question: `Can improvements of others at the same moment leave ${who} no better off?`,
      answer: sanction !== null,
    },
    blocks: [
      paragraph(
        improvements.length === 0
          ? 'None of them has one.'
          : 'Each changes its own options; what all change together gives the joint result. They have:',
      ),
      ...list([
        ...told,
        ...(improvements.length > TOLD
          ? [item([`and ${figure(improvements.length - TOLD)} more.`])]
          : []),
      ]),
      sanction === null
        ? undeterred(
            improvements.length === 0
              ? 'It ends where it wanted to.'
              : 'Whatever of this they do at that moment, the result is better for it than the state it left, or no feasible state.',
          )
        : deterred(
            ...(sanction.path.length > 0
              ? [
                  'If ',
                  ...stepsInLine(words, sanction.path, ' and '),
                  ', the result is ',
                  telling.state(sanction.result),
                  ': ',
                ]
              : []),
            `it would be ${sanction.leaves}.`,
          ),
    ],
  };
}

function deterred(...content: Content): Block {
  return paragraph(verdict('partly', 'Deterred'), '. ', ...content);
}

function undeterred(text: string): Block {
  return paragraph(verdict('no', 'Not deterred'), `. ${text}`);
}

/** For the decision maker, against the state it left. */
function leavesInline(is: Versus) {
  return verdict(
    is === 'better' ? 'no' : 'partly',
    is === 'same' ? 'as good as the start' : `${is} than the start`,
  );
}
