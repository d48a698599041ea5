import type { TextRange } from '@standoff/model';
import type { Edit } from '../edits/edit.js';
import { spansIn } from '../lines.js';
import { parseSituation } from '../read-situation.js';

export interface CodeAction {
  readonly title: string;
  /** The code of the diagnostic that it mends. */
  readonly code: string;
  readonly edits: readonly Edit[];
}

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
    .flatMap(({ code, fixes = [] }) =>
      fixes.map(({ title, edits }) => ({
        title,
        code,
        edits: edits.map(({ range, text: insert }) => ({ ...spanOf(range), insert })),
      })),
    );
}
