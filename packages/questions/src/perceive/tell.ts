import {
  code,
  column,
  heading,
  item,
  lead,
  list,
  note,
  paragraph,
  verdict,
  type Block,
  type Content,
  type Inline,
  inTerminal,
} from '@standoff/document';
import { holdOf } from '@standoff/engine';
import { STANDARDS, type Concept, type Standard } from '@standoff/situation';
import type { PerceivedCourse, PerceivedEnd } from './course-answer.js';
import type { PerceivedGame, PerceiveResult } from './answer.js';
import type { ConflictModel } from '@standoff/model';
import { counted, figure } from '../told/english.js';
import { exampleMisperception } from '../told/examples.js';
import { misreadWords } from '../briefing/misread-words.js';
import { courseEndWords, SHORT, standardNote, tellEnd } from '../told/course-words.js';
import { actorInline, stateCalled, stateInline } from '../told/inlines.js';
import { stepContent } from '../told/steps.js';
import type { Words } from '../told/words.js';
import { tellLevel2 } from './tell-changes.js';
import { tellOwnGame } from './tell-game.js';
import { against, tellMistakes } from './tell-mistakes.js';

/** What each actor takes the situation to be, what it expects, and what surprises it. */
export function tellPerceive(words: Words, result: PerceiveResult, model: ConflictModel): Block[] {
  const { actors, courses, level } = result;
  if (result.misperceivers.length === 0) return tellSameGame(model);
  const mistaken = actors.filter(({ pictures }) => pictures.length > 0);
  return [
    ...courses.map((course) => lead(finding(words, course, courses.length > 1))),
    ...tellMistaken(words, result, mistaken),
    ...courses.flatMap((course) => tellCourse(words, course)),
    ...tellHeld(words, result),
    ...mistaken.flatMap((game) => tellOwnGame(words, game, result)),
    ...tellClear(words, result),
    ...tellLevel2(words, result),
    note(
      'Each actor’s own game is the model with its picture of others put in; whether it stays in a state is judged wholly in that game. A state holds where all stay, each by its own. Where somebody does not recognise a state, it does not move. All other questions take everybody to see the situation as it is.',
      inTerminal(
        level === 1
          ? ' “standoff perceive CASE --level 2” says what changes if all others knew.'
          : '',
      ),
    ),
    standardNote(result),
  ];
}

/** Why it stays in a state that does not hold. */
const STUCK: Readonly<Record<NonNullable<PerceivedEnd['stuck']>, string>> = {
  'not recognised': 'since not everybody knows what to make of it',
  'in vain': 'since what somebody would do cannot be done',
};

/** Where it ends if each acts by what it sees, and where if all saw things as they are. */
function finding(words: Words, { from, ends, asIs }: PerceivedCourse, several: boolean): string {
  const start = several ? `From ${words.called(from)}: each` : 'Each';
  const seen = courseEndWords(words, ends);
  const truth = courseEndWords(words, asIs);
  const [first] = ends;
  const stuck = ends.length === 1 && first.stuck ? `, ${STUCK[first.stuck]}` : '';
  return seen === truth
    ? `${start} acting by what it sees, ${seen}${stuck}; so it would if all saw things as they are.`
    : `${start} acting by what it sees, ${seen}${stuck}; if all saw things as they are, ${truth}.`;
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

/** What each mistake changes today, and whether the others will surprise who makes it. */
function tellMistaken(
  words: Words,
  { courses, actors, misperceivers, misreadings }: PerceiveResult,
  mistaken: readonly PerceivedGame[],
): Block[] {
  if (mistaken.length === 0)
    return [
      paragraph(
        `${words.actors(misperceivers)} ${misperceivers.length === 1 ? 'sees' : 'see'} somebody otherwise than it is; ${words.actors(actors.map(({ actor }) => actor))} ${actors.length === 1 ? 'does' : 'do'} not.`,
      ),
    ];
  return misreadings.map((one) =>
    paragraph(
      [
        misreadWords(words, one),
        // Who does not expect what is done today is surprised at once.
        ...(one.unexpected.length > 0 ? [] : [surpriseWords(courses, one.actor)]),
      ].join(' '),
    ),
  );
}

/** Whether, and how soon, what others have reason to do would surprise an actor. */
function surpriseWords(courses: PerceiveResult['courses'], actor: string): string {
  const first = courses.flatMap(({ surprises }) =>
    surprises.flatMap((s) => (s.actor === actor && s.first ? [s.first.steps.length] : [])),
  );
  if (first.length === 0) return 'Nothing that the others then do would surprise it.';
  const soonest = Math.min(...first);
  return soonest === 1
    ? 'What others then do would surprise it at once.'
    : `What others then do would surprise it, at the soonest at step ${soonest}.`;
}

/** What holds in everybody's own game, beside what it would be in truth. */
function tellHeld(words: Words, { held, heldCount, standard }: PerceiveResult): Block[] {
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
            [stateCalled(words, state)],
            [holding(concepts, standard)],
            [holding(real, standard)],
          ]),
        },
      ],
    },
    ...more(heldCount, held),
  ];
}

function holding(concepts: readonly Concept[], standard: Standard): Inline {
  if (!concepts.includes(STANDARDS[standard].concept)) return verdict('no', 'does not hold');
  const hold = holdOf(concepts)!;
  return verdict(hold.firm ? 'yes' : 'partly', SHORT[hold.answers]);
}

/** Those who see the situation as it is: what they expect rests on the true game. */
function tellClear(words: Words, { actors, standard }: PerceiveResult): Block[] {
  const { concept } = STANDARDS[standard];
  const clear = actors.filter(({ pictures }) => pictures.length === 0);
  if (clear.length === 0) return [];
  const one = clear.length === 1;
  return [
    heading(one ? actorInline(words, clear[0].actor) : 'Those who see the situation as it is'),
    ...list([
      item([
        `${words.actors(clear.map(({ actor }) => actor))} ${one ? 'sees' : 'see'} the situation as it is, but not that somebody else does not.`,
      ]),
      ...tellMistakes(words, clear[0], concept, one ? 'it' : 'they'),
    ]),
  ];
}

/** Where it leads if everybody does what is best in its own game. */
function tellCourse(words: Words, course: PerceivedCourse): Block[] {
  const { from, steps, stepCount, ends, moreEnds = 0 } = course;
  return [
    heading('Where it leads from ', stateInline(from)),
    ...(steps.length === 0
      ? [paragraph('Nobody would move today.')]
      : list([
          item(
            ['What would be done today:'],
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
    ...list([
      item(
        ['Where it ends:'],
        [
          ...list(
            ends.map((end, k) =>
              item([
                ...tellEnd(words, end),
                `, ${end.stuck ? `${STUCK[end.stuck]}, ` : ''}after ${counted(end.way.length, 'step')}${against(words, end.nearest, k)}`,
              ]),
            ),
          ),
          ...more(ends.length + moreEnds, ends),
        ],
      ),
    ]),
  ];
}

function more(all: number, told: readonly unknown[]): Block[] {
  return all > told.length ? [paragraph(`And ${figure(all - told.length)} more.`)] : [];
}
