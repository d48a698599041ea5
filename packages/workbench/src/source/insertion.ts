import { applyEdits, type Edit } from '@standoff/language';
import { insertElement } from '@standoff/language/edit';
import { parseSituation } from '@standoff/language/parse';

/** The edits that put a line into the situation, or why they cannot be made. */
export function insertionOf(text: string, line: string): readonly Edit[] | string {
  const edit = insertElement(text, line);
  if (!edit.ok)
    return `Not inserted: ${edit.refusal.message}${edit.refusal.hint === undefined ? '' : `; ${edit.refusal.hint}`}.`;
  const { model, diagnostics } = parseSituation(applyEdits(text, edit.edits));
  if (model === null) {
    const error = diagnostics.find(({ severity }) => severity === 'error');
    return `Not inserted: the situation would have an error, ${error?.message ?? 'it could not be read'}.`;
  }
  return edit.edits;
}
