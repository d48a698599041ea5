import {
  holdOf,
  PLAIN_CONCEPTS,
  type PerceivedGame,
  type PerceiveResult,
} from '@standoff/analysis';
import { counted, figure } from '../english.js';
import { revelationWords, shown } from '../questions/perceive-changes.js';
import {
  becauseWords,
  misjudgedScenarios,
  nowWords,
  pictureWords,
  surpriseWords,
  todayWords,
  unexpectedWords,
} from '../questions/perceive-words.js';
import type { Words } from '../words.js';
import {
  cited,
  column,
  heading,
  item,
  lead,
  list,
  note,
  paragraph,
  quiet,
  type Block,
  type Content,
  type ListItem,
  type Section,
} from '@standoff/document';

/** Steps and examples told of a kind. */
const TOLD = 3;

/** Who is wrong about whom, what it expects, and what surprises it. */
export function perceptionSection(words: Words, result: PerceiveResult): Section {
  const { actors, courses, equilibria, states } = result;
  const mistaken = actors.filter(({ pictures }) => pictures.length > 0);
  return {
    id: 'perception',
    title: 'Who takes it for what',
    blocks: [
      ...mistaken.map(({ actor, pictures }) =>
        lead(
          `${words.actor(actor)} sees ${words.actors([...new Set(pictures.map(({ of }) => of))])} otherwise than ${pictures.length === 1 ? 'it is' : 'they are'}. ${surpriseWords(courses, actor)}`,
        ),
      ),
      {
        block: 'table',
        caption: `How many of the ${counted(states, 'state')} would hold`,
        columns: [
          column('They would hold'),
          column('Each acting by its own game', 'end'),
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
      },
      ...mistaken.flatMap((actor) => ownGame(words, actor, result)),
      heading('Where that leads'),
      ...courses.map((course) =>
        paragraph(
          `Today: ${todayWords(course)}. ${course.states === 0 ? 'No other state' : counted(course.states, 'state')} can be reached from here by steps that are improvements in the eyes of the one who takes them.`,
        ),
      ),
      note(
        'Each actor’s own game is the model with its picture of others put in. A state holds where all stay, each judged wholly in its own game. Stuck: somebody does not recognise the state and so does not move, and all who recognise it stay. Everywhere else in this report everybody is taken to see the situation as it is.',
      ),
    ],
  };
}

function ownGame(words: Words, actor: PerceivedGame, { courses }: PerceiveResult): Block[] {
  const { pictures, states, contradiction, now, expected, leaves } = actor;
  const title = heading(`In the eyes of ${words.actor(actor.actor)}`);
  const seen = pictures.map((picture) =>
    item([
      pictureWords(words, picture),
      picture.because === null ? ' ' : ` “${picture.because}” `,
      ...cited(picture.evidence),
    ]),
  );
  if (states === 0)
    return [
      title,
      ...list([
        ...seen,
        item([`What it believes contradicts itself: ${contradiction.join('; ')}.`]),
      ]),
    ];
  const [first] = leaves.examples;
  return [
    title,
    ...list([
      ...seen,
      ...now.flatMap((one) => nowWords(words, one).map((sentence) => item([sentence]))),
      ...courses.flatMap((course) => surprises(words, course, actor.actor)),
      item([
        `It expects to hold: ${PLAIN_CONCEPTS.map((concept) => `${figure(expected[concept])} under ${concept}`).join(', ')}. ${
          first === undefined
            ? 'Nobody would leave any of them.'
            : `Of these somebody would leave ${PLAIN_CONCEPTS.map((concept) => `${figure(leaves.counts[concept])} under ${concept}`).join(', ')}, the nearest ${shown(words, first.state)}`
        }`,
      ]),
      ...misjudgedScenarios(actor.scenarios).map(({ what, labels }) =>
        item([`${what}: ${labels.map((label) => `“${label}”`).join(', ')}.`]),
      ),
      ...revelationWords(actor).map((sentence) => item([sentence])),
    ]),
  ];
}

/** Steps of others that come unexpectedly, and those it waits for in vain. */
function surprises(
  words: Words,
  { steps, surprises: all }: PerceiveResult['courses'][number],
  actor: string,
): ListItem[] {
  const mine = all.find((one) => one.actor === actor)!;
  const unexpected = steps.flatMap(({ step, because, unexpectedBy }) =>
    unexpectedBy
      .filter((one) => one.actor === actor)
      .map(({ why }) =>
        item([
          `${words.step(step)}, because ${becauseWords(because)}; ${unexpectedWords(words, why, step.actor)}. `,
          ...cited(words.evidence([...step.takes, ...step.drops])),
        ]),
      ),
  );
  const inVain = mine.inVain.map(({ step, because }) =>
    item([`${words.step(step)}, because in its eyes ${becauseWords(because)}.`]),
  );
  return [
    ...(unexpected.length === 0
      ? []
      : [item(['It would be surprised today:'], list(unexpected.slice(0, TOLD)))]),
    ...(inVain.length === 0 ? [] : [item(['It waits in vain for:'], list(inVain.slice(0, TOLD)))]),
  ];
}
