import {
  createAnchor,
  referenceText,
  sameWords,
  type Anchor,
  type AnchorWords,
  type Statement,
} from '@standoff/evidence/anchor';
import { nextStatement, withAnchor, type AnnotationFile } from '@standoff/evidence/records';
import type { Range } from './passage.js';
import type { TextRead } from './reading.js';

/** Words of a source marked in the ledger, with what refers to them. */
export interface Marked {
  readonly annotation: Anchor;
  /** Whether they had been marked before, saying the same. */
  readonly known: boolean;
  /** "@cogan:P7#s12" */
  readonly reference: string;
}

/**
 * The words of a range as a statement, as `standoff source mark` makes it; or why they cannot be one.
 * @param statement null: words that say nothing by themselves, such as those that name an actor
 */
export function marked(
  text: TextRead,
  { anchors }: Pick<AnnotationFile, 'anchors'>,
  given: {
    readonly source: string;
    readonly range: Range;
    readonly statement: Statement | null;
    readonly keep: AnchorWords['kept'];
  },
): Marked | string {
  const { source, statement, keep } = given;
  const range = withoutSpace(text.text, given.range);
  if (range === null) return 'There are no words in what is chosen.';
  const blocks = text.paragraphs.filter((one) => one.start < range.end && one.end > range.start);
  if (blocks.length > 1)
    return 'What is chosen runs over the end of a paragraph. Choose the part in each paragraph by itself.';
  const fresh = createAnchor(text, {
    id: nextStatement({ anchors }),
    source,
    ...range,
    keep,
    statement,
  });
  const before = anchors.find((one) => sameWords(one, fresh));
  const annotation = before ?? fresh;
  const { id, paragraphs } = annotation;
  return {
    annotation,
    known: before !== undefined,
    reference: referenceText({ source, paragraphs, annotation: id }),
  };
}

/** What is chosen, without the space at its ends; null: nothing is left. */
function withoutSpace(text: string, { start, end }: Range): Range | null {
  const words = text.slice(start, end);
  const from = start + words.length - words.trimStart().length;
  const to = end - (words.length - words.trimEnd().length);
  return from < to ? { start: from, end: to } : null;
}

/** Whether words of a source are stored as they are or as digests: as those that were marked last. */
export function keptAs(
  { anchors }: Pick<AnnotationFile, 'anchors'>,
  source: string,
): AnchorWords['kept'] {
  return anchors.findLast((one) => one.source === source)?.words.kept ?? 'quote';
}

/**
 * The file with a statement in it.
 * @throws Error where another page has given its name to other words meanwhile
 */
export function withStatement(file: AnnotationFile, anchor: Anchor): AnnotationFile {
  const present = file.anchors.find(({ id }) => id === anchor.id);
  if (present === undefined) return withAnchor(file, anchor);
  if (sameWords(present, anchor)) return file;
  throw new Error(`other words have been marked as #${anchor.id} meanwhile; mark these again`);
}
