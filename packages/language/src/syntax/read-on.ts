import type { Document } from '../generated/ast.js';
import { rangesIn } from '../lines.js';
import { parseText, tokenize } from '../parser.js';
import type { Advice, Reporter } from '../reporter.js';
import type { Code } from '../severities.js';
import { unmatchedIn, type Unmatched } from './braces.js';
import { Explanation, type Reread } from './explanation.js';
import { sayMerges } from './merges.js';
import { slipIn } from './slips.js';
import { sayLexerErrors, sayMisreadTexts } from './strays.js';
import { isEnd, rangeOfToken, shortened, type Token } from './tokens.js';
import { allBlanked, blanked, unitsOf, without, type Unit } from './units.js';

/** Characters that are read again and again in one text at most, so that a long one takes no longer. */
const MOST_READ = 4_000_000;

/** Statements with characters without meaning for which ways to mend them are tried out. */
const MOST_TRIED = 8;

/** Statements with a mistake of syntax that are told of one text. */
const MOST_ROUNDS = 60;

/** Statements with such characters that are looked at one by one; more are told of by these alone, and left out. */
const MOST_MISREAD = 120;

export interface Read {
  /** The tree of what is left; null where nothing can be read. */
  readonly tree: Document | null;
  /** What was left out for its mistakes, as the text with blanks for all else; null: nothing was. */
  readonly lost: string | null;
}

/**
 * Reads a text on past what is wrong in it: a statement with a mistake of syntax is told of and then left
 * out, so that the mistakes of one text are told in one run.
 */
export function readOn(text: string, reporter: Reporter): Read {
  const reading = new Reading(text, reporter);
  const rounds = Math.min(MOST_ROUNDS, Math.max(2, Math.floor(MOST_READ / (text.length + 1))));
  for (let round = 0; round < rounds; round++) {
    const tree = reading.round();
    if (tree === null) continue;
    reading.sayMisread();
    return { tree, lost: reading.lost };
  }
  reading.sayMisread();
  return { tree: null, lost: text };
}

class Reading {
  #now: string;
  readonly #told = new Set<number>();
  /** Told of last, each alone in a text that can be read but for it, to see what mends it. */
  readonly #misread: { readonly unit: Unit; readonly before: string; readonly after: string }[] =
    [];

  constructor(
    readonly text: string,
    readonly reporter: Reporter,
  ) {
    this.#now = sayMerges(text, reporter);
  }

