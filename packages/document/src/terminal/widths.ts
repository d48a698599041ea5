import columnsOf from 'fast-string-width';
import { wrapAnsi } from 'fast-wrap-ansi';

/** What takes no column of its own; a tab has those it is given where the line is set. */
const WITHOUT_WIDTH = /[\t\u00ad\u200b\u2060\ufeff]/g;
/** Steps of tabs. */
const TAB = 8;

/** How many columns of a terminal the text takes. */
export function widthOf(text: string): number {
  return columnsOf(text.replace(WITHOUT_WIDTH, ''));
}

/** The lines of a text, broken at spaces; `hard`: also within what is wider than a line by itself. */
export function wrapped(
  text: string,
  columns: number,
  options: { readonly hard?: boolean } = {},
): string[] {
  return wrapAnsi(withTabs(text), columns, options).split('\n');
}

/** The text with spaces for its tabs. */
function withTabs(text: string): string {
  if (!text.includes('\t')) return text;
  return text
    .split('\n')
    .map((line) =>
      line.split('\t').reduce((before, piece) => {
        return before + ' '.repeat(TAB - (widthOf(before) % TAB)) + piece;
      }),
    )
    .join('\n');
}
