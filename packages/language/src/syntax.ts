import type { LexerResult, ParseResult } from 'langium';
import { nearest, RESERVED, type TextRange } from '@standoff/model';
import { EXPECTED_BY_RULE, FORM_OF_RULE, FORMS, OTHER_WORDS, TOKEN_WORDS } from './forms.js';
import type { Code } from './diagnostics.js';
import { didYouMean } from './names.js';
import type { Advice, Reporter } from './reporter.js';

export type Token = LexerResult['tokens'][number];
export type LexerError = LexerResult['errors'][number];
export type SyntaxError = ParseResult['parserErrors'][number];

/** What the parser would say first if it read the text from `offset` on by that rule alone. */
export type Reread = (rule: string, offset: number) => SyntaxError | null;

/** Deeper than anybody writes; a parser that recurses would fall over much later. */
const DEEPEST = 100;

/** Mistakes of syntax that are reported of one text: the later ones are mostly echoes. */
const MOST = 5;

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
  ['&', 'write `and`'],
  ['|', 'write `or`'],
  ['!', 'write `not`'],
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

/** Characters that mean nothing. */
export function sayLexerErrors(
  errors: readonly LexerError[],
  text: string,
  reporter: Reporter,
): void {
  for (const error of errors.slice(0, 4 * MOST)) {
    const image = text.slice(error.offset, error.offset + error.length);
    const start = { line: (error.line ?? 1) - 1, column: (error.column ?? 1) - 1 };
    const end = { line: start.line, column: start.column + error.length };
    reporter.sayOnce(image, 'stray-character', { start, end }, strayShown(image), () => ({
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
      reporter.say('unclosed-text', rangeOfToken(token), 'this text is not closed on its line', {
        hint: 'put a `"` where it ends; a quote inside is written \\"',
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

/** Braces first: where they do not match, everything after is an echo. Then one a statement. */
export function saySyntaxErrors(
  errors: readonly SyntaxError[],
  tokens: readonly Token[],
  strays: readonly LexerError[],
  reread: Reread,
  reporter: Reporter,
): void {
  if (errors.length === 0 || sayUnmatched(tokens, reporter)) return;
  const starts = tokens.filter((token, i) => isElementStart(token, tokens[i - 1]));
  const elementOf = (offset: number): number =>
    starts.findLastIndex((token) => token.startOffset <= offset);
  const misread = tokens.filter((token) => token.tokenType.name === 'OPEN_TEXT');
  const done = new Set([
    ...strays.map((stray) => elementOf(stray.offset)),
    ...misread.map((token) => elementOf(token.startOffset)),
  ]);
  const lastToken = tokens.at(-1)!;
  let said = 0;
  for (const error of errors) {
    const at = isEnd(error.token) ? lastToken.startOffset : error.token.startOffset;
    const element = elementOf(at);
    if (done.has(element) || said >= MOST) continue;
    done.add(element);
    said += 1;
    new Explanation(tokens, reread, reporter).say(error);
  }
}

/** Statements that begin a line begin something new, whatever is wrong before them. */
function isElementStart(token: Token, before: Token | undefined): boolean {
  return FORMS.has(token.image) && (before === undefined || before.endLine! < token.startLine!);
}

function sayUnmatched(tokens: readonly Token[], reporter: Reporter): boolean {
  const open: Token[] = [];
  for (const [i, token] of tokens.entries()) {
    const { image } = token;
    if (image === '(' || image === '{') open.push(token);
    const top = FORMS.get(image)?.where.startsWith('at the top of the text, outside') ?? false;
    if (open.length > 0 && top && token.startColumn === 1 && isElementStart(token, tokens[i - 1])) {
      if (tokens[i + 1]?.tokenType.name !== 'TEXT' && !/^[\w]/.test(tokens[i + 1]?.image ?? ''))
        continue;
      sayUnclosed(open.at(-1)!, token, reporter);
      return true;
    }
    if (image !== ')' && image !== '}') continue;
    const opening = open.pop();
    if (opening === undefined) {
      reporter.say('closed-too-often', rangeOfToken(token), `this \`${image}\` closes nothing`);
      return true;
    }
    if ((opening.image === '(') !== (image === ')')) {
      sayUnclosed(opening, token, reporter);
      return true;
    }
  }
  const unclosed = open.at(-1);
  if (unclosed) sayUnclosed(unclosed, null, reporter);
  return unclosed !== undefined;
}

function sayUnclosed(opening: Token, noticed: Token | null, reporter: Reporter): void {
  reporter.say(
    'unclosed-brace',
    rangeOfToken(opening),
    `this \`${opening.image}\` is never closed`,
    {
      hint: `put a \`${opening.image === '(' ? ')' : '}'}\` where it ends`,
      ...(noticed === null
        ? {}
        : {
            related: [{ range: rangeOfToken(noticed), message: 'it should be closed before this' }],
          }),
    },
  );
}

/** Puts one error of the parser into words. */
class Explanation {
  readonly #tokens: readonly Token[];
  readonly #reread: Reread;
  readonly #reporter: Reporter;

  constructor(tokens: readonly Token[], reread: Reread, reporter: Reporter) {
    this.#tokens = tokens;
    this.#reread = reread;
    this.#reporter = reporter;
  }

  say(error: SyntaxError, mayReread = true): void {
    const found = error.token;
    const form = FORMS.get(found.image);
    if (mayReread && form !== undefined && isBetweenParts(error)) {
      const inside = this.#reread(form.rule, found.startOffset);
      if (inside !== null && inside.token.startOffset !== found.startOffset) {
        this.say(inside, false);
        return;
      }
      if (inside === null) {
        this.#put('syntax', found, `\`${found.image}\` cannot stand here`, {
          hint: `it stands ${form.where}`,
        });
        return;
      }
    }
    if (this.#sayUnfinished(error)) return;
    const rule = ruleOf(error);
    if (rule === 'Constraint' && error.message === 'requires') {
      this.#sayLone(found);
      return;
    }
    if (this.#sayMisspelt(error, rule)) return;
    const before = this.#before(found);
    if (isText(found) && before && isText(before)) {
      this.#put('syntax', found, 'there is a second text here', {
        hint: 'only one text stands at this place; `\\"` is a quote inside a text',
      });
      return;
    }
    const expected = expectedBy(error, rule);
    const what = isEnd(found) ? 'the end of the text' : `\`${shortened(found.image)}\``;
    if (expected === 'a name' && RESERVED.has(found.image)) {
      this.#put('syntax', found, `${what} cannot be a name`, {
        why: 'the word is needed to read expressions',
      });
      return;
    }
    const after = before ? ` after \`${shortened(before.image)}\`` : '';
    const written = FORM_OF_RULE.get(rule);
    this.#put(
      'syntax',
      found,
      expected === null
        ? `${what} cannot stand${after === '' ? ' here' : after}`
        : `${expected} is expected${after}, not ${what}`,
      {
        hint:
          rule === 'CountNumber'
            ? 'write the number in digits'
            : written === undefined
              ? undefined
              : `it is written like this: \`${written}\``,
      },
    );
  }

  /** `never a and` before a line that begins with `actor`: the word was taken for a name. */
  #sayUnfinished(error: SyntaxError): boolean {
    const i = this.#tokens.findIndex((t) => t.startOffset >= error.token.startOffset);
    const [operator, word] = [this.#tokens[i - 2], this.#tokens[i - 1]];
    if (!operator || !word || !isElementStart(word, operator)) return false;
    if (!OPERATORS.has(operator.image)) return false;
    this.#put('syntax', operator, `nothing follows \`${operator.image}\``, {
      hint: 'write what belongs to it, or leave it out',
    });
    return true;
  }

  #sayLone(found: Token): void {
    const word = this.#before(found)!;
    const form = FORMS.get(word.image);
    if (form) {
      this.#put('syntax', word, `\`${word.image}\` cannot stand here`, {
        hint: `it stands ${form.where}`,
      });
      return;
    }
    this.#put('lone-expression', word, 'nothing says what this expression is for', {
      hint: 'write `always` before it if it must hold, `never` if it must not',
    });
  }

  /** A word that is nearly one of the language, or stands where only those can. */
  #sayMisspelt(error: SyntaxError, rule: string): boolean {
    const found = error.token;
    if (found.tokenType.name !== 'ID') return false;
    const wanted = error.name === 'MismatchedTokenException' ? error.message : '';
    if (wanted !== '' && /^[a-z]+$/.test(wanted) && nearest(found.image, [wanted]) !== null) {
      this.#put('unknown-word', found, `\`${found.image}\` is not the word that belongs here`, {
        hint: `did you mean \`${wanted}\`?`,
      });
      return true;
    }
    const opens = ['', 'Document', 'Element', 'Actor', 'ActorItem', 'PerceptionItem', 'Perception'];
    if (!opens.includes(rule) && !['Source', 'SourceField', 'Faction'].includes(rule)) return false;
    const words = [...FORMS.keys(), ...OTHER_WORDS];
    this.#put(
      'unknown-word',
      found,
      `\`${shortened(found.image)}\` begins nothing that can stand here`,
      {
        hint:
          didYouMean(found.image, words) ??
          'if this is a condition, write `never` or `always` before it',
      },
    );
    return true;
  }

  #put(code: Code, at: Token, message: string, advice: Advice): void {
    this.#reporter.say(code, this.#rangeOf(at), message, advice);
  }

  /** Of the end of the text: the last character of it. */
  #rangeOf(token: Token): TextRange {
    if (!isEnd(token)) return rangeOfToken(token);
    const { end } = rangeOfToken(this.#tokens.at(-1)!);
    return { start: end, end };
  }

  #before(token: Token): Token | undefined {
    if (isEnd(token)) return this.#tokens.at(-1);
    const i = this.#tokens.findIndex((t) => t.startOffset >= token.startOffset);
    return this.#tokens[i - 1];
  }
}

