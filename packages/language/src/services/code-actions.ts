import type { Diagnostic, TextRange } from '@standoff/model';
import type { Edit } from '../edits/edit.js';
import { parseSituation } from '../read-situation.js';
import { spansIn } from './lines.js';

export interface CodeAction {
  readonly title: string;
  /** The code of the diagnostic that it mends. */
  readonly code: string;
  readonly edits: readonly Edit[];
}

/** Codes whose hint puts other words in the place of those that are wrong. */
const REPLACED: ReadonlySet<string> = new Set(['unknown-name', 'unknown-word']);

/**
 * What can be done at once about the messages that touch a range of offsets. Never throws.
 */
export function codeActionsIn(text: string, from: number, to: number): CodeAction[] {
  const spanOf = spansIn(text);
  const touches = (range: TextRange): boolean => {
    const span = spanOf(range);
    return span.from <= to && from <= span.to;
  };
  return parseSituation(text)
    .diagnostics.filter((d) => [d, ...(d.related ?? [])].some(({ range }) => touches(range)))
    .flatMap((diagnostic) => actionsFor(text, diagnostic));
}

/**
 * What can be done at once about a diagnostic of this text: to put the word that was probably meant
 * in its place everywhere the message names, or to write plain quotes.
 */
export function actionsFor(
  text: string,
  { code, range, hint = '', related = [] }: Diagnostic,
): CodeAction[] {
  const spans = [range, ...related.map((r) => r.range)].map(spansIn(text));
  if (code === 'curly-quotes') {
    const edits = spans.map((span) => ({
      ...span,
      insert: `"${text
        .slice(span.from, span.to)
        .replace(/^["\u201C\u201D\u201E\u00AB]|["\u201C\u201D\u00BB]$/g, '')}"`,
    }));
    return [{ title: 'Write plain quotes', code, edits }];
  }
  const [, offered] = /^did you mean (.*)\?$/.exec(hint) ?? [];
  if (!REPLACED.has(code) || offered === undefined) return [];
  const wrong = text.slice(spans[0].from, spans[0].to);
  const same = spans.filter((span) => text.slice(span.from, span.to) === wrong);
  return [...offered.matchAll(/`([^`]+)`/g)].map(([, word = '']) => ({
    title: `Write \`${word}\` instead of \`${wrong}\``,
    code,
    edits: same.map((span) => ({ ...span, insert: word })),
  }));
}
