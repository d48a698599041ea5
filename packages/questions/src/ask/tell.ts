import {
  cited,
  element,
  heading,
  item,
  lead,
  list,
  note,
  paragraph,
  strong,
  verdict,
  type Block,
  type Content,
  type Inline,
  type ListItem,
} from '@standoff/document';
import type { AskResult, OpenQuestion, Verdict } from './answer.js';
import type { ConflictModel } from '@standoff/model';
import { endsWords } from '../told/end-words.js';
import { standardNote } from '../told/course-words.js';
import { capitalised, counted, figure } from '../told/english.js';
import { actorInline } from '../told/inlines.js';
import { meaningOf } from '../told/statement-words.js';
import type { Words } from '../told/words.js';
import { percent } from '../told/worlds-words.js';

/** The next most useful question, and what each answer to it would settle. */
export function tellAsk(words: Words, result: AskResult, model: ConflictModel): Block[] {
  const { questions, undecided, contradictions } = result;
  const telling = questions.filter((one) => !isIdle(one));
  const idle = questions.length - telling.length;
  return [
    ...tellUndecided(words, result, model),
    ...telling.flatMap((question, k) => [
      heading(
        `${k + 1}. `,
        ...tellAsked(words, question, model),
        ' ',
        ...cited(question.statements.flatMap(({ evidence }) => evidence)),
      ),
      paragraph(worth(question)),
      ...list(question.answers.map((one) => tellAnswer(words, model, question, one, undecided))),
    ]),
    ...(idle === 0
      ? []
      : [
          paragraph(
            telling.length === 0
              ? `${counted(idle, 'question')} could be asked all the same.`
              : `Left out ${idle === 1 ? 'is one more question' : `are ${figure(idle)} more questions`}, whatever the answer to which, hardly a verdict changes.`,
          ),
        ]),
    ...(contradictions.length > 0 ? [heading('Wishes that contradict each other')] : []),
    ...list(contradictions.map((one) => item(tellContradiction(words, one, model)))),
    ...askNotes(result),
  ];
}

/** How much is open; or that nothing is. */
export function tellUndecided(words: Words, result: AskResult, model: ConflictModel): Block[] {
  const { questions, undecided, worlds, ends } = result;
  if (questions.length === 0)
    return [
      lead(
        `Nothing is left open, and ${endsWords(words, ends)}: no decision maker has rival factions, no wish or rule is “perhaps” or in no order, and nothing is left to chance.`,
      ),
      note(
        '“perhaps” before a statement says that nobody knows whether the actor cares; “in no order { … }” that nobody knows which matters more; “faction doves "Doves" { prefers { … } }” that several in it want different things. What the answer would settle then stands here.',
      ),
    ];
  const looked =
    worlds.method === 'all'
      ? `In ${counted(worlds.looked, 'world')}, all there are,`
      : `In ${counted(worlds.looked, 'world')} drawn from ${figure(BigInt(worlds.count))} (seed ${worlds.seed})`;
  const [first] = questions;
  return [
    lead(...firstAsked(words, first, model)),
    paragraph(
      `${looked} ${counted(undecided.told, 'verdict')} on scenarios and today’s state and ${counted(undecided.states, 'verdict')} on single states differ from world to world. ${undecided.told + undecided.states > 0 ? 'The questions, the most useful first:' : 'So no answer would change a verdict.'}`,
    ),
  ];
}

/** What to find out first, and where each answer leads. */
function firstAsked(words: Words, question: OpenQuestion, model: ConflictModel): Content {
  const { about, statements } = question;
  const told = question.answers.map(({ answer, ends }) => ({
    given:
      about === 'faction'
        ? `with “${answer}”`
        : about === 'order'
          ? `if the ${answer.startsWith(`${statements[0].text}, then `) ? 'first' : 'other'}`
          : `if ${answer === 'yes' ? 'so' : 'not'}`,
    leads: endsWords(words, ends),
  }));
  if (new Set(told.map(({ leads }) => leads)).size === 1)
    return [`Whatever the answer to any one question, ${told[0].leads}.`];
  return [
    ...tellAsked(words, question, model),
    ' ',
    `${capitalised(told.map(({ given, leads }) => `${given}, ${leads}`).join('; '))}.`,
  ];
}

