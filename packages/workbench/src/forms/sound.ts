import { applyEdits, type EditResult } from '@standoff/language';
import { parseSituation } from '@standoff/language/parse';

/**
 * The same edit, refused where the text would then have an error that it does not have now: what a
 * form writes leaves the situation as sound as it was.
 */
export function sound(edit: (text: string) => EditResult): (text: string) => EditResult {
  return (text) => {
    const result = edit(text);
    if (!result.ok || result.edits.length === 0) return result;
    const after = errorsOf(applyEdits(text, result.edits));
    if (after.length === 0) return result;
    const before = errorsOf(text).map(({ message }) => message);
    const error = after.find(({ message }) => !before.includes(message));
    if (error === undefined) return result;
    const { message, hint } = error;
    return {
      ok: false,
      refusal: { code: 'ill-written', message, ...(hint === undefined ? {} : { hint }) },
    };
  };
}

function errorsOf(text: string) {
  return parseSituation(text).diagnostics.filter(({ severity }) => severity === 'error');
}
