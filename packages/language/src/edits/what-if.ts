import { WHAT_IF } from '@standoff/model';
import { referenceIn } from '../elements/grounds.js';
import type * as ast from '../generated/ast.js';
import { editing, type Draft } from './draft.js';
import { inSteps } from './edit.js';
import type { EditResult } from './edit.js';
import { addGrounds, groundsOf, setBecause, withoutFirstGround } from './grounds.js';
import { statement } from './statement-places.js';
import { negate } from './statements.js';

/**
 * Makes a statement want the opposite, as a what-if of the analyst's. What it rests on, itself or by
 * its block, spoke of what it wanted, and would be made to say the reverse: it is taken away, and the
 * reason says what the what-if contradicts. The opposite of a what-if is wanted without a reason.
 */
export function supposeOpposite(text: string, id: string): EditResult {
  const own = (draft: Draft): ast.Statement => statement(draft, id);
  const block = (draft: Draft): ast.Prefers => blockOf(own(draft));
  let reason: string | null = null;
  let grounds = 0;
  let shared = 0;
  const read = editing(text, (draft) => {
    reason = reasonFor([own(draft), block(draft)]);
    grounds = count(own(draft));
    shared = count(block(draft));
    return [];
  });
  if (!read.ok) return read;
  const clear =
    (of: (draft: Draft) => ast.Statement | ast.Prefers) =>
    (now: string): EditResult =>
      editing(now, (draft) => withoutFirstGround(draft, of(draft)));
  return inSteps(text, [
    ...(shared === 0 ? [] : [(now: string) => shareOut(now, id)]),
    // One after the other: the edits of two that stand beside each other would overlap.
    ...Array.from({ length: shared }, () => clear(block)),
    (now) => negate(now, id),
    ...Array.from({ length: grounds }, () => clear(own)),
    (now) => setBecause(now, id, reason),
  ]);
}

/** Puts what stands behind the block of a statement behind each of the others in it too. */
function shareOut(text: string, id: string): EditResult {
  return editing(text, (draft) => {
    const node = statement(draft, id);
    const block = blockOf(node);
    const words = groundsOf(draft, block);
    return block.items
      .flatMap((item) => (item.$type === 'Statement' ? [item] : item.statements))
      .filter((one) => one !== node)
      .map((one) => addGrounds(draft, one, words));
  });
}

function reasonFor(nodes: readonly (ast.Statement | ast.Prefers)[]): string | null {
  const cited = nodes.flatMap(({ evidence }) =>
    evidence.map((one) => referenceIn(one).slice('@'.length)),
  );
  if (cited.length > 0)
    return `${WHAT_IF} the opposite of what ${cited.join(', ')} was taken to say`;
  const [because = ''] = nodes.flatMap((node) => node.because);
  return because.toLowerCase().startsWith(WHAT_IF)
    ? null
    : `${WHAT_IF} the opposite of what was assumed`;
}

function count({ evidence, because, restsOn }: ast.Statement | ast.Prefers): number {
  return evidence.length + because.length + restsOn.length;
}

function blockOf({ $container }: ast.Statement): ast.Prefers {
  return $container.$type === 'Prefers' ? $container : $container.$container;
}
