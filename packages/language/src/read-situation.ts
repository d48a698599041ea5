import type { ConflictModel, Diagnostic } from '@standoff/model';
import { compile } from './compile.js';
import type { Document } from './generated/ast.js';
import { parseText, tokenize } from './parser.js';
import { checkText, sayHidden } from './plain-text.js';
import { Reporter } from './reporter.js';
import { sayLexerErrors, sayMisreadTexts, saySyntaxErrors, tooDeep } from './syntax.js';
import type { Reread } from './syntax.js';

export interface Parsed {
  /** Null exactly where a diagnostic is an error. */
  readonly model: ConflictModel | null;
  /** In the order of the text. */
  readonly diagnostics: readonly Diagnostic[];
}

/**
 * Reads a situation from the text of a `*.standoff` file. Never throws for what stands in the
 * text, and keeps nothing of it.
 */
export function parseSituation(text: string): Parsed {
  const reporter = new Reporter();
  const tree = read(text, reporter);
  const model = tree === null ? null : compile(tree, reporter);
  return { model: reporter.hasErrors ? null : model, diagnostics: reporter.list() };
}

/**
 * What can be read of a text with errors, for forms that mend them: a name that stands for nothing
 * is read as `never`, of two elements of one name the first counts. Nothing follows from such a
 * model. Null where the text has errors of syntax, or no situation.
 */
export function readableModel(text: string): ConflictModel | null {
  const reporter = new Reporter();
  const tree = read(text, reporter);
  return tree === null ? null : compile(tree, reporter);
}

/** The tree of a text without looking at what its names mean; null where it cannot be read. */
export function readTree(text: string): {
  readonly tree: Document | null;
  readonly diagnostics: readonly Diagnostic[];
} {
  const reporter = new Reporter();
  const tree = read(text, reporter);
  return { tree, diagnostics: reporter.list() };
}

function read(text: string, reporter: Reporter): Document | null {
  if (!checkText(text, reporter)) return null;
  const { tokens, errors } = tokenize(text);
  if (tokens.length === 0 && errors.length === 0) {
    const start = { line: 0, column: 0 };
    reporter.say('empty-text', { start, end: start }, 'there is nothing in this text', {
      hint: 'begin with `situation "Title"`',
    });
    return null;
  }
  sayHidden(text, errors, reporter);
  if (tooDeep(tokens, reporter)) return null;
  sayLexerErrors(errors, text, reporter);
  sayMisreadTexts(tokens, reporter);
  const { value, parserErrors } = parseText(text);
  saySyntaxErrors(parserErrors, tokens, errors, rereadOf(text), reporter);
  return errors.length > 0 || parserErrors.length > 0 ? null : value;
}

/** Everything before the place is blanked, so that the positions stay what they are. */
function rereadOf(text: string): Reread {
  return (rule, offset) => {
    const blank = text.slice(0, offset).replace(/[^\r\n]/g, ' ');
    const [first] = parseText(blank + text.slice(offset), rule).parserErrors;
    return first === undefined || first.name === 'NotAllInputParsedException' ? null : first;
  };
}
