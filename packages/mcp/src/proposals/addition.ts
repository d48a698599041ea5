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
      'see standoff://language; options are added to an actor, wishes one by one as wish and of; several in no order as a part of the actor: prefers { in no order { … } }',
  );
}

function resultOf(text: string, addition: Addition): EditResult {
  if ('wish' in addition)
    return addStatement(text, addition.wish, { lastOf: { actor: addition.of } });
  const { add, to } = addition;
  return to === undefined ? insertElement(text, add) : addToActor(text, to, add);
}

/** What a part or wish is put into to see whether it is one. */
const ANY = 'situation "Any"\nactor Any { prefers { } }\n';

/**
 * Refuses what is not one element, one part of an actor or one wish, whatever text it is put into: words
 * that close a brace of what they stand in, or that say a second thing.
 * @throws Refusal
 */
export function expectOnePiece(addition: Addition): void {
  withAddition(
    ANY,
    'wish' in addition
      ? { wish: addition.wish, of: 'Any' }
      : { add: addition.add, to: addition.to === undefined ? undefined : 'Any' },
  );
}