/** The innermost rule that was being read; that of a list where its next item was looked for. */
function ruleOf(error: SyntaxError): string {
  return (error.context.ruleStack.at(-1) ?? '').replace('\u200B', '');
}

const OPERATORS = new Set(['and', 'or', 'xor', 'iff', 'implies', 'if', 'not', 'requires', '=']);

/** Whether the parser was looking for the next part, not for a word inside of one. */
function isBetweenParts(error: SyntaxError): boolean {
  return error.name !== 'MismatchedTokenException' || error.message === '}';
}

/** The messages of the parser are the kinds of token it wanted: see parser.ts. */
function expectedBy(error: SyntaxError, rule: string): string | null {
  if (error.name === 'MismatchedTokenException') {
    return TOKEN_WORDS.get(error.message) ?? `\`${error.message}\``;
  }
  if (error.name === 'NotAllInputParsedException') return null;
  return EXPECTED_BY_RULE.get(rule) ?? null;
}

function isEnd(token: Token): boolean {
  return token.tokenType.name === 'EOF';
}

function isText(token: Token): boolean {
  return ['TEXT', 'OPEN_TEXT', 'CURLY_TEXT'].includes(token.tokenType.name);
}

function shortened(image: string): string {
  return image.length > 30 ? `${image.slice(0, 29)}…` : image;
}

function rangeOfToken(token: Token): TextRange {
  return {
    start: { line: token.startLine! - 1, column: token.startColumn! - 1 },
    end: { line: token.endLine! - 1, column: token.endColumn! },
  };
}
