import {
  cited,
  column,
  element,
  paragraph,
  verdict,
  type Block,
  type Content,
  type RowGroup,
} from '@standoff/document';
import type { ConflictModel, OptionId } from '@standoff/model';
import type { StateShown } from '@standoff/situation';
import { actorInline } from '../told/inlines.js';
import { figure } from '../told/english.js';
import { propositionSayer } from '../told/proposition-words.js';
import type { Comparison, PlaceInRanking } from './comparison.js';
import type { CompareStep } from './answer.js';
import { tellColumns, type Telling, type ToldStep } from './telling.js';

/** Here and there, by the decision maker's own preferences. */
export function tellComparison(
  telling: Telling,
  { step, to, comparison, is }: CompareStep,
): ToldStep {
  const {
    words,
    model,
    lesson: { state, actor },
  } = telling;
  return {
    title: ['Is the move to ', telling.state(to), ' an improvement?'],
    given: [
      paragraph(actorInline(words, actor), ` ${words.deed(step.takes, step.drops)}. What differs:`),
      ...tellColumns(
        telling,
        'The options that differ',
        [
          { state, head: 'here' },
          { state: to, head: 'there' },
        ],
        differing(state, to),
      ),
    ],
    guess: {
      question: `Would it be an improvement for ${words.actor(actor)}?`,
      answer: is === 'better',
    },
    blocks: [
      ...compared(comparison, model),
      paragraph(
        verdict(
          is === 'better' ? 'yes' : is === 'worse' ? 'no' : 'partly',
          is === 'better' ? 'An improvement' : 'No improvement',
        ),
        is === 'same'
          ? ': it would be as well off there as here.'
          : `: it would be ${is} off there than here.`,
      ),
    ],
  };
}

function differing(a: StateShown, b: StateShown): OptionId[] {
  return [
    ...a.taken.filter((id) => !b.taken.includes(id)),
    ...b.taken.filter((id) => !a.taken.includes(id)),
  ];
}

function compared(comparison: Comparison, model: ConflictModel): Block[] {
  const say = propositionSayer(model);
  switch (comparison.form) {
    case 'none':
      return [paragraph('Nothing is said of what it wants: it is indifferent among all states.')];
    case 'ranking': {
      const said = ({ place, any }: PlaceInRanking): string =>
        `${place} (${any.length === 0 ? 'all others' : any.map(say).join(', or ')})`;
      return [
        paragraph(
          `In its ranking here stands in place ${said(comparison.here)}, there in place ${said(comparison.there)}; 1 is the best.`,
        ),
      ];
    }
    case 'weights': {
      const { weights, sums } = comparison;
      const cell = (holds: boolean, weight: string): Content => [holds ? figured(weight) : '–'];
      return [
        paragraph('The weights of what holds are added up; the larger sum is better.'),
        wants('The weights of both states', [
          {
            title: '',
            rows: weights.map(({ of, here, there, weight }) => [
              [say(of)],
              cell(here, weight),
              cell(there, weight),
            ]),
          },
          { title: '', rows: [[['Sum'], [figured(sums.here)], [figured(sums.there)]]] },
        ]),
      ];
    }
    case 'statements': {
      const { statements, decided, unread } = comparison;
      const truth = (holds: boolean): Content => [holds ? 'true' : 'false'];
      const rest =
        unread === 1
          ? 'The one less important need not be read any more.'
          : `The ${figure(unread)} less important need not be read any more.`;
      return [
        paragraph(
          'Its statements are read one by one, the most important first. The first that is true in one of the two states only decides.',
        ),
        ...(statements.length === 0
          ? []
          : [
              wants('Its statements in both states', [
                {
                  title: '',
                  rows: statements.map(({ id, of, evidence, here, there }, k) => [
                    [
                      element(id, say(of)),
                      ...(decided && k === statements.length - 1
                        ? [' ', verdict('partly', 'decides')]
                        : []),
                      ...(evidence.length > 0 ? [' ', ...cited(evidence)] : []),
                    ],
                    truth(here),
                    truth(there),
                  ]),
                },
              ]),
            ]),
        ...(!decided
          ? [paragraph('None of them tells the two apart.')]
          : unread > 0
            ? [paragraph(rest)]
            : []),
      ];
    }
  }
}

/** What holds here and there, row by row. */
function wants(caption: string, groups: readonly RowGroup[]): Block {
  return {
    block: 'table',
    caption,
    columns: [column('It wants'), column('here', 'middle'), column('there', 'middle')],
    groups,
  };
}

function figured(decimal: string): string {
  return decimal.replace('-', '−');
}
