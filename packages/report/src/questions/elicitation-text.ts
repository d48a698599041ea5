import type { ElicitationResult, Question, Verdict } from '@standoff/analysis';
import type { ConflictModel } from '@standoff/model';
import { counted, figure } from '../english.js';
import { Page, type TextOptions, references } from '@standoff/document';
import { titleLine } from '../telling.js';
import { Words } from '../words.js';
import { percent } from './worlds-words.js';

/** The next most useful question, and what each answer to it would settle. */
export function elicitationText(
  model: ConflictModel,
  result: ElicitationResult,
  options: TextOptions = {},
): string {
  const page = new Page(options);
  const words = new Words(model);
  const { questions, undecided, worlds, contradictions, concept } = result;
  const labels = new Map(model.scenarios.map(({ id, label }) => [id, label]));
  titleLine(page, result.situation, 'what to find out next');
  page.blank();
  if (questions.length === 0)
    page.line(
      'Nothing is left open about any decision maker: no faction, nothing "perhaps", nothing in no order.',
    );
  else
    page.line(
      `${worlds.method === 'all' ? `In ${counted(worlds.looked, 'world')}, all there are,` : `In ${counted(worlds.looked, 'world')} drawn from ${figure(BigInt(worlds.count))} (seed ${worlds.seed})`} ${counted(undecided.told, 'verdict')} on scenarios and today’s state and ${counted(undecided.states, 'verdict')} on single states (${concept}) differ from world to world. The questions, the most useful first:`,
    );
  questions.forEach((question, k) => {
    page.blank();
    page.line(`${k + 1}. ${page.style.strong(asked(words, question))}`, {
      hang: 3,
      margin: references(question.statements.flatMap(({ evidence }) => evidence)),
    });
    page.line(
      `The answer is worth ${question.information.told.toFixed(1)} bits on scenarios and today’s state, ${question.information.states.toFixed(0)} on single states.${question.arises < 1 ? ` It arises in ${percent(question.arises)} of the worlds.` : ''}`,
      { indent: 3 },
    );
    for (const { answer, probability, undecided: left, decides } of question.answers)
      page.line(
        `${page.style.strong(answer)} (${percent(probability)}): ${counted(left.told, 'verdict')} and ${counted(left.states, 'state')} stay open.${decides.length > 0 ? ` Settled: ${decides.map(({ verdict, value }) => settled(verdict, value, labels)).join('; ')}.` : ''}`,
        { indent: 5, hang: 2 },
      );
  });
  if (contradictions.length > 0) {
    page.heading('Wishes that contradict each other');
    for (const { actor, earlier, later } of contradictions)
      page.line(
        `${words.actor(actor)} wishes “${earlier.text}” and, less, “${later.text}”, which is the exact opposite and never counts.`,
        {
          indent: 2,
          hang: 2,
          margin: references([...earlier.evidence, ...later.evidence]),
        },
      );
  }
  page.blank();
  page.line(
    page.style.quiet(
      'A bit is what the answer to a yes-or-no question is worth when either is as likely. A verdict is settled when it is the same in all worlds that an answer leaves. In parentheses the answer’s share of the worlds in which the question arises.',
    ),
  );
  return page.toString();
}

function asked(words: Words, { actor, about, statements }: Question): string {
  const texts = statements.map(({ text }) => `“${text}”`);
  switch (about) {
    case 'faction':
      return `Which faction prevails: ${words.actor(actor)}?`;
    case 'perhaps':
      return `Does ${words.actor(actor)} want ${texts[0]}?`;
    case 'order':
      return `Which matters more to ${words.actor(actor)}: ${texts.join(' or ')}?`;
  }
}

function settled(verdict: Verdict, value: boolean, labels: ReadonlyMap<string, string>): string {
  if (verdict.of === 'status quo') return `today’s state ${value ? 'holds' : 'does not hold'}`;
  const name = `“${labels.get(verdict.id) ?? verdict.id}”`;
  return verdict.what === 'holds'
    ? `${name} ${value ? 'would hold' : 'would not hold'}`
    : `${name} is ${value ? '' : 'not '}reached`;
}
