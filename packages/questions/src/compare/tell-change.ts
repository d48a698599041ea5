import {
  column,
  element,
  heading,
  item,
  list,
  paragraph,
  note,
  strong,
  type Block,
  type Content,
  type Inline,
} from '@standoff/document';
import type { ConflictModel } from '@standoff/model';
import { figure } from '../told/english.js';
import { actorInline } from '../told/inlines.js';
import type { Words } from '../told/words.js';
import { changedWords, scenarioWords } from './change-words.js';
import { holdsOtherwise, type TextChange, type HeldChange } from './change.js';
import type { RankingChange, RankMoved } from './ranking-changes.js';

/** Outcomes listed on each side; the rest as a count. */
const LISTED = 6;

/** What a change of a text did, in single states and in rankings; its headline stands above. */
export function tellChange(words: Words, change: TextChange, model: ConflictModel): Block[] {
  const { today, scenarios, gained, lost, rankings } = change;
  const label = (id: string): string => model.scenarios.find((one) => one.id === id)?.label ?? id;
  return [
    ...changedWords(change, model, words).map((one) => paragraph(strong(one))),
    ...(today === null
      ? []
      : [
          paragraph(
            `Today’s state ${today.moved ? 'is another one, and ' : ''}${today.after ? 'would hold' : 'would not last'}; before, it ${today.before ? 'would have held' : 'would not have lasted'}. `,
            why(words, today),
          ),
        ]),
    ...headed(
      'Scenarios',
      list(
        scenarios.map((one) => item([element(one.id, label(one.id)), ` ${scenarioWords(one)}.`])),
      ),
    ),
    ...outcomes(words, 'Would now hold', 'Before, there was no such state.', gained),
    ...outcomes(words, 'Would no longer hold', 'There is no such state any more.', lost),
    ...(rankings === null
      ? [
          note(
            'There are other states than before, so that places in the rankings are not compared.',
          ),
        ]
      : rankings.flatMap((one) => tellRanking(words, one, label))),
    ...(rankings?.length === 0 && change.preferences.length > 0 ? [note(idle(change))] : []),
    ...(holdsOtherwise(change)
      ? [
          note(
            'An outcome would hold where nobody gains by leaving it, or where those who gain would be answered by others in their own interest. What is “perhaps” counts as present.',
          ),
        ]
      : []),
  ];
}

function headed(title: string, blocks: readonly Block[]): Block[] {
  return blocks.length === 0 ? [] : [heading(title), ...blocks];
}

/** @param stateless what to say of a state that is there on one side of the change only. */
function outcomes(
  words: Words,
  title: string,
  stateless: string,
  states: readonly HeldChange[],
): Block[] {
  const rest = states.length - LISTED;
  return headed(
    title,
    list([
      ...states
        .slice(0, LISTED)
        .map((one) =>
          item([
            one.today ? 'Today’s state' : one.called,
            one.reached && !one.today ? ', where improvements can lead' : '',
            one.priced ? ', now only at a price to those who answer' : '',
            '. ',
            ...(one.stateless ? [stateless] : [why(words, one)]),
          ]),
        ),
      ...(rest > 0 ? [item([`and ${figure(rest)} more.`])] : []),
    ]),
  );
}

/** The verdict that made the difference: a page leads there. */
function why(
  words: Words,
  { state, actor, concept }: Pick<HeldChange, 'state' | 'actor' | 'concept'>,
): Inline {
  return {
    inline: 'state',
    decimal: String(state),
    text: actor === null ? 'Why' : `Why, for ${words.actor(actor)}`,
    verdict: actor === null || concept === null ? null : { actor, concept },
  };
}

function tellRanking(
  words: Words,
  { actor, today, held, scenarios }: RankingChange,
  label: (id: string) => string,
): Block[] {
  const rows: (readonly [string, RankMoved])[] = [
    ...(today ? [['Today', today] as const] : []),
    ...(held ? [['What would hold, on average', held] as const] : []),
    ...scenarios.map((one) => [label(one.id), one] as const),
  ];
  const who = actorInline(words, actor);
  if (rows.length === 0)
    return [
      heading('How ', who, ' ranks them'),
      paragraph(
        'It ranks some states otherwise, but neither today, what would hold nor a scenario.',
      ),
    ];
  return [
    heading('How ', who, ' ranks them'),
    {
      block: 'table',
      caption:
        'From 0, worse than every other state, to 100, better than every other; a scenario on average over its states.',
      columns: [column('What'), column('Before', 'end'), column('Now', 'end'), column('Moved')],
      groups: [
        {
          title: '',
          rows: rows.map(([name, { before, after, direction }]): Content[] => [
            [name],
            [hundred(before)],
            [hundred(after)],
            [direction],
          ]),
        },
      ],
    },
  ];
}

function hundred(share: number): string {
  return (share * 100).toFixed(1);
}

/** Why a change of what somebody wants changed no ranking, and where it may matter. */
function idle({ preferences }: TextChange): string {
  if (preferences.every(({ seenBy }) => seenBy !== null))
    return 'How one actor sees another counts only in its own game, which perceive tells.';
  if (preferences.every(({ changes }) => changes.every(({ kind }) => kind === 'weighed')))
    return 'What is “perhaps” counts as present here, and how strongly something is wanted alters no ranking; robustness tells what doubt changes.';
  return 'It makes no difference where other statements or the constraints decide the same already, or where a faction is not assumed to prevail, which factions tells.';
}
