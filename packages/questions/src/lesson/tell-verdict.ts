import { paragraph, quiet, verdict } from '@standoff/document';
import { DEFINITIONS, ruleOf } from '@standoff/engine';
import { actorInline } from '../told/inlines.js';
import { figure } from '../told/english.js';
import type { VerdictStep } from './answer.js';
import type { Telling, ToldStep } from './telling.js';

/** The definition, what the steps come to, and whether the kernel agrees. */
export function tellVerdict(telling: Telling, step: VerdictStep): ToldStep {
  const {
    words,
    lesson: { state, actor, concept },
  } = telling;
  const { stable, kernel } = step;
  const { name, sentence, source } = DEFINITIONS[concept];
  return {
    title: ['The verdict'],
    given: [],
    guess: {
      question: `Is the state stable for ${words.actor(actor)} under ${concept}?`,
      answer: stable,
    },
    blocks: [
      paragraph(sentence, ' ', quiet(`(${name}; ${source})`)),
      paragraph(actorInline(words, actor), account(step, concept)),
      paragraph(
        verdict(stable ? 'yes' : 'no', stable ? 'Stable' : 'Not stable'),
        ': ',
        telling.state(state),
        ` is ${stable ? '' : 'not '}stable for ${words.actor(actor)} under ${concept}. `,
        kernel === stable
          ? 'The program, which judges all states at once, comes to the same verdict.'
          : 'The program, which judges all states at once, comes to the other verdict: one of the two is wrong. Please report it.',
      ),
    ],
  };
}

function account(
  { why, improvements, undeterred }: VerdictStep,
  concept: Telling['lesson']['concept'],
): string {
  if (improvements === 0)
    return ` has ${why === 'no move' ? 'no move' : 'no improvement'}, so that there is nothing to deter it from.`;
  const [has, one] = [
    improvements === 1 ? ' has one improvement' : ` has ${figure(improvements)} improvements`,
    improvements === 1,
  ];
  if (ruleOf(concept).answers === 'none')
    return `${has}. ${concept} does not ask what the others may answer.`;
  if (undeterred === 0) return `${has}, and is deterred from ${one ? 'it' : 'each'}.`;
  return one
    ? `${has}, and nothing deters it.`
    : `${has}; nothing deters it from ${undeterred === improvements ? 'any' : figure(undeterred)} of them.`;
}
