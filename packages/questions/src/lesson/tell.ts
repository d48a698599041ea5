import {
  column,
  heading,
  item,
  list,
  note,
  paragraph,
  quiet,
  strong,
  type Block,
  type Content,
} from '@standoff/document';
import type { ConflictModel } from '@standoff/model';
import { actorHead, stateInline } from '../told/inlines.js';
import type { Words } from '../told/words.js';
import type { LessonResult, LessonStep } from './answer.js';
import { tellComparison } from './tell-comparison.js';
import { tellAnswers, tellEscape, tellTogether } from './tell-deterrence.js';
import { tellMoves } from './tell-moves.js';
import { tellVerdict } from './tell-verdict.js';
import { byOwner, headOf, tellColumns, type Telling, type ToldStep } from './telling.js';

/** A verdict worked out by hand: its steps with their numbers, then all states where they are few. */
export function tellLesson(words: Words, lesson: LessonResult, model: ConflictModel): Block[] {
  return [
    ...tellSteps(words, lesson, model).flatMap(({ title, given, blocks }, k) => [
      heading(`${k + 1}. `, ...title),
      ...given,
      ...blocks,
    ]),
    ...(lesson.table === null
      ? []
      : [heading('All states'), ...tellAllStates(words, lesson, model)]),
  ];
}

/** The steps one by one, for whoever shows one after the other. */
export function tellSteps(words: Words, lesson: LessonResult, model: ConflictModel): ToldStep[] {
  const { actor, concept } = lesson;
  const telling: Telling = {
    words,
    model,
    lesson,
    state: (state) => stateInline(state, { actor, concept }),
  };
  return lesson.steps.map((step) => tellStep(telling, step));
}

function tellStep(telling: Telling, step: LessonStep): ToldStep {
  switch (step.kind) {
    case 'state':
      return tellState(telling);
    case 'moves':
      return tellMoves(telling, step);
    case 'compare':
      return tellComparison(telling, step);
    case 'answers':
      return tellAnswers(telling, step);
    case 'together':
      return tellTogether(telling, step);
    case 'escape':
      return tellEscape(telling, step);
    case 'verdict':
      return tellVerdict(telling, step);
  }
}

function tellState(telling: Telling): ToldStep {
  const {
    lesson: { state },
    model,
  } = telling;
  const every = model.options.map(({ id }) => id);
  return {
    title: ['The state'],
    given: [],
    guess: null,
    blocks: [
      paragraph('It is ', telling.state(state), '. Y: the option is taken. N: it is not.'),
      ...tellColumns(telling, 'The state, option by option', [{ state, head: 'here' }], every),
    ],
  };
}

/** Every state as a column of Y and N, with the moves of each decision maker from it. */
export function tellAllStates(
  words: Words,
  { table, actors, state, actor, concept }: LessonResult,
  model: ConflictModel,
): Block[] {
  if (table === null)
    return [paragraph('There are too many states for a table; “standoff states” lists them.')];
  const here = Number(state.name.decimal);
  const head = (decimal: number, today: boolean): Content => [
    headOf(String(decimal), { actor, concept }),
    ...(decimal === here ? [' here'] : []),
    ...(today ? [' today'] : []),
  ];
  return [
    {
      block: 'table',
      caption: 'All states in the notation of the field',
      columns: [
        column('Option'),
        ...table.map(({ decimal, today }) => ({
          head: head(decimal, today),
          align: 'middle' as const,
        })),
      ],
      groups: [
        ...byOwner(
          words,
          model,
          model.options.map(({ id }) => id),
          (id) => {
            const k = model.options.findIndex((option) => option.id === id);
            return table.map(({ column: letters }) => [
              letters[k] === 'Y' ? letters[k] : quiet(letters[k]),
            ]);
          },
        ),
        {
          title: 'Can move to',
          rows: actors.map((id) => [
            [actorHead(words, id)],
            ...table.map(({ moves }) =>
              moves[id].flatMap(({ to, improves }, k): Content => [
                ...(k > 0 ? [' '] : []),
                improves ? strong(`${to}*`) : String(to),
              ]),
            ),
          ]),
        },
        {
          title: 'Ranks it',
          rows: actors.map((id) => [
            [actorHead(words, id)],
            ...table.map(({ place }) => [String(place[id])]),
          ]),
        },
      ],
    },
    ...list(
      table.flatMap(({ decimal, label }) =>
        label === null ? [] : [item([`#${decimal}: ${label}`])],
      ),
    ),
    note(
      'Y: the option is taken. N: it is not. Below, the states that each decision maker can move to, with an asterisk those that are better for it, and the place of each state in its ranking: 1 is the best.',
    ),
  ];
}
