import type { Diagnostic, Proposition } from '@standoff/model';
import { Expressions } from './elements/expression.js';
import type * as ast from './generated/ast.js';
import { Names } from './names.js';
import { parseText, tokenize } from './parser.js';
import { readTree } from './read-situation.js';
import { Reporter } from './reporter.js';
import { unmatchedIn } from './syntax/braces.js';
import { Explanation } from './syntax/explanation.js';
import { sayUnmatched } from './syntax/read-on.js';
import { sayLexerErrors, tooDeep } from './syntax/strays.js';

/** An expression by itself, as it would be read in a text. */
export interface ExpressionRead {
  /** Null exactly where a diagnostic is an error. */
  readonly proposition: Proposition | null;
  /** What is wrong with it; ranges within the expression. */
  readonly diagnostics: readonly Diagnostic[];
}

/**
 * Reads an expression that is to stand in a text: in the braces of an actor, or outside of all
 * (null). What is wrong with the text itself is not told; of a text with errors of syntax no name is
 * known.
 */
export function readExpression(text: string, words: string, actor: string | null): ExpressionRead {
  const reporter = new Reporter();
  const expression = read(words, reporter);
  if (expression === null) return { proposition: null, diagnostics: reporter.list() };
  const names = new Names(readTree(text).tree ?? NO_TEXT, reporter);
  const ofText = new Set(reporter.list());
  const proposition = new Expressions(names, reporter).read(expression, actor);
  const diagnostics = reporter.list().filter((one) => !ofText.has(one));
  const wrong = diagnostics.some(({ severity }) => severity === 'error');
  return { proposition: wrong ? null : proposition, diagnostics };
}

const NO_TEXT = { $type: 'Document', elements: [] } as unknown as ast.Document;

function read(words: string, reporter: Reporter): ast.Expression | null {
  const { tokens, errors } = tokenize(words);
  if (tooDeep(tokens, reporter)) return null;
  sayLexerErrors(errors, words, reporter);
  const { value, parserErrors } = parseText(words, 'Expression');
  if (errors.length === 0 && parserErrors.length === 0 && tokens.length > 0) {
    return value as unknown as ast.Expression;
  }
  const unmatched = unmatchedIn(tokens);
  if (unmatched !== null) sayUnmatched(unmatched, tokens, reporter);
  else if (tokens.length > 0 && errors.length === 0)
    new Explanation(
      tokens,
      () => null,
      (code, _, range, message, advice) => reporter.say(code, range, message, advice),
    ).say(parserErrors[0]);
  if (!reporter.hasErrors) {
    const start = { line: 0, column: 0 };
    const message = tokens.length === 0 ? 'nothing is written' : 'this is not an expression';
    const hint = 'write for example `NK.suspend and not US.attack`';
    reporter.say('syntax', { start, end: start }, message, { hint });
  }
  return null;
}
