import { applyEdits, type Edit } from '../edits/edit.js';
import { parseText } from '../parser.js';
import type { Slip } from './slip.js';
import { ACTORS } from './slips-of-actors.js';
import { AGREEMENTS } from './slips-of-agreements.js';
import { CONSTRUCTS } from './slips-of-constructs.js';
import { GRAPHS } from './slips-of-graphs.js';
import { SIGNS } from './slips-of-signs.js';
import { STATEMENTS } from './slips-of-statements.js';
import { WORDS } from './slips-of-words.js';
import { isText } from './tokens.js';
import type { Unit } from './units.js';

export interface FoundSlip {
  readonly from: number;
  readonly to: number;
  readonly message: string;
  readonly hint: string;
  readonly fixes: readonly { readonly title: string; readonly edits: readonly Edit[] }[];
}

/**
 * The longest statement that is looked through, in characters: patterns that look back take the square of
 * its length, and what is longer is no slip of who writes by hand.
 */
const LONGEST = 5_000;

/** The likelier first. */
const ALL: readonly Slip[] = [
  ...GRAPHS,
  ...ACTORS,
  ...STATEMENTS,
  ...SIGNS,
  ...AGREEMENTS,
  ...CONSTRUCTS,
  ...WORDS,
];

/**
 * The usual slip that a statement has; null: none. It is one only where a text that is mended so is read
 * further than before: `noticed` is where the reader stopped.
 */
export function slipIn(unit: Unit, noticed: number, text: string): FoundSlip | null {
  if (unit.to - unit.from > LONGEST) return null;
  const masked = maskedWords(unit, text);
  for (const { pattern, message, hint, instead } of ALL) {
    const places = [...masked.matchAll(new RegExp(pattern, `${pattern.flags}g`))].map(
      ({ indices = [] }) =>
        indices.map((part) => ({
          from: unit.from + (part?.[0] ?? 0),
          to: unit.from + (part?.[1] ?? 0),
        })),
    );
    const fixes = instead.flatMap((make) => {
      const edits = places.flatMap((parts) => {
        const insert = make(parts.map(({ from, to }) => text.slice(from, to)));
        return insert === null ? [] : [closely({ ...parts[0], insert }, text)];
      });
      return edits.length > 0 && helps(text, edits, noticed)
        ? [{ title: titleOf(text, edits[0]), edits }]
        : [];
    });
    if (fixes.length === 0) continue;
    const [{ from, to }] = fixes[0].edits;
    const words = text.slice(from, to).trim();
    return {
      from,
      to,
      message: typeof message === 'string' ? message : message(words),
      hint,
      fixes,
    };
  }
  return null;
}

/** Without the blank lines behind what is mended: another mistake may stand there, which is left out meanwhile. */
function closely({ from, to, insert }: Edit, text: string): Edit {
  const words = text.slice(from, to).trimEnd();
  return /[\r\n]/.test(text.slice(from + words.length, to))
    ? { from, to: from + words.length, insert: insert.trimEnd() }
    : { from, to, insert };
}

function titleOf(text: string, { from, to, insert }: Edit): string {
  const [old, fresh] = [text.slice(from, to), insert].map((one) => one.trim().replace(/\s+/g, ' '));
  return fresh === '' ? `Delete \`${old}\`` : `Write \`${fresh}\``;
}

/** Whether the reader comes further, and beyond the first of what was changed. */
function helps(text: string, edits: readonly Edit[], noticed: number): boolean {
  const { lexerErrors, parserErrors } = parseText(applyEdits(text, edits));
  const [{ from, insert }] = edits;
  const stops = [
    ...lexerErrors.map(({ offset }) => offset),
    ...parserErrors
      .slice(0, 1)
      .map(({ token }) => (token.tokenType.name === 'EOF' ? from : token.startOffset)),
  ];
  const shift = edits
    .filter((edit) => edit.from <= noticed)
    .reduce((sum, edit) => sum + edit.insert.length - (edit.to - edit.from), 0);
  return stops.every((at) => at >= from + insert.length && at > noticed + shift);
}

/** The words of a statement in their places, without comments, texts as quotes around signs. */
function maskedWords({ from, to, tokens, strays }: Unit, text: string): string {
  let words = '';
  const put = (offset: number, image: string): void => {
    words += text.slice(from + words.length, offset).replace(/[^\r\n]/g, ' ') + image;
  };
  const all = [
    ...tokens.map((token) => ({ offset: token.startOffset, image: imageOf(token) })),
    ...strays.map(({ offset, length }) => ({ offset, image: text.slice(offset, offset + length) })),
  ].sort((a, b) => a.offset - b.offset);
  for (const { offset, image } of all) put(offset, image);
  put(to, '');
  return words;
}

function imageOf(token: Unit['tokens'][number]): string {
  const { image } = token;
  return isText(token) && token.tokenType.name === 'TEXT'
    ? `"${'·'.repeat(image.length - 2)}"`
    : image;
}
