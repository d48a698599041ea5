import { StandoffTerminals } from './terminals.generated.js';

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
  'not and or xor implies only if unless iff requires > >> >>> >>>> ~ = %'.split(' '),
);

const KINDS: ReadonlyMap<string, TokenKind> = new Map([
  ['COMMENT', 'comment'],
  ['DATE', 'date'],
  ['NUMBER', 'number'],
  ['TEXT', 'text'],
  ['OPEN_TEXT', 'text'],
  ['CURLY_TEXT', 'text'],
  ['EVIDENCE', 'evidence'],
]);

/** Words behind which a name is given, so that `option open` has one keyword. */
const NAMING: ReadonlySet<string> = new Set(
  'situation source actor agreement offer scenario state claim option faction prevails graph'.split(
    ' ',
  ),
);

/** Every word of the grammar; a test sees to it. The parser knows them too, and is large to load. */
const WORDS: ReadonlySet<string> = new Set(
  [
    'about accessed actor acts agreement aka all allied always among and as assurance at author because best',
    'between by can cannot cause chance choice claim claimed demand denied depends disputed doi event exactly faction',
    'for from graph hostile if iff implies in inferred irreversible is kind least left line most move much',
    'never no out red equally keeps kept offer refuses until withdrawn',
    'none not note of on one only open option or order others over part perceives perhaps prefers',
    'prevails promise protects published publisher quantity ranks relation reported requires rests',
    'resumable rival scenario signals situation slow source state stated strongly taken them then threat to',
    'unaware under unknown unless until url very weighs when with worst xor',
  ].flatMap((line) => line.split(' ')),
);

/** What the grammar calls a token, or SIGN for one of its signs, in the order in which it looks. */
const PATTERNS = [
  ...Object.entries(StandoffTerminals),
  ['SIGN', />{1,4}|[%(),.:={}~]/] as const,
].map(([name, { source }]) => ({ name, pattern: new RegExp(source, 'y') }));

interface Token {
  readonly name: string;
  readonly image: string;
  readonly from: number;
}

/** The tokens of a text, blanks left out. What the language has no use for is passed over. */
function cut(text: string): Token[] {
  const tokens: Token[] = [];
  for (let from = 0; from < text.length;) {
    const found = tokenAt(text, from);
    if (found !== null && found.name !== 'WS') tokens.push(found);
    from += found?.image.length ?? 1;
  }
  return tokens;
}

function tokenAt(text: string, from: number): Token | null {
  for (const { name, pattern } of PATTERNS) {
    pattern.lastIndex = from;
    const image = pattern.exec(text)?.[0];
    if (image !== undefined) return { name, image, from };
  }
  return null;
}

/**
 * The words and comments of any text, in order, by what they look like: for highlighting while it
 * is written, whether it can be read or not. Brackets, commas and blanks have no span.
 */
export function tokensOf(text: string): TokenSpan[] {
  const all = cut(text);
  const read = all.filter(({ name }) => name !== 'COMMENT');
  let passed = 0;
  return all.flatMap((token) => {
    const { name, image, from } = token;
    if (name !== 'COMMENT') passed++;
    const kind = kindOf(token, read[passed - 2], read[passed]);
    return kind === null ? [] : [{ from, to: from + image.length, kind }];
  });
}

/** The kind of a token between those that stand before and behind it. */
function kindOf(
  { name, image }: Token,
  before: Token | undefined,
  behind: Token | undefined,
): TokenKind | null {
  if (name === 'ID') {
    if (before?.image === '.' || before?.image === 'option') return 'option';
    if ((before && NAMING.has(before.image)) || behind?.image === '.') return 'name';
    return OPERATORS.has(image) ? 'operator' : WORDS.has(image) ? 'keyword' : 'name';
  }
  return KINDS.get(name) ?? (OPERATORS.has(image) ? 'operator' : null);
}
