import { rangesIn } from '../lines.js';
import type { Reporter } from '../reporter.js';
import { blanked } from './units.js';

/** What git leaves in a text where two versions changed the same lines. */
const MERGE =
  /^<{7}[^\r\n]*(?:\r\n|\r|\n)([^]*?)(?:^\|{7}[^]*?)?^={7}[^\r\n]*(?:\r\n|\r|\n)([^]*?)^>{7}[^\r\n]*$/gm;

/** A line of such a merge without the others. */
const LEFT = /^(?:<{7}|={7}|>{7}|\|{7})(?: [^\r\n]*)?$/gm;

/** Tells of merges that nobody decided; the text with the first of each two versions alone. */
export function sayMerges(text: string, reporter: Reporter): string {
  if (!/<{7}|={7}|>{7}|\|{7}/.test(text)) return text;
  const range = rangesIn(text);
  let now = text;
  for (const merge of text.matchAll(MERGE)) {
    const { index: from } = merge;
    const to = from + merge[0].length;
    const firstLine = merge[0].search(/[\r\n]/);
    reporter.say(
      'merge-conflict',
      range({ from, to: from + firstLine }),
      'two versions of these lines stand here, as a merge left them',
      {
        hint: 'keep one of the two, and delete the lines of `<<<<<<<`, `=======` and `>>>>>>>`',
        fixes: [
          ['Keep the first version', merge[1]],
          ['Keep the second version', merge[2]],
        ].map(([title, kept]) => ({
          title,
          edits: [{ range: range({ from, to }), text: kept.replace(/\r?\n$/, '') }],
        })),
      },
    );
    const first = from + merge[0].indexOf(merge[1], firstLine);
    now = blanked(now, from, first);
    now = blanked(now, first + merge[1].length, to);
  }
  for (const { index: from, 0: line } of now.matchAll(LEFT)) {
    const to = from + line.length;
    reporter.say('merge-conflict', range({ from, to }), 'this line is left of a merge', {
      hint: 'delete it where what stands around it is as you want it',
      fixes: [{ title: 'Delete the line', edits: [{ range: range({ from, to }), text: '' }] }],
    });
    now = blanked(now, from, to);
  }
  return now;
}
