import { tokenize } from './parser.js';

export type TokenKind =
  | 'keyword'
  /** A name, of whatever it may be. */
  | 'name'
  /** The name behind a dot: an option of the actor before it. */
  | 'option'
  | 'text'
  | 'evidence'
  | 'comment'
  | 'number'
  | 'operator'
  | 'date';

export interface TokenSpan {
  /** UTF-16 offsets. */
  readonly from: number;
  readonly to: number;
  readonly kind: TokenKind;
}

const OPERATORS: ReadonlySet<string> = new Set(
  'not and or xor implies only if iff requires > >> >>> >>>> ~ = %'.split(' '),
);

const KINDS: ReadonlyMap<string, TokenKind> = new Map([
  ['COMMENT', 'comment'],
  ['DATE', 'date'],
  ['NUMBER', 'number'],
  ['TEXT', 'text'],
  ['OPEN_TEXT', 'text'],
  ['CURLY_TEXT', 'text'],
  ['EVIDENCE', 'evidence'],
  ['ID', 'name'],
]);

/** Words behind which a name is given, so that `option open` has one keyword. */
const NAMING: ReadonlySet<string> = new Set(
  'situation source actor agreement scenario state claim option faction prevails'.split(' '),
);

/**
 * The words and comments of any text, in order, by what they look like: for highlighting while it
 * is written, whether it can be read or not. Brackets, commas and blanks have no span.
 */
export function tokensOf(text: string): TokenSpan[] {
  const { tokens, hidden } = tokenize(text);
  const spans: TokenSpan[] = [];
  for (const [i, { image, tokenType, startOffset }] of tokens.entries()) {
    const before = tokens[i - 1]?.image;
    const word = /^[\p{L}_]/u.test(image);
    const kind =
      word && before === '.'
        ? 'option'
        : word && before === 'option'
          ? 'option'
          : word && ((before !== undefined && NAMING.has(before)) || tokens[i + 1]?.image === '.')
            ? 'name'
            : (KINDS.get(tokenType.name) ??
              (OPERATORS.has(image) ? 'operator' : word ? 'keyword' : null));
    if (kind !== null) spans.push({ from: startOffset, to: startOffset + image.length, kind });
  }
  for (const { image, tokenType, startOffset } of hidden) {
    if (tokenType.name !== 'COMMENT') continue;
    spans.push({ from: startOffset, to: startOffset + image.length, kind: 'comment' });
  }
  return spans.sort((a, b) => a.from - b.from);
}
