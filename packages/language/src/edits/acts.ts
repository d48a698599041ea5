import type * as ast from '../generated/ast.js';
import { editing } from './draft.js';
import type { Target } from './draft.js';
import { refuse } from './edit.js';
import type { EditResult } from './edit.js';
import { behindName } from './labels.js';
import { readAs } from './pieces.js';

/**
 * Sets how an actor acts with its members: `at least 2 of US, CN, JP among them US`, as it stands behind
 * `acts with`. Null: it acts by itself.
 */
export function setActs(text: string, target: Target, quorum: string | null): EditResult {
  return editing(text, (draft) => {
    const node = draft.find(target);
    if (node.$type !== 'Actor') refuse('not-here', 'only an actor acts with members');
    const words = quorum === null ? '' : `acts with ${quorum}`;
    if (quorum !== null) readAs('Acts', words, 'so many of some members');
    const { acts } = node as ast.Actor;
    return behindName(draft, node, acts?.$cstNode, words, ['name', 'label', 'aliases']);
  });
}