  get lost(): string | null {
    if (this.#now === this.text) return null;
    return this.text.replace(/./g, (one, at: number) => (this.#now[at] === one ? ' ' : one));
  }

  /** Tells of one mistake and leaves it out; the tree where there is none. */
  round(): Document | null {
    const { tokens, errors: strays } = tokenize(this.#now);
    const units = unitsOf(this.#now, tokens, strays);
    const misread = units.filter(
      (unit) =>
        unit.strays.length > 0 || unit.tokens.some(({ tokenType: { name } }) => MISREAD.has(name)),
    );
    if (misread.length > 0) {
      for (const unit of misread.slice(MOST_MISREAD))
        sayLexerErrors(unit.strays, this.#now, this.reporter);
      this.#now = allBlanked(this.#now, misread.slice(MOST_MISREAD));
      for (const unit of misread.slice(0, MOST_MISREAD)) {
        const before = this.#now;
        this.#now = without(before, unit, tokens);
        this.#misread.push({ unit, before, after: this.#now });
      }
      return null;
    }
    const { value, parserErrors } = parseText(this.#now);
    if (parserErrors.length === 0) return value;
    const unmatched = unmatchedIn(tokens);
    if (unmatched !== null) {
      sayUnmatched(unmatched, tokens, this.reporter);
      this.#leaveOutBrace(unmatched, tokens);
      return null;
    }
    let found: { at: Token; say: () => void } | null = null;
    const explain = new Explanation(
      tokens,
      rereadOf(this.#now),
      (code, at, range, message, advice) => {
        found ??= { at, say: () => this.reporter.say(code, range, message, advice) };
      },
    );
    explain.say(parserErrors[0]);
    this.#leaveOut(found!, parserErrors[0].token, units, tokens);
    return null;
  }

  #leaveOut(
    { at, say }: { readonly at: Token; readonly say: () => void },
    noticed: Token,
    units: readonly Unit[],
    tokens: readonly Token[],
  ): void {
    const offset = isEnd(at) ? this.#now.length : at.startOffset;
    const unit = units.findLast(({ from, tokens: own }) => from <= offset && own.length > 0);
    if (unit === undefined) {
      say();
      this.#now = blanked(this.#now, 0, this.#now.length);
      return;
    }
    const told = this.#told.has(unit.from);
    this.#told.add(unit.from);
    const start = isEnd(noticed) ? this.#now.length : noticed.startOffset;
    if (!told && !this.#saySlip(unit, start, this.#now, null)) say();
    const opening = opensBlock(unit);
    // What is wrong in a head says nothing of what stands in its braces.
    this.#now =
      !told &&
      opening !== null &&
      offset > unit.tokens[0].startOffset &&
      offset < opening.startOffset
        ? blanked(this.#now, offset, opening.startOffset)
        : without(this.#now, unit, tokens);
  }

  /** Tells of what the reader cannot even cut into words, each in the text that is read but for it. */
  sayMisread(): void {
    for (const [k, { unit, before, after }] of this.#misread.entries()) {
      let to = before.length;
      while (to > unit.from && before[to - 1] === after[to - 1]) to -= 1;
      const text =
        this.#now.slice(0, unit.from) + before.slice(unit.from, to) + this.#now.slice(to);
      this.#sayMisread(unit, text, k < MOST_TRIED);
    }
  }

  #sayMisread(unit: Unit, text: string, tried: boolean): void {
    const start = Math.min(
      ...unit.strays.map(({ offset }) => offset),
      ...unit.tokens.filter((t) => MISREAD.has(t.tokenType.name)).map((t) => t.startOffset),
    );
    const code = unit.strays.length > 0 ? 'stray-character' : null;
    if (tried && code !== null && this.#saySlip(unit, start, text, code)) return;
    sayLexerErrors(unit.strays, text, this.reporter);
    sayMisreadTexts(unit.tokens, this.reporter);
  }

  /** Whether it is a usual slip, with a way to mend it that is seen to help. */
  #saySlip(unit: Unit, noticed: number, text: string, code: Code | null): boolean {
    const slip = slipIn(unit, noticed, text);
    if (slip === null) return false;
    const range = rangesIn(text);
    const fixes = slip.fixes
      // What was left out for a mistake of its own is not overwritten.
      .filter(({ edits }) =>
        edits.every(({ from, to }) => text.slice(from, to) === this.text.slice(from, to)),
      )
      .map(({ title, edits }) => ({
        title,
        edits: edits.map((edit) => ({ range: range(edit), text: edit.insert })),
      }));
    const advice: Advice = { hint: slip.hint, ...(fixes.length > 0 && { fixes }) };
    this.reporter.say(code ?? 'syntax', range(slip), slip.message, advice);
    return true;
  }

  #leaveOutBrace({ brace, noticed }: Unmatched, tokens: readonly Token[]): void {
    if (brace.image === ')' || brace.image === '}') {
      this.#now = blanked(this.#now, brace.startOffset, brace.startOffset + 1);
      return;
    }
    const { from } = unitsOf(this.#now, tokens, []).findLast(
      (unit) => unit.from <= brace.startOffset,
    )!;
    // What is open around a parenthesis or a list has its own other half; a list closed by `)` ends there.
    const mistaken = noticed?.image === ')';
    const around = mistaken || brace.image === '(' ? openAt(brace, tokens) : undefined;
    const start = Math.max(from, around === undefined ? 0 : around.startOffset + 1);
    const end = noticed === null ? this.#now.length : noticed.startOffset + (mistaken ? 1 : 0);
    this.#now = blanked(this.#now, start, end);
  }
}

/** Says that a brace has no other half, with where it may be. */
export function sayUnmatched(
  { brace, noticed }: Unmatched,
  tokens: readonly Token[],
  reporter: Reporter,
): void {
  const range = rangeOfToken(brace);
  if (brace.image === ')' || brace.image === '}') {
    reporter.say('closed-too-often', range, `this \`${brace.image}\` closes nothing`, {
      hint: 'delete it, or open what it should close',
      fixes: [{ title: `Delete \`${brace.image}\``, edits: [{ range, text: '' }] }],
    });
    return;
  }
  const closing = brace.image === '(' ? ')' : '}';
  const last = tokens.findLast((t) => noticed === null || t.startOffset < noticed.startOffset)!;
  const { end } = rangeOfToken(last);
  reporter.say('unclosed-brace', range, `this \`${brace.image}\` is never closed`, {
    hint: `put a \`${closing}\` where it ends`,
    related:
      noticed === null
        ? undefined
        : [{ range: rangeOfToken(noticed), message: 'it should be closed before this' }],
    fixes: [
      {
        title: `Put \`${closing}\` behind \`${shortened(last.image)}\``,
        edits: [{ range: { start: end, end }, text: closing === ')' ? ')' : '\n}' }],
      },
    ],
  });
}

/** Kinds of token that are read as texts so that one mistake stays one. */
const MISREAD: ReadonlySet<string> = new Set(['OPEN_TEXT', 'CURLY_TEXT']);

/** The innermost block that is open where a token stands. */
function openAt({ startOffset }: Token, tokens: readonly Token[]): Token | undefined {
  const open: Token[] = [];
  for (const token of tokens) {
    if (token.startOffset >= startOffset) break;
    if (token.image === '{') open.push(token);
    if (token.image === '}') open.pop();
  }
  return open.at(-1);
}

/** The brace of a unit that is closed in another. */
function opensBlock({ tokens }: Unit): Token | null {
  const open: Token[] = [];
  for (const token of tokens) {
    if (token.image === '{') open.push(token);
    if (token.image === '}') open.pop();
  }
  return open[0] ?? null;
}

/** Everything before the place is blanked, so that the positions stay what they are. */
function rereadOf(text: string): Reread {
  return (rule, offset) => {
    const [first] = parseText(blanked(text, 0, offset), rule).parserErrors;
    return first === undefined || first.name === 'NotAllInputParsedException' ? null : first;
  };
}
