import {
  column,
  inTerminal,
  lead,
  note,
  quiet,
  verdict,
  type Block,
  type Content,
} from '@standoff/document';
import { holdOf } from '@standoff/engine';
import type { CoalitionsResult } from './answer.js';
import type { Together } from './together.js';
import { wouldDo } from '../told/deeds.js';
import { alike } from '../told/alike.js';
import { capitalised, counted, figure, listed } from '../told/english.js';
import { isToday, stateCalled } from '../told/inlines.js';
import type { Words } from '../told/words.js';

/** Rows of the table. */
const TOLD = 8;

/** What coalitions could do together: who, from where, what each does, whether it would hold. */
export function tellTogether(words: Words, result: CoalitionsResult): Block[] {
  const { joint, partition } = result;
  const { together, looked, asked, all } = joint;
  const which = partition ? [counted(looked, 'block')] : ofCoalitions(looked, all, looked < asked);
  if (together.length === 0)
    return [
      lead(
        'Of ',
        ...which,
        ` of two or more, none can do anything together that is better for each of its members.`,
      ),
    ];
  const told = alike(together, ({ parts, from, to, concepts }) =>
    JSON.stringify([
      parts.map(({ actor }) => actor).sort(),
      words.called(from),
      words.called(to),
      concepts,
    ]),
  ).map(([first]) => first);
  const holding = together.filter(({ concepts }) => concepts.length > 0).length;
  const more = told.length - TOLD + joint.more;
  return [
    lead(
      'Of ',
      ...which,
      ` of two or more, these could do better together, ${holding === 0 ? 'to nothing that would hold' : holding === together.length ? 'each to what would hold' : 'some of them to what would hold'}.`,
    ),
    {
      block: 'table',
      caption: 'What coalitions could do together',
      columns: [column('Together'), column('From'), column('To'), column('Would it hold')],
      groups: [
        {
          title: '',
          rows: told
            .slice(0, TOLD)
            .map((one): Content[] => [
              [partsOf(words, one)],
              [isToday(one.from) ? 'Today' : stateCalled(words, one.from)],
              [stateCalled(words, one.to)],
              holdingOf(words, one),
            ]),
        },
      ],
    },
    ...(more > 0 ? [note(`And ${figure(more)} more, less firm or larger.`)] : []),
  ];
}

function partsOf(words: Words, { parts }: Together): string {
  return capitalised(
    listed(
      parts.map(
        ({ actor, takes, drops }) => `${words.actor(actor)} would ${wouldDo(words, takes, drops)}`,
      ),
    ),
  );
}

function holdingOf(words: Words, one: Together): Content {
  const { concepts, turnBack, leftBy, needCommitment } = one;
  const hold = holdOf(concepts);
  const leaving = [...turnBack, ...leftBy];
  const needs = needCommitment.filter((id) => !turnBack.includes(id));
  return [
    hold === null
      ? verdict('no', 'no')
      : hold.answers === 'none'
        ? verdict('yes', 'firmly')
        : verdict(hold.firm ? 'yes' : 'partly', hold.firm ? 'by answers' : 'at a price'),
    ...(turnBack.length > 0 ? [`; ${words.actors(turnBack)} would turn back`] : []),
    ...(leftBy.length > 0 && leaving.length > turnBack.length
      ? [`; ${words.actors(leftBy)} would leave it`]
      : []),
    ...(needs.length > 0
      ? [
          `; ${words.actors(needs)} would do ${needs.length === 1 ? 'its' : 'their'} part only if bound`,
        ]
      : []),
    ...(concepts.length > 0 ? [quiet(` ${concepts.join(' ')}`)] : []),
  ];
}

/** "21 coalitions of two or more", or which of all were judged. */
export function judgedOf({
  coalitions,
  partition,
  joint,
}: Pick<CoalitionsResult, 'coalitions' | 'partition' | 'joint'>): Content {
  const several = coalitions.filter(({ length }) => length > 1).length;
  const which = partition ? [counted(several, 'block')] : ofCoalitions(several, joint.all, true);
  return [...which, ' of two or more'];
}

function ofCoalitions(looked: number, all: number, full: boolean): Content {
  return looked === all
    ? [`all ${counted(all, 'coalition')}`.replace('all 1 ', 'the only ')]
    : [
        `the ${figure(looked)} smallest looked at`,
        inTerminal(full ? ' (--full looks at more)' : ''),
        ` of ${counted(all, 'coalition')}`,
      ];
}
