import type { StateShown } from '@standoff/situation';
import { paragraph, type Block, type Content } from '@standoff/document';
import type { ExplanationResult, SlackResult } from './answer.js';
import { counted, listed } from '../told/english.js';
import { numberedState, stateInline } from '../told/inlines.js';
import type { Words } from '../told/words.js';

/** How many swaps in a ranking would change a verdict, and how. */
export function tellSlack(words: Words, result: ExplanationResult): Block[] {
  const { slack, concept } = result;
  if (slack === undefined) return [];
  if (slack === null)
    return [paragraph(`How many swaps would change this is not defined for ${concept}.`)];
  const who = words.actor(result.actor);
  return [
    slack.swaps === null
      ? paragraph(`No other ranking of ${who} would change this under ${concept}.`)
      : paragraph(
          `It would take ${counted(slack.swaps, 'swap')} in the ranking of ${who} to change this under ${concept}: `,
          ...swapWords(slack.change!, result.state),
          '.',
        ),
    ...(slack.others === null
      ? [paragraph('With so many states, swaps in the rankings of others are not tried out.')]
      : slack.others.length > 0
        ? [paragraph(`By the rankings of others: ${others(words, slack.others)}.`)]
        : []),
  ];
}

/** "it would have to rank this state directly below “War”". */
export function swapWords(
  { direction, past, alone }: NonNullable<SlackResult['change']>,
  state: StateShown,
): Content {
  const named = past.name.label === state.name.label ? numberedState(past) : stateInline(past);
  const directly = [`directly ${direction === 'up' ? 'above' : 'below'} `, named];
  if (!alone) return ['it would have to rank this state ', ...directly];
  const parting = 'it would have to rank this state below those that it now ranks equal with it';
  return past.name.decimal === state.name.decimal ? [parting] : [parting, ', and ', ...directly];
}

/** What a swap is; told once. */
export const swapMeaning =
  'A swap: two neighbouring places of a ranking change order, or a state leaves those it was ranked equal with. States that are ranked equal stand in one place and move together.';

function others(words: Words, list: NonNullable<SlackResult['others']>): string {
  return listed(
    list.map(({ actor, swaps, moreThan }) => {
      const who = words.actor(actor);
      if (swaps !== null) return `${counted(swaps, 'swap')} in that of ${who}`;
      return moreThan === null
        ? `none in that of ${who} changes it`
        : `more than ${moreThan} in that of ${who}`;
    }),
  );
}
