import { nearest, RESERVED, type TextRange } from '@standoff/model';
import { EXPECTED_BY_RULE, FORM_OF_RULE, FORMS, OTHER_WORDS, TOKEN_WORDS } from '../forms.js';
import { didYouMean } from '../suggestions.js';
import type { Advice } from '../reporter.js';
import type { Code } from '../severities.js';
import { isElementStart, isEnd, isText, rangeOfToken, shortened } from './tokens.js';
import type { SyntaxError, Token } from './tokens.js';

/** What the parser would say first if it read the text from `offset` on by that rule alone. */
export type Reread = (rule: string, offset: number) => SyntaxError | null;

/** Takes what is said of a place. */
export type Say = (
  code: Code,
  at: Token,
  range: TextRange,
  message: string,
  advice: Advice,
) => void;

/** Words that begin a part of a ranking. */
const AMONG_WISHES: ReadonlySet<string> = new Set(['red', 'equally', 'keeps']);

/** Puts one error of the parser into words. */
export class Explanation {
  readonly #tokens: readonly Token[];
  readonly #reread: Reread;
  readonly #say: Say;

  constructor(tokens: readonly Token[], reread: Reread, say: Say) {
    this.#tokens = tokens;
    this.#reread = reread;
    this.#say = say;
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
    const listed = rule === 'Choice' && before !== undefined && /^[{,]$/.test(before.image);
    if ((expected === 'a name' || listed) && RESERVED.has(found.image)) {
      this.#put('syntax', found, `${what} cannot be a name`, {
        why: 'the word is needed to read expressions',
        hint: 'take another: readers see the label behind it',
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
            : expected === TOKEN_WORDS.get('DATE')
              ? 'dates are written 2018-04-27, 2018-04 or 2018'
              : written === undefined
                ? AMONG_WISHES.has(found.image)
                  ? 'it stands among wishes, within `prefers { … }`'
                  : undefined
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
    const behind = this.#tokens.find(({ startOffset }) => startOffset > found.startOffset);
    this.#put(
      'unknown-word',
      found,
      `\`${shortened(found.image)}\` begins nothing that can stand here`,
      {
        hint:
          didYouMean(found.image, words) ??
          (behind !== undefined && isText(behind)
            ? 'what stands here begins with a word such as `actor`, `option`, `scenario` or `event`'
            : 'if this is a condition, write `never` or `always` before it'),
      },
    );
    return true;
  }

  #put(code: Code, at: Token, message: string, advice: Advice): void {
    this.#say(code, at, this.#rangeOf(at), message, advice);
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

const OPERATORS = new Set([
  'and',
  'or',
  'xor',
  'iff',
  'implies',
  'if',
  'unless',
  'not',
  'requires',
  '=',
]);

/** Whether the parser was looking for the next part, not for a word inside of one. */
function isBetweenParts(error: SyntaxError): boolean {
  return error.name !== 'MismatchedTokenException' || error.message === '}';
}

/** The messages of the parser are the kinds of token it wanted: see parser.ts. */
function expectedBy(error: SyntaxError, rule: string): string | null {
  if (error.name === 'MismatchedTokenException') {
    // More stands there than was wanted: it is told of what stands there.
    if (error.message === 'EOF') return null;
    return TOKEN_WORDS.get(error.message) ?? `\`${error.message}\``;
  }
  if (error.name === 'NotAllInputParsedException') return null;
  return EXPECTED_BY_RULE.get(rule) ?? null;
}
