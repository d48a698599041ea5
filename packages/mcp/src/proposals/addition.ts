import { applyEdits, type EditResult } from '@standoff/language';
import { addStatement, addToActor, insertElement } from '@standoff/language/edit';
import { Refusal } from '../refusal.js';
import type { Addition } from './line.js';

/**
 * The text with an addition in it, behind the last of its kind; a wish behind the last of the actor's.
 * @throws Refusal
 */
export function withAddition(text: string, addition: Addition): string {
  const result = resultOf(text, addition);
  if (result.ok) return applyEdits(text, result.edits);
  const { code, message, hint } = result.refusal;
  throw new Refusal(
    code,
    message,
    hint ??
      'see standoff://language; options are added to an actor, wishes are given as wish and of',
  );
}

function resultOf(text: string, addition: Addition): EditResult {
  if ('wish' in addition)
    return addStatement(text, addition.wish, { lastOf: { actor: addition.of } });
  const { add, to } = addition;
  return to === undefined ? insertElement(text, add) : addToActor(text, to, add);
}
