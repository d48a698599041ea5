import {
  code,
  column,
  heading,
  item,
  lead,
  list,
  note,
  paragraph,
  quiet,
  verdict,
  type Block,
  type Content,
  type Inline,
  inTerminal,
} from '@standoff/document';
import { holdOf, PLAIN_CONCEPTS } from '@standoff/engine';
import type { Concept } from '@standoff/situation';
import type { PerceivedCourse } from './course.js';
import type { PerceivedGame, PerceiveResult } from './answer.js';
import type { ConflictModel } from '@standoff/model';
import { counted, figure } from '../told/english.js';
import { exampleMisperception } from '../told/examples.js';
import { actorInline, stateInline } from '../told/inlines.js';
import { stepContent } from '../told/steps.js';
import type { Words } from '../told/words.js';
import { mistakenToday, tellLevel2 } from './tell-changes.js';
import { tellOwnGame } from './tell-game.js';
import { against, tellMistakes } from './tell-mistakes.js';

/** What each actor takes the situation to be, what it expects, and what surprises it. */
export function tellPerceive(words: Words, result: PerceiveResult, model: ConflictModel): Block[] {
  const { actors, courses, level } = result;
  if (result.misperceivers.length === 0) return tellSameGame(model);
  const mistaken = actors.filter(({ pictures }) => pictures.length > 0);
  return [
    ...tellLeads(words, result, mistaken),
    countsTable(result),
    ...tellHeld(result),
    ...mistaken.flatMap((game) => tellOwnGame(words, game, result)),
    ...tellClear(words, result),
    ...courses.flatMap((course) => tellCourse(words, course)),
    ...tellLevel2(words, result),
    note(
      'Each actor’s own game is the model with its picture of others put in; whether it stays in a state is judged wholly in that game. A state holds where all stay, each by its own. Stuck: somebody does not recognise the state, and so does not move, and all who recognise it stay. All other questions take everybody to see the situation as it is.',
      inTerminal(
        level === 1
          ? ' “standoff perceive CASE --level 2” says what changes if all others knew.'
          : '',
      ),
      ' All of this is what the model says, not a forecast.',
    ),
  ];
}

/** Where nobody is wrong about anybody: how one would write that somebody is. */
function tellSameGame(model: ConflictModel): Block[] {
  const example = exampleMisperception(model);
  return [
    paragraph(
      'Everybody sees the same game: the text says of nobody that it sees another otherwise than it is. So everybody expects what the other questions tell.',
    ),
    ...(example === null
      ? []
      : [
          paragraph(
            'Where somebody is wrong about somebody else, the text can say so: ',
            code(example.text),
            '. A passage may stand behind it, and any of this may be left out:',
          ),
          ...list(example.parts.map(([said, meaning]) => item([code(said), `: ${meaning}`]))),
        ]),
  ];
}

function tellLeads(
  words: Words,
  { courses, actors, misperceivers }: PerceiveResult,
  mistaken: readonly PerceivedGame[],
): Block[] {
  if (mistaken.length === 0)
    return [
      lead(
        `${words.actors(misperceivers)} ${misperceivers.length === 1 ? 'sees' : 'see'} somebody otherwise than it is; ${words.actors(actors.map(({ actor }) => actor))} ${actors.length === 1 ? 'does' : 'do'} not.`,
      ),
    ];
  return mistaken.map((game) => {
    const { actor, pictures } = game;
    const said = [
      `sees ${words.actors([...new Set(pictures.map(({ of }) => of))])} otherwise than ${pictures.length === 1 ? 'it is' : 'they are'}.`,
      mistakenToday(game),
      surpriseWords(courses, actor),
    ];
    return lead(actorInline(words, actor), ` ${said.filter(Boolean).join(' ')}`);
  });
}

/** Whether, and how soon, what others have reason to do would surprise an actor. */
function surpriseWords(courses: PerceiveResult['courses'], actor: string): string {
  const first = courses.flatMap(({ surprises }) =>
    surprises.flatMap((s) => (s.actor === actor && s.first ? [s.first.steps.length] : [])),
  );
  if (first.length === 0) return 'Nothing that the others have reason to do would surprise it.';
  const soonest = Math.min(...first);
  return soonest === 1
    ? 'What others have reason to do today would surprise it.'
    : `What others have reason to do would surprise it, at the soonest at step ${soonest}.`;
}