/** "Does North Korea want “Dismantle the arsenal” if “Lift the sanctions”?" */
export function tellAsked(
  words: Words,
  { actor, about, statements }: OpenQuestion,
  model: ConflictModel,
): Content {
  // A wish that was written twice is told once.
  const said = [...new Map(statements.map(({ id, text }) => [text, id])).values()].map((id) =>
    about === 'chance' ? element(id, words.option(id)) : element(id, meaningOf(words, model, id)!),
  );
  switch (about) {
    case 'chance':
      return ['Does this come about: ', ...said, '?'];
    case 'rule':
      return ['Must this be so: ', ...said, '?'];
    case 'faction':
      return ['Which faction prevails in ', actorInline(words, actor!), '?'];
    case 'perhaps':
      return ['Does ', actorInline(words, actor!), ' want this: ', ...said, '?'];
    case 'order':
      return [
        'Which matters more to ',
        actorInline(words, actor!),
        ': ',
        ...said.flatMap((one, k): Inline[] => (k === 0 ? [one] : [', or ', one])),
        '?',
      ];
  }
}

/** Whether the answer is worth nothing that would be told. */
function isIdle({ information: { told, states } }: OpenQuestion): boolean {
  return told < 0.05 && states < 0.5;
}

function worth({ information, arises }: OpenQuestion): string {
  return `The answer is worth ${information.told.toFixed(1)} bits on scenarios and today’s state, ${information.states.toFixed(0)} on single states.${arises < 1 ? ` It arises in ${percent(arises)} of the worlds.` : ''}`;
}

/** An answer as somebody would give it: "Yes", the faction, what matters more. */
export function answerSaid(
  words: Words,
  model: ConflictModel,
  { about, statements }: OpenQuestion,
  answer: string,
): string {
  if (about === 'perhaps' || about === 'rule' || about === 'chance')
    return answer === 'yes' ? 'Yes' : 'No';
  const first = statements.find(({ text }) => answer.startsWith(`${text}, then `));
  return first ? meaningOf(words, model, first.id)! : answer;
}

/** What an answer would settle. */
export function tellAnswer(
  words: Words,
  model: ConflictModel,
  question: OpenQuestion,
  { answer, probability, undecided: left, decides, ends }: OpenQuestion['answers'][number],
  undecided: AskResult['undecided'],
): ListItem {
  const labels = new Map(model.scenarios.map(({ id, label }) => [id, label]));
  const of = (n: number, all: number): string => (n === all ? 'all' : figure(n));
  return item(
    [
      strong(answerSaid(words, model, question, answer)),
      `, in ${percent(probability)} of the worlds${question.arises < 1 ? ' in which it arises' : ''}: leaves open ${of(left.told, undecided.told)} of ${counted(undecided.told, 'verdict')} on scenarios and today’s state, ${of(left.states, undecided.states)} of ${figure(undecided.states)} on single states.`,
      ` ${capitalised(endsWords(words, ends))}.`,
      ...(decides.length === 0 ? [' It settles no verdict on a scenario by itself.'] : []),
    ],
    list(decides.map(({ verdict: on, value }) => item(settled(on, value, labels)))),
  );
}

function settled(about: Verdict, value: boolean, labels: ReadonlyMap<string, string>): Content {
  if (about.of === 'status quo')
    return [
      'Today’s state ',
      value ? verdict('yes', 'would hold') : verdict('no', 'would not hold'),
    ];
  const scenario = element(about.id, `“${labels.get(about.id) ?? about.id}”`);
  if (about.what === 'holds')
    return [scenario, ' ', value ? verdict('yes', 'would hold') : verdict('no', 'would not hold')];
  return [
    value ? verdict('yes', 'The course leads') : verdict('partly', 'The course does not lead'),
    ' to ',
    scenario,
  ];
}

/** Two wishes of which the second never counts. */
export function tellContradiction(
  words: Words,
  { actor, earlier, later }: AskResult['contradictions'][number],
  model: ConflictModel,
): Content {
  return [
    actorInline(words, actor),
    ' wishes ',
    element(earlier.id, meaningOf(words, model, earlier.id)!),
    ' and, less, ',
    element(later.id, meaningOf(words, model, later.id)!),
    ', which is the exact opposite and never counts. ',
    ...cited([...earlier.evidence, ...later.evidence]),
  ];
}

/** How to read the questions. */
export function askNotes(result: AskResult): Block[] {
  return [
    note(
      `A bit is what the answer to a yes-or-no question is worth when either is as likely. A verdict is settled when it is the same in all worlds that an answer leaves. That a faction prevails is an assumption: the others stay in the text, and the question stays.`,
    ),
    standardNote(result),
  ];
}
