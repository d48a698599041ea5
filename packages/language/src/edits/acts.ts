import { GrammarUtils } from 'langium';
import type * as ast from '../generated/ast.js';
import { editing } from './draft.js';
import type { Target } from './draft.js';
import { refuse } from './edit.js';
import type { EditResult } from './edit.js';
import { cut } from './labels.js';
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
    const before = (node as ast.Actor).acts?.$cstNode;
    if (before !== undefined)
      return words === ''
        ? [cut(draft, before)]
        : [{ from: before.offset, to: before.end, insert: words }];
    if (words === '') return [];
    const all = (property: string) => GrammarUtils.findNodesForProperty(node.$cstNode, property);
    const at = [...all('name'), ...all('label'), ...all('aliases')].at(-1)!.end;
    return [{ from: at, to: at, insert: ` ${words}` }];
  });
}
