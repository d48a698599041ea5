import { isElementStart, isText, type LexerError, type Token } from './tokens.js';

/** A statement of a text as far as its lines show it: what is wrong in one says nothing of the next. */
export interface Unit {
  /** From the start of its first line to the start of the next unit. */
  readonly from: number;
  readonly to: number;
  readonly tokens: readonly Token[];
  readonly strays: readonly LexerError[];
}

/** Words and signs that go on with what stands on the line before. */
const GOING_ON: ReadonlySet<string> = new Set(
  ', ( ) { } = : . > >> >>> >>>> ~ and or xor iff implies if only unless requires when by to because rests inferred with between is from disputed cause quantity signals aka'.split(
    ' ',
  ),
);

/** Words and signs after which a statement goes on, on whatever line. */
const UNFINISHED: ReadonlySet<string> = new Set(
  ', ( = : . ~ and or xor iff implies if only unless requires when by to because on not'.split(' '),
);

/** The statements of a text, strays with those on whose lines they stand. */
export function unitsOf(
  text: string,
  tokens: readonly Token[],
  strays: readonly LexerError[],
): Unit[] {
  const units: (Unit & { to: number; tokens: Token[]; strays: LexerError[] })[] = [];
  const begin = (offset: number): void => {
    const from = startOfLine(text, offset);
    if (units.length > 0) units.at(-1)!.to = from;
    units.push({ from, to: text.length, tokens: [], strays: [] });
  };
  let [k, line, depth] = [0, 0, 0];
  for (const [i, token] of tokens.entries()) {
    for (; k < strays.length && strays[k].offset < token.startOffset; k++) {
      if (units.length === 0 || strays[k].line! > line) begin(strays[k].offset);
      line = strays[k].line!;
      units.at(-1)!.strays.push(strays[k]);
    }
    const before = tokens[i - 1] as Token | undefined;
    const fresh = units.length === 0 || token.startLine! > line;
    if (fresh && (isElementStart(token, before) || (depth === 0 && begins(token, before)))) {
      begin(token.startOffset);
      depth = 0;
    }
    line = token.endLine!;
    if (token.image === '(') depth += 1;
    if (token.image === ')') depth = Math.max(0, depth - 1);
    units.at(-1)!.tokens.push(token);
  }
  for (const stray of strays.slice(k)) {
    if (units.length === 0 || stray.line! > line) begin(stray.offset);
    line = stray.line!;
    units.at(-1)!.strays.push(stray);
  }
  return units;
}

function begins(token: Token, before: Token | undefined): boolean {
  if (before === undefined) return true;
  if (isText(token) || token.tokenType.name === 'EVIDENCE') return false;
  return !GOING_ON.has(token.image) && !UNFINISHED.has(before.image);
}

function startOfLine(text: string, offset: number): number {
  let at = offset;
  while (at > 0 && !/[\r\n]/.test(text[at - 1])) at -= 1;
  return at;
}

/**
 * The text with blanks in the place of a unit, so that all places stay what they are. A brace that closes
 * what was opened before stays; with one that it opens and does not close goes all up to where it is closed.
 */
export function without(text: string, unit: Unit, tokens: readonly Token[]): string {
  const kept = new Set<number>();
  let open = 0;
  for (const { image, startOffset } of unit.tokens) {
    if (image === '{') open += 1;
    if (image !== '}') continue;
    if (open === 0) kept.add(startOffset);
    else open -= 1;
  }
  let { to } = unit;
  for (const { image, startOffset, endOffset } of tokens) {
    if (open === 0) break;
    if (startOffset < unit.to) continue;
    if (image === '{') open += 1;
    if (image === '}') open -= 1;
    to = endOffset! + 1;
  }
  return blanked(text, unit.from, to, kept);
}

export function blanked(
  text: string,
  from: number,
  to: number,
  kept: ReadonlySet<number> = new Set(),
): string {
  const blanks = text
    .slice(from, to)
    .replace(/[^\r\n]/g, (one, at: number) => (kept.has(from + at) ? one : ' '));
  return text.slice(0, from) + blanks + text.slice(to);
}

/** The text with blanks in the place of all these units, which come one after the other, but for braces that close. */
export function allBlanked(text: string, units: readonly Unit[]): string {
  let done = 0;
  let left = '';
  for (const { from, to } of units) {
    left += text.slice(done, from) + text.slice(from, to).replace(/[^\r\n}]/g, ' ');
    done = to;
  }
  return left + text.slice(done);
}
