import type { EditResult } from '@standoff/language';
import { withoutAnchor } from '@standoff/evidence/records';
import type { Beside } from '../document/document.js';
import { refusalText } from '../document/use-edit.js';
import type { Workbench } from '../workbench.js';
import type { CaseSources } from './case-sources.js';
import { withStatement, type Marked } from './marking.js';

/** What a step of the ledger does: to the text, and to the files beside it. */
export interface Step {
  /** What was done, for the history. */
  readonly what: string;
  /** Made on the text as it stands; it leaves it as sound as it was. */
  readonly edit: (text: string) => EditResult;
  /** The words that the text then refers to; null: it refers to none that are marked. */
  readonly mark: Marked | null;
  /** What else is kept with it, such as a decision on a suggestion. */
  readonly also?: Beside<Promise<boolean>>;
}

/**
 * Makes an element, or another edit, together with the statement that it rests on, as one step of the
 * history: Undo takes both back.
 * @returns why it was not made, as a sentence; null where it was
 */
export async function makeStep(
  { document }: Pick<Workbench, 'document'>,
  sources: CaseSources,
  { what, edit, mark, also }: Step,
): Promise<string | null> {
  const before = document.text;
  const first = edit(before);
  if (!first.ok) return refusalText(first.refusal);
  const fresh = mark === null || mark.known ? null : mark.annotation;
  const keep = (): Promise<boolean> =>
    fresh === null ? Promise.resolve(true) : sources.annotate((file) => withStatement(file, fresh));
  const drop = (): Promise<boolean> =>
    fresh === null
      ? Promise.resolve(true)
      : sources.annotate((file) => withoutAnchor(file, fresh.id));
  // Kept before the text speaks of it: the text may be saved at any moment.
  if (!(await keep())) return 'Not done: the words could not be stored with the case.';
  const now = document.text === before ? first : edit(document.text);
  if (!now.ok) {
    await drop();
    return refusalText(now.refusal);
  }
  await document.editBeside(now.edits, what, {
    make: () => Promise.all([keep(), also?.make()]),
    takeBack: () => Promise.all([drop(), also?.takeBack()]),
  });
  return null;
}
