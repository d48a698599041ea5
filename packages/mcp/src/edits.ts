import * as z from 'zod';
import type { Diagnostic, Fix, TextRange } from '@standoff/model';
import { withAddition } from './proposals/addition.js';
import { Refusal } from './refusal.js';

/** A change of a situation's text: a line added in its place, or words in the place of others. */
export const Edit = z.union(
  [
    z.object({
      add: z.string().describe('an element or part of the language, with what it rests on'),
      to: z.string().optional().describe('the actor in whose braces it stands, as an option does'),
    }),
    z.object({
      wish: z.string().describe('a wish, with what it rests on'),
      of: z.string().describe('the actor whose it is; it becomes the least important'),
    }),
    z.object({
      old: z.string().describe('words of the text that stand in it once'),
      new: z.string().describe('what stands there instead; empty: nothing'),
      line: z
        .int()
        .min(1)
        .optional()
        .describe('the line that old stands in, where it stands twice'),
    }),
  ],
  {
    error:
      'an edit is { add } or { add, to } for a line, { wish, of } for a wish, or { old, new } for words in the place of others',
  },
);
export type Edit = z.infer<typeof Edit>;

export const EDITS = z
  .array(Edit)
  .min(1)
  .max(200)
  .describe('made one after the other, all or none');

/**
 * The text after the edits, made one after the other.
 * @throws Refusal with the number of the edit that cannot be made
 */
export function withEdits(text: string, edits: readonly Edit[]): string {
  let now = text;
  for (const [i, edit] of edits.entries())
    try {
      now = 'old' in edit ? replaced(now, edit) : withAddition(now, edit);
    } catch (error) {
      if (!(error instanceof Refusal)) throw error;
      throw new Refusal(error.code, error.message, error.hint, {
        edit: i + 1,
        applied: 'nothing',
        ...error.more,
      });
    }
  return now;
}

function replaced(
  text: string,
  { old, new: put, line }: Extract<Edit, { readonly old: string }>,
): string {
  if (old === '')
    throw new Refusal('nothing-named', 'old is empty', 'name the words to replace, or use add');
  const lines = text.split(/(?<=\n)/);
  const from = line === undefined ? 0 : lines.slice(0, line - 1).join('').length;
  const within = line === undefined ? text : (lines[line - 1] ?? '');
  const at = within.indexOf(old);
  if (at < 0)
    throw new Refusal(
      'not-there',
      `${JSON.stringify(old)} does not stand in ${line === undefined ? 'the text' : `line ${line}`}`,
      'read the case anew and copy the words exactly',
    );
  if (within.indexOf(old, at + 1) >= 0)
    throw new Refusal(
      'twice',
      `${JSON.stringify(old)} stands there more than once`,
      'take more words around it, or name its line',
    );
  return text.slice(0, from + at) + put + text.slice(from + at + old.length);
}

/** A diagnostic as it is told, with the edits that mend it. */
export interface DiagnosticTold {
  readonly severity: Diagnostic['severity'];
  readonly line: number;
  readonly code: string;
  readonly message: string;
  readonly hint?: string;
  /** The words of the line. */
  readonly text?: string;
  /** What mends it, for `apply`. */
  readonly edits?: readonly Edit[];
}

/** Diagnostics with what mends each, errors first. */
export function diagnosticsTold(
  text: string,
  diagnostics: readonly Diagnostic[],
): DiagnosticTold[] {
  const lines = text.split(/\r\n|\r|\n/);
  const order = ['error', 'warning', 'info'];
  return [...diagnostics]
    .sort((a, b) => order.indexOf(a.severity) - order.indexOf(b.severity))
    .map(({ severity, code, message, why, hint, range, fixes = [] }) => {
      const edits = fixes.length === 0 ? [] : editsOf(lines, fixes[0]);
      const at = lines[range.start.line]?.trim() ?? '';
      return {
        severity,
        line: range.start.line + 1,
        code,
        message: why === undefined ? message : `${message}: ${why}`,
        ...(hint === undefined ? {} : { hint }),
        ...(severity === 'error' && at !== '' ? { text: at.slice(0, 120) } : {}),
        ...(edits.length === 0 ? {} : { edits }),
      };
    });
}

/** The edits of a fix, a line each; none where one runs over several lines. */
function editsOf(lines: readonly string[], { edits }: Fix): Edit[] {
  if (edits.some(({ range }) => range.start.line !== range.end.line)) return [];
  const changed = new Map<number, string>();
  // From the end of a line to its beginning: what stands before keeps its place.
  for (const { range, text } of [...edits].sort((a, b) => startOf(b.range) - startOf(a.range))) {
    const { line, column } = range.start;
    const now = changed.get(line) ?? lines[line];
    changed.set(line, now.slice(0, column) + text + now.slice(range.end.column));
  }
  return [...changed].map(([line, now]) => ({
    line: line + 1,
    old: lines[line].trim(),
    new: now.trim(),
  }));
}

const startOf = ({ start: { column } }: TextRange): number => column;