function countsTable({ states, equilibria }: PerceiveResult): Block {
  return {
    block: 'table',
    caption: `How many of the ${counted(states, 'state')} would hold`,
    columns: [
      column(`Of the ${counted(states, 'state')} would hold`),
      column('Each by its own game', 'end'),
      column('If all saw it as it is', 'end'),
      column('Stuck', 'end'),
    ],
    groups: [
      {
        title: '',
        rows: PLAIN_CONCEPTS.map((concept): Content[] => [
          [holdOf([concept])!.clause, quiet(` ${concept}`)],
          [figure(equilibria[concept].hypergame)],
          [figure(equilibria[concept].real)],
          [figure(equilibria[concept].standstill)],
        ]),
      },
    ],
  };
}

/** The equilibria of the hypergame, beside what they would be in truth. */
function tellHeld({ held, heldCount }: PerceiveResult): Block[] {
  const title = 'What would hold, each acting by its own game';
  if (heldCount === 0)
    return [
      heading(title),
      paragraph('No state: somebody leaves each of them, or does not recognise it.'),
    ];
  return [
    heading(title),
    {
      block: 'table',
      caption: 'States that hold in everybody’s own game, and whether they do in the true one',
      columns: [column('State'), column('Each by its own game'), column('If all saw it as it is')],
      groups: [
        {
          title: '',
          rows: held.map(({ state, concepts, real }): Content[] => [
            [stateInline(state)],
            [holding(concepts), quiet(` ${concepts.join(' ')}`)],
            [holding(real), quiet(` ${real.join(' ')}`)],
          ]),
        },
      ],
    },
    ...more(heldCount, held),
  ];
}

function holding(concepts: readonly Concept[]): Inline {
  const hold = holdOf(concepts);
  if (hold === null) return verdict('no', 'does not hold');
  return verdict(hold.firm ? 'yes' : 'partly', 'holds');
}

/** Those who see the situation as it is: what they expect rests on the true game. */
function tellClear(words: Words, { actors }: PerceiveResult): Block[] {
  const clear = actors.filter(({ pictures }) => pictures.length === 0);
  if (clear.length === 0) return [];
  const one = clear.length === 1;
  return [
    heading(one ? actorInline(words, clear[0].actor) : 'Those who see the situation as it is'),
    ...list([
      item([
        `${words.actors(clear.map(({ actor }) => actor))} ${one ? 'sees' : 'see'} the situation as it is, but not that somebody else does not.`,
      ]),
      ...tellMistakes(words, clear[0], one ? 'it' : 'they'),
    ]),
  ];
}

/** Where it leads if everybody makes the improvements of its own game. */
function tellCourse(words: Words, course: PerceivedCourse): Block[] {
  const { from, states, steps, stepCount, arrivals, arrivalCount } = course;
  return [
    heading('Where it leads from ', stateInline(from)),
    paragraph(
      `Today: ${todayWords(course)}. ${states === 0 ? 'No other state' : counted(states, 'state')} can be reached from here by steps that are improvements in the eyes of the one who takes them.`,
    ),
    ...(steps.length === 0
      ? []
      : list([
          item(
            ['First steps that somebody has reason to take:'],
            [
              ...list(
                steps.map(({ step, possible, unexpectedBy }) =>
                  item(
                    stepContent(
                      words,
                      step,
                      `${unexpectedBy.length === 0 ? '' : `; not expected by ${words.actors(unexpectedBy.map(({ actor }) => actor))}`}${possible ? '' : '; in vain: something it does not know of stands in the way'}.`,
                    ),
                  ),
                ),
              ),
              ...more(stepCount, steps),
            ],
          ),
        ])),
    ...(arrivals.length === 0
      ? []
      : list([
          item(
            ['What would hold there:'],
            [
              ...list(
                arrivals.map(({ state, concepts, steps: way }, k) =>
                  item([
                    stateInline(state),
                    `, ${holdOf(concepts)!.clause}, after ${counted(way.length, 'step')}${against(words, state, k)}`,
                  ]),
                ),
              ),
              ...more(arrivalCount, arrivals),
            ],
          ),
        ])),
  ];
}

/** What becomes of the present state. */
function todayWords({ concepts, standstill }: PerceivedCourse): string {
  const now = holdOf(concepts);
  if (now) return `could stay as it is, ${now.clause}`;
  const still = holdOf(standstill);
  return still
    ? `those who recognise it stay, ${still.clause}; the others do not know what to make of it`
    : 'somebody leaves it';
}

function more(all: number, told: readonly unknown[]): Block[] {
  return all > told.length ? [paragraph(`And ${figure(all - told.length)} more.`)] : [];
}
