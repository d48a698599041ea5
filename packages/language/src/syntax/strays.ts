import type { Reporter } from '../reporter.js';
import { OPERATORS } from './slips-of-signs.js';
import { rangeOfToken, shortened, type LexerError, type Token } from './tokens.js';

/** Deeper than anybody writes; a parser that recurses would fall over much later. */
const DEEPEST = 100;

/** Characters without meaning that are looked at: the later ones are mostly echoes. */
const MOST = 20;

/** Says so where the text is nested too deep to be read. */
export function tooDeep(tokens: readonly Token[], reporter: Reporter): boolean {
  let depth = 0;
  let nots = 0;
  for (const token of tokens) {
    nots = token.image === 'not' ? nots + 1 : 0;
    if (token.image === '(' || token.image === '{') depth += 1;
    if (token.image === ')' || token.image === '}') depth -= 1;
    if (depth <= DEEPEST && nots <= DEEPEST) continue;
    reporter.say('too-deep', rangeOfToken(token), `this is nested more than ${DEEPEST} deep`, {
      hint: 'name parts of it with `scenario`',
    });
    return true;
  }
  return false;
}

const INSTEAD: ReadonlyMap<string, string> = new Map([
  ['<', 'rankings are written best first, with `>`'],
  [';', 'nothing is needed between two statements'],
  ["'", 'texts stand in double quotes: "…"'],
  ['\u2018', 'texts stand in double quotes: "…"'],
  ['\u2019', 'texts stand in double quotes: "…"'],
  ['/', 'a comment begins with `#`, and dates are written 2018-04-27'],
  ['[', 'lists stand in braces: {a, b}'],
  [']', 'lists stand in braces: {a, b}'],
  ['-', 'names are made of letters, digits and `_`'],
  ['\u2013', 'ranges and dates are written with a plain `-`'],
  ['\u2014', 'ranges and dates are written with a plain `-`'],
  ['\u2212', 'negative numbers are written with a plain `-`'],
  ['_', 'a name begins with a letter'],
]);

/** Control and format characters, unusual spaces, lone marks: what a message could not show. */
const UNSEEN = /[\p{C}\p{Z}\p{M}]/u;

/** What means nothing, as a message can show it: what cannot be seen by its code points. */
function strayShown(image: string): string {
  if (!UNSEEN.test(image)) return `\`${shortened(image)}\` means nothing here`;
  const codes = [...image].map(
    (c) => `U+${c.codePointAt(0)!.toString(16).toUpperCase().padStart(4, '0')}`,
  );
  if (codes.length === 1) return `a character that cannot be seen (${codes[0]}) means nothing here`;
  const listed = codes.slice(0, 3).join(' ') + (codes.length > 3 ? ' …' : '');
  return `characters some of which cannot be seen (${listed}) mean nothing here`;
}

/** The sign of another notation that begins there, with what is written here in its place. */
function signAt(text: string, offset: number): { image: string; hint: string } | null {
  for (const { pattern, hint } of OPERATORS) {
    const sign = new RegExp(pattern.source, `${pattern.flags}y`);
    sign.lastIndex = offset;
    const found = sign.exec(text);
    if (found !== null) return { image: found[0].trim(), hint };
  }
  return null;
}

/** Characters that mean nothing. */
export function sayLexerErrors(
  errors: readonly LexerError[],
  text: string,
  reporter: Reporter,
): void {
  for (const error of errors.slice(0, MOST)) {
    const image = text.slice(error.offset, error.offset + error.length);
    const start = { line: (error.line ?? 1) - 1, column: (error.column ?? 1) - 1 };
    const end = { line: start.line, column: start.column + error.length };
    const sign = signAt(text, error.offset);
    if (sign !== null) {
      reporter.sayOnce(
        sign.image,
        'stray-character',
        { start, end: { line: start.line, column: start.column + sign.image.length } },
        `\`${sign.image}\` is no sign of the language`,
        () => ({ hint: sign.hint }),
      );
      continue;
    }
    const plain = image.normalize('NFKC');
    const range = { start, end };
    if (plain !== image && /^[!-~]+$/.test(plain)) {
      reporter.sayOnce(
        image,
        'stray-character',
        range,
        `\`${shortened(image)}\` is written in letters of another width`,
        () => ({
          hint: `write \`${shortened(plain)}\``,
          fixes: [{ title: `Write \`${shortened(plain)}\``, edits: [{ range, text: plain }] }],
        }),
      );
      continue;
    }
    reporter.sayOnce(image, 'stray-character', range, strayShown(image), () => ({
      hint:
        INSTEAD.get(image[0]) ??
        (UNSEEN.test(image) ? 'delete it: it may have come along with a copied text' : undefined),
    }));
  }
}

/** Texts that are read, but not written as they should be. */
export function sayMisreadTexts(tokens: readonly Token[], reporter: Reporter): void {
  for (const token of tokens) {
    if (token.tokenType.name === 'OPEN_TEXT') {
      const range = rangeOfToken(token);
      reporter.say('unclosed-text', range, 'this text is not closed on its line', {
        hint: 'put a `"` where it ends; a quote inside is written \\"',
        fixes: [
          {
            title: 'Close the text where its line ends',
            edits: [{ range: { start: range.end, end: range.end }, text: '"' }],
          },
        ],
      });
    } else if (token.tokenType.name === 'CURLY_TEXT') {
      reporter.sayOnce(
        'quotes',
        'curly-quotes',
        rangeOfToken(token),
        'typographic quotation marks do not open a text',
        () => ({ hint: 'write plain ones: "…"' }),
      );
    }
  }
}
