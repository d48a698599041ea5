import type { ExplanationResult, SlackResult } from '@standoff/analysis';
import { counted, listed } from './english.js';
import type { Page } from '@standoff/document';
import type { Words } from './words.js';

/** How many swaps in a ranking would change a verdict, and how. */
export function slackLines(page: Page, words: Words, result: ExplanationResult): void {
  const { slack, concept } = result;
  if (slack === undefined) return;
  if (slack === null) {
    page.line(`How many swaps would change this is not defined for ${concept}.`, { indent: 2 });
    return;
  }
  const who = words.actor(result.actor);
  page.line(
    slack.swaps === null
      ? `No other ranking of ${who} would change this under ${concept}.`
      : `It would take ${counted(slack.swaps, 'swap')} in the ranking of ${who} to change this under ${concept}: ${how(page, words, slack.change!, result)}.`,
    { indent: 2 },
  );
  if (slack.others === null)
    page.line('With so many states, swaps in the rankings of others are not tried out.', {
      indent: 2,
    });
  else if (slack.others.length > 0)
    page.line(`By the rankings of others: ${others(words, slack.others)}.`, { indent: 2 });
}

function how(
  page: Page,
  words: Words,
  { direction, past, alone }: NonNullable<SlackResult['change']>,
  { state }: ExplanationResult,
): string {
  const directly = `directly ${direction === 'up' ? 'above' : 'below'} ${words.short(past.name)}${page.style.quiet(`#${past.name.decimal}`)}`;
  if (!alone) return `it would have to rank this state ${directly}`;
  const parting = 'it would have to rank this state below those that it now ranks equal with it';
  return past.name.decimal === state.name.decimal ? parting : `${parting}, and ${directly}`;
}

/** What a swap is; told once. */
export function swapMeaning(page: Page): void {
  page.blank();
  page.line(
    'A swap: two neighbouring places of a ranking change order, or a state leaves those it was ranked equal with. States that are ranked equal stand in one place and move together.',
  );
}

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
