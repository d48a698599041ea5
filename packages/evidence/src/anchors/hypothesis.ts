import * as z from 'zod';
import { surroundings, type Anchor, type AnchoredText } from './anchor.js';
import { resolveAnchor } from './resolve.js';

/** A passage that somebody marked in Hypothesis. */
export interface HypothesisPassage {
  /** The words as they stand there, and what stands beside them. */
  readonly exact: string;
  readonly prefix: string;
  readonly suffix: string;
  /** What was written about it. */
  readonly comment: string;
}

/** What such a program keeps of an annotation, in the form of its API. */
export interface HypothesisRow {
  /** The address of what is annotated. */
  readonly uri: string;
  /** What the annotated text is called. */
  readonly document: HypothesisDocument;
  /** What is written about it. */
  readonly text: string;
  /** The annotation's id, and what kind of statement it is and who says it, where it is one. */
  readonly tags: readonly string[];
  /** One place of the text. */
  readonly target: readonly HypothesisTarget[];
}

/** What the annotated text is. */
export interface HypothesisDocument {
  /** Its title, the only one in the list. */
  readonly title: readonly string[];
}

/** What an annotation is about. */
export interface HypothesisTarget {
  /** The address of the text, as in `uri`. */
  readonly source: string;
  /** How the place is found again. */
  readonly selector: readonly HypothesisSelector[];
}

/** Words, with what stands beside them. */
export interface HypothesisSelector {
  /** The one kind that is written: words are found wherever the text is. */
  readonly type: 'TextQuoteSelector';
  /** The words as they stand there. */
  readonly exact: string;
  /** What stands before them. */
  readonly prefix: string;
  /** What stands behind them. */
  readonly suffix: string;
}

/** A file that is no export of annotations. */
export class HypothesisError extends Error {
  override name = 'HypothesisError';
}

const Quote = z.object({
  type: z.literal('TextQuoteSelector'),
  exact: z.string().min(1),
  prefix: z.string().default(''),
  suffix: z.string().default(''),
});
const Target = z.object({ selector: z.union([z.array(z.unknown()), z.unknown()]).optional() });
const Row = z.object({
  text: z.string().nullish(),
  target: z.union([z.array(Target), Target]).optional(),
});
const Rows = z.array(z.unknown());
const Export = z.union([
  Rows,
  z.object({ rows: Rows }).transform(({ rows }) => rows),
  z.object({ annotations: Rows }).transform(({ annotations }) => annotations),
]);

/**
 * The passages of an export: the answer of the API (`rows`), what the client saves (`annotations`), or a bare
 * list. Notes on a whole page and replies have no words: they are passed over, and counted.
 * @throws HypothesisError where it is none of these
 */
export function readHypothesis(text: string): {
  readonly passages: readonly HypothesisPassage[];
  readonly withoutWords: number;
} {
  let json: unknown;
  try {
    json = JSON.parse(text.replace(/^\uFEFF/u, ''));
  } catch {
    throw new HypothesisError('it is not JSON');
  }
  const rows = Export.safeParse(json);
  if (!rows.success)
    throw new HypothesisError('it has neither a list of rows nor one of annotations');
  const passages: HypothesisPassage[] = [];
  let withoutWords = 0;
  for (const raw of rows.data) {
    const row = Row.safeParse(raw);
    const [target] = row.success ? [row.data.target].flat() : [];
    const quote = [target?.selector]
      .flat()
      .map((one) => Quote.safeParse(one))
      .find((one) => one.success);
    if (quote === undefined) {
      withoutWords++;
      continue;
    }
    const { exact, prefix, suffix } = quote.data;
    passages.push({ exact, prefix, suffix, comment: row.data?.text ?? '' });
  }
  return { passages, withoutWords };
}

/**
 * Annotations of a text in the form of the API, those that are found in it. Kind and speaker of a statement
 * become tags. The words are those of the text: what is kept as a digest is written out.
 */
export function hypothesisRows(
  anchors: readonly Anchor[],
  text: AnchoredText,
  { uri, title }: { readonly uri: string; readonly title: string },
): HypothesisRow[] {
  return anchors.flatMap((anchor) => {
    const found = resolveAnchor(anchor, text);
    if (!found.found) return [];
    const { start, end } = found;
    const { before: prefix, after: suffix } = surroundings(text.text, { start, end }, [
      { start, end },
    ]);
    const { statement } = anchor;
    return [
      {
        uri,
        document: { title: [title] },
        text: '',
        tags: [
          anchor.id,
          ...(statement === null ? [] : [statement.kind]),
          ...[statement?.by ?? []].flat(),
        ],
        target: [
          {
            source: uri,
            selector: [
              { type: 'TextQuoteSelector', exact: text.text.slice(start, end), prefix, suffix },
            ],
          },
        ],
      },
    ];
  });
}
