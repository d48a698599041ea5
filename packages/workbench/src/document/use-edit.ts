import type { EditResult } from '@standoff/language';
import { useState } from 'react';
import { useWorkbench } from '../workbench.js';
import type { Beside } from './document.js';

/** Makes an edit of the text, or keeps the reason why it cannot be made. */
export interface Editing {
  /**
   * @param edit from the text as it stands to what is edited in it, as the functions of the language are
   * @param what was done, for the history: "moved NK.3"
   * @param beside what changes beside the text with it, in the same step of the history
   * @returns whether it was made
   */
  readonly make: (
    edit: (text: string) => EditResult,
    what: string,
    beside?: Beside | null,
  ) => boolean;
  /** Why the last edit was not made, as a sentence; null where it was. */
  readonly refusal: string | null;
}

/** Edits from a form or a view: one step of the one history each, or a refusal to show beside it. */
export function useEdit(): Editing {
  const { document } = useWorkbench();
  const [refusal, setRefusal] = useState<string | null>(null);
  return {
    refusal,
    make(edit, what, beside = null) {
      const result = edit(document.text);
      if (result.ok && beside !== null) document.editBeside(result.edits, what, beside);
      else if (result.ok) document.edit(result.edits, what);
      setRefusal(result.ok ? null : refusalText(result.refusal));
      return result.ok;
    },
  };
}

/** Why an edit is not made, as a sentence. */
export function refusalText({
  message,
  hint,
}: {
  readonly message: string;
  readonly hint?: string;
}): string {
  const said = `Not done: ${message}${hint === undefined ? '' : `; ${hint}`}`;
  return said.endsWith('?') ? said : `${said}.`;
}
