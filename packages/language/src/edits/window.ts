import type * as ast from '../generated/ast.js';
import { editing } from './draft.js';
import type { Target } from './draft.js';
import { refuse } from './edit.js';
import type { EditResult } from './edit.js';
import { behindName } from './labels.js';

/** The days of a window; null: it has no first, or no last. */
export interface WindowDays {
  readonly from: string | null;
  readonly until: string | null;
}

/** Sets the days on which an option can be changed; without both it has no window. */
export function setWindow(text: string, target: Target, { from, until }: WindowDays): EditResult {
  return editing(text, (draft) => {
    const node = draft.find(target);
    if (node.$type !== 'Option') refuse('not-here', 'only options have a window');
    const option = node as ast.Option;
    const words = [
      ...(from === null ? [] : [`from ${from}`]),
      ...(until === null ? [] : [`until ${until}`]),
    ].join(' ');
    return behindName(draft, node, option.windows[0]?.$cstNode, words, ['name', 'label', 'flags']);
  });
}
