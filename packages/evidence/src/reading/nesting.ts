import { ReadError } from '../source-text.js';

/** Pages people write nest some dozens deep; parsers slow down with the square of the depth. */
const DEEPEST = 1000;

/** Elements that have no end, or whose end may be left out. */
const UNCOUNTED = new Set(
  'area base br col embed hr img input link meta param source track wbr p li dt dd tr td th option optgroup tbody thead tfoot'.split(
    ' ',
  ),
);

/** Elements of drawings, which may end themselves ("<path … />"). */
const DRAWN = new Set(
  'path g use rect circle ellipse line polygon polyline image stop animate defs mask text symbol'.split(
    ' ',
  ),
);

/** @throws ReadError 'too-deep' where the elements of a page are nested too deep to be parsed in time */
export function checkNesting(html: string): void {
  let depth = 0;
  for (const match of html.matchAll(/<(\/?)([a-z][\w-]{0,40})/giu)) {
    const name = match[2]!.toLowerCase();
    if (UNCOUNTED.has(name)) continue;
    if (match[1] === '/') depth = Math.max(0, depth - 1);
    else if (!DRAWN.has(name) || !endsItself(html, match.index)) depth++;
    if (depth > DEEPEST) {
      throw new ReadError(
        'too-deep',
        `The page nests its elements more than ${DEEPEST} deep.`,
        'Open it in a browser and save the text as plain text.',
      );
    }
  }
}

function endsItself(html: string, at: number): boolean {
  const tag = html.slice(at, at + 20_000);
  return tag[tag.indexOf('>') - 1] === '/';
}
