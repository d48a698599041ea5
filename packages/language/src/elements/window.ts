import type { Option } from '@standoff/model';
import type { Context } from '../context.js';
import { checkDate } from '../dates.js';
import type * as ast from '../generated/ast.js';
import { rangeOf } from '../positions.js';

/** The days on which an option can be changed, where they are written. */
export function readWindow(node: ast.Option, context: Context): Pick<Option, 'window'> {
  const { reporter } = context;
  if (node.windows.length === 0) return {};
  const [window, second] = node.windows;
  if (second !== undefined)
    reporter.say('window-twice', rangeOf(second), `${node.name} has two windows`, {
      hint: 'an option has one window; what is possible again later is a second option',
      related: [{ range: rangeOf(window), message: 'the first' }],
    });
  const { from = null } = window;
  const until = window.until.at(0) ?? null;
  if (from !== null) checkDate(from, window, 'from', reporter);
  if (until !== null) checkDate(until, window, 'until', reporter);
  if (from !== null && until !== null && until < from && !from.startsWith(until))
    reporter.say('empty-window', rangeOf(window), `this window ends before it begins`, {
      why: `no day is from ${from} on and not after ${until}`,
      hint: `is it \`from ${until} until ${from}\`?`,
    });
  if (node.flags.includes('unknown'))
    reporter.say(
      'window-of-unknown',
      rangeOf(window),
      `outside its window ${node.name} stays as it is, and how it is is not known`,
      { hint: 'leave out `unknown` and say with an event whether it was taken' },
    );
  if (context.asOf === null)
    reporter.say(
      'window-without-date',
      rangeOf(window),
      `${node.name} has a window, and the situation no date: it counts as open`,
      { hint: 'write `as of 2018-04-27` behind the title of the situation' },
    );
  return { window: { from, until } };
}
