import { idsOf } from '../edits/draft.js';
import type { Span } from '../lines.js';
import { readTree } from '../read-situation.js';

/** Where each element of the model stands in the text that it was read from, by its id. */
export function placesIn(text: string): ReadonlyMap<string, Span> {
  const { tree } = readTree(text);
  if (tree === null) return new Map();
  return new Map(
    [...idsOf(tree)].flatMap(([id, { $cstNode }]) =>
      $cstNode === undefined ? [] : [[id, { from: $cstNode.offset, to: $cstNode.end }]],
    ),
  );
}
