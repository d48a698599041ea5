import {
  cited,
  element,
  item,
  list,
  paragraph,
  type Block,
  type Content,
} from '@standoff/document';
import { actorInline } from '../told/inlines.js';
import { counted, figure, listed } from '../told/english.js';
import { propositionSayer } from '../told/proposition-words.js';
import { stepEvidence } from '../told/steps.js';
import type { RuledOut, RuledOutBy } from './ruled-out.js';
import type { MovesStep } from './answer.js';
import { tellColumns, type Telling, type ToldStep } from './telling.js';

/** The decision maker's moves, and what is no move of it. */
export function tellMoves(telling: Telling, step: MovesStep): ToldStep {
  const { words, model, lesson } = telling;
  const { count, moves, passedOver, ruledOut } = step;
  const own = model.options.filter(({ owner }) => owner === lesson.actor);
  const lasting = (ids: readonly string[]): string[] =>
    own
      .filter(({ id, direction }) => direction !== 'both' && ids.includes(id))
      .map(({ label }) => `“${label}”`);
  const moved = moves.map(({ step: move, to }) => {
    const last = lasting([...move.takes, ...move.drops]);
    return item([
      `It ${words.deed(move.takes, move.drops)}, to `,
      telling.state(to),
      `. ${last.length > 0 ? `${listed(last)} cannot be taken back. ` : ''}`,
      ...stepEvidence(words, move),
    ]);
  });
  return {
    title: [`What ${words.actor(lesson.actor)} can do by itself`],
    given: [],
    guess: null,
    blocks: [
      paragraph(
        actorInline(words, lesson.actor),
        ` may change any of its own options at once, as long as the state it leads to is feasible. It has ${count === 0 ? 'no move here.' : `${counted(count, 'move')} here:`}`,
      ),
      ...list(moved),
      ...(passedOver.moves > 0
        ? [
            paragraph(
              `The other ${counted(passedOver.moves, 'move')}, ${figure(passedOver.improvements)} of them better for it, are not gone through here.`,
            ),
          ]
        : []),
      ...(moves.length > 0
        ? tellColumns(
            telling,
            'Its options here and after each move',
            [{ state: lesson.state, head: 'here' }, ...moves.map(({ to }) => ({ state: to }))],
            own.map(({ id }) => id),
          )
        : []),
      ...(ruledOut === null
        ? [paragraph('It has too many options for all changes that are no moves to be told.')]
        : tellRuledOut(telling, ruledOut)),
    ],
  };
}

function tellRuledOut(
  telling: Telling,
  { count, shown }: NonNullable<MovesStep['ruledOut']>,
): Block[] {
  if (count === 0) return [];
  return [
    paragraph(
      `${count === 1 ? 'One change of its options is' : `${figure(count)} changes of its options are`} ruled out${count > shown.length ? '; the smallest are these' : ''}:`,
    ),
    ...list(shown.map((one) => item(ruledOutContent(telling, one)))),
  ];
}

function ruledOutContent(telling: Telling, { takes, drops, by }: RuledOut): Content {
  return [
    `To ${telling.words.toDo(takes, drops)}: `,
    ...by.flatMap((reason, k) => [...(k > 0 ? ['; '] : []), ...reasonContent(telling, reason)]),
  ];
}

function reasonContent({ words, model }: Telling, reason: RuledOutBy): Content {
  const say = propositionSayer(model);
  switch (reason.kind) {
    case 'direction':
      return [
        element(reason.option, `“${words.option(reason.option)}”`),
        reason.change === 'drop'
          ? ' cannot be given up once taken'
          : ' cannot be taken up again once given up',
      ];
    case 'constraint':
      return [
        element(reason.id, 'a constraint'),
        ` rules it out: ${say(reason.must)} `,
        ...cited(reason.evidence),
      ];
    case 'transition':
      return [
        element(reason.id, 'it cannot move'),
        ` from ${say(reason.from)} to ${say(reason.to)} `,
        ...cited(reason.evidence),
      ];
  }
}
