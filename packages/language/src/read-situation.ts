import type { ConflictModel, Diagnostic } from '@standoff/model';
import { compile } from './compile.js';
import type { Document } from './generated/ast.js';
import { withFixes } from './fixes.js';
import { spansIn } from './lines.js';
import { tokenize } from './parser.js';
import { checkText, sayHidden } from './plain-text.js';
import { Reporter } from './reporter.js';
import { readOn, type Read } from './syntax/read-on.js';
import { tooDeep } from './syntax/strays.js';

export interface Parsed {
  /** Null exactly where a diagnostic is an error. */
  readonly model: ConflictModel | null;
  /** In the order of the text. */
  readonly diagnostics: readonly Diagnostic[];
}

/**
 * Reads a situation from the text of a `*.standoff` file. Never throws for what stands in the
 * text. Of the last two texts the tree is kept, unless they are long.
 */
export function parseSituation(text: string): Parsed {
  const reporter = new Reporter();
  const { tree, lost } = read(text, reporter);
  if (lost !== null) {
    if (tree !== null && tree.elements.length > 0) sayOthers(text, tree, lost, reporter);
    return { model: null, diagnostics: withFixes(text, reporter.list()) };
  }
  const model = tree === null ? null : compile(tree, reporter);
  return {
    model: reporter.hasErrors ? null : model,
    diagnostics: withFixes(text, reporter.list()),
  };
}

/**
 * What can be read of a text with errors, for forms that mend them: a name that stands for nothing
 * is read as `never`, of two elements of one name the first counts. Nothing follows from such a
 * model. Null where the text has errors of syntax, or no situation.
 */
export function readableModel(text: string): ConflictModel | null {
  const reporter = new Reporter();
  const tree = readWhole(text, reporter);
  return tree === null ? null : compile(tree, reporter);
}

/** The tree of a text without looking at what its names mean; null where it cannot be read. */
export function readTree(text: string): {
  readonly tree: Document | null;
  readonly diagnostics: readonly Diagnostic[];
} {
  const reporter = new Reporter();
  const tree = readWhole(text, reporter);
  return { tree, diagnostics: reporter.list() };
}

/**
 * The texts that were read last. A form's edit asks five times about two texts, as it stands and as it would
 * be: what is right, what is wrong, what would be. Long texts are not held.
 */
let last: readonly {
  readonly text: string;
  readonly read: Read;
  readonly said: readonly Diagnostic[];
}[] = [];
const MOST_HELD = 2;
const LONGEST_HELD = 200_000;

/** @param reporter one that has said nothing yet */
function read(text: string, reporter: Reporter): Read {
  const known = last.find((one) => one.text === text);
  if (known !== undefined) {
    for (const one of known.said) reporter.take(one);
    return known.read;
  }
  const result = readAnew(text, reporter);
  // Of more mistakes than are told it is not known here how many there are.
  if (text.length <= LONGEST_HELD && !reporter.full)
    last = [{ text, read: result, said: reporter.list() }, ...last].slice(0, MOST_HELD);
  return result;
}

function readAnew(text: string, reporter: Reporter): Read {
  if (!checkText(text, reporter)) return NOTHING;
  const { tokens, errors } = tokenize(text);
  if (tokens.length === 0 && errors.length === 0) {
    const start = { line: 0, column: 0 };
    reporter.say('empty-text', { start, end: start }, 'there is nothing in this text', {
      hint: 'begin with `situation "Title"`',
    });
    return NOTHING;
  }
  sayHidden(text, errors, reporter);
  if (tooDeep(tokens, reporter)) return NOTHING;
  return readOn(text, reporter);
}

const NOTHING: Read = { tree: null, lost: null };

/** The tree of a text without errors of syntax. */
function readWhole(text: string, reporter: Reporter): Document | null {
  const { tree, lost } = read(text, reporter);
  return lost === null ? tree : null;
}

/**
 * What is wrong in the statements that could be read beside others that could not. What speaks of a name
 * from one of these is an echo.
 */
function sayOthers(text: string, tree: Document, lost: string, reporter: Reporter): void {
  const others = new Reporter();
  compile(tree, others);
  const words = new Set(lost.match(WORD));
  const spanOf = spansIn(text);
  for (const one of others.list()) {
    if (one.severity !== 'error' || OF_THE_WHOLE.has(one.code)) continue;
    const { from, to } = spanOf(one.range);
    if (
      !text
        .slice(from, to)
        .match(WORD)
        ?.some((word) => words.has(word))
    )
      reporter.take(one);
  }
}

const WORD = /[\p{L}\p{N}_]+/gu;

/** Codes that say something of a text which may be wrong of a part of it. */
const OF_THE_WHOLE: ReadonlySet<string> = new Set(['no-situation', 'situation-not-first']);
