import * as z from 'zod';
import { surroundings, type Anchor, type AnchoredText } from './anchor.js';
import { resolveAnchor } from './resolve.js';
import { STATEMENT_KINDS, STATEMENT_STRENGTHS, type Statement } from './statement.js';

/** A passage that somebody marked in Hypothesis. */
export interface HypothesisPassage {
  /** The words as they stand there, and what stands beside them. */
  readonly exact: string;
  readonly prefix: string;
  readonly suffix: string;
  /** What was written about it. */
  readonly comment: string;
  /** What its tags say that it is, in the form they are written in here; null: they do not. */
  readonly statement: Statement | null;
}

/** What such a program keeps of an annotation, in the form of its API. */
export interface HypothesisRow {
  /** The address of what is annotated. */
  readonly uri: string;
  /** What the annotated text is called. */
  readonly document: HypothesisDocument;
  /** What is written about it. */
  readonly text: string;
  /**
   * The annotation's id, and of a statement its kind, who says it and how surely: "kind:threatens",
   * "by:the operator", "strength:reported".
   */
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
const Target = z.object({ selector: z.unknown().optional() });
const Body = z.object({
  type: z.union([z.literal('TextualBody'), z.array(z.string())]).optional(),
  purpose: z.string().optional(),
  value: z.string(),
});
const Row = z.object({
  text: z.string().nullish(),
  tags: z.array(z.string()).nullish().catch(null),
  /** Of a Web Annotation. */
  body: z.unknown().optional(),
  bodyValue: z.string().optional(),
  target: z.unknown().optional(),
});
const Rows = z.array(z.unknown());
const Items = z.object({ items: Rows }).transform(({ items }) => items);
const Export = z.union([
  Rows,
  z.object({ rows: Rows }).transform(({ rows }) => rows),
  z.object({ annotations: Rows }).transform(({ annotations }) => annotations),
  Items,
  z.object({ first: Items }).transform(({ first }) => first),
  z.object({ '@graph': Rows }).transform(({ '@graph': graph }) => graph),
  z
    .looseObject({ type: z.union([z.literal('Annotation'), z.array(z.literal('Annotation'))]) })
    .transform((annotation) => [annotation]),
]);

/** The words of a selector, or of what refines it. */
function quoteIn(selector: unknown): z.infer<typeof Quote> | null {
  for (const one of [selector].flat()) {
    const quote = Quote.safeParse(one);
    if (quote.success) return quote.data;
    const refined = z.object({ refinedBy: z.unknown().optional() }).safeParse(one);
    const inner =
      refined.success && refined.data.refinedBy ? quoteIn(refined.data.refinedBy) : null;
    if (inner !== null) return inner;
  }
  return null;
}

/** What is written about a passage: tags and links are no words about it. */
function commentIn({ text, body, bodyValue }: z.infer<typeof Row>): string {
  const written = [body].flat().flatMap((one) => {
    if (typeof one === 'string') return [];
    const { success, data } = Body.safeParse(one);
    return success && data.purpose !== 'tagging' ? [data.value] : [];
  });
  return (text ?? bodyValue ?? written.join('\n\n')).trim();
}

/**
 * The passages of an export: the answer of the API (`rows`), what the client saves (`annotations`), a bare
 * list, or Web Annotations: a page, a collection with its first page, a graph or one alone. Notes on a whole page and replies have no words: they are passed over, and counted.
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
    const place = Target.safeParse(target);
    const quote = place.success ? quoteIn(place.data.selector) : null;
    if (!row.success || quote === null) {
      withoutWords++;
      continue;
    }
    passages.push({
      ...quote,
      comment: commentIn(row.data),
      statement: statementIn(row.data.tags ?? []),
    });
  }
  return { passages, withoutWords };
}

/** With names before them: a speaker may be called as a kind is, and tags of others mean other things. */
function tagsOf({ kind, by, strength }: Statement): string[] {
  return Object.entries({ kind, by, strength }).flatMap(([name, value]) =>
    value === null ? [] : [`${name}:${value}`],
  );
}

/** The statement that tags tell; null: none of the kinds that there are. */
function statementIn(tags: readonly string[]): Statement | null {
  const said = (name: string): string | null =>
    tags.find((tag) => tag.startsWith(`${name}:`))?.slice(name.length + 1) ?? null;
  const kind = STATEMENT_KINDS.find((one) => one === said('kind'));
  if (kind === undefined) return null;
  return {
    kind,
    by: said('by'),
    strength: STATEMENT_STRENGTHS.find((one) => one === said('strength')) ?? null,
  };
}

/**
 * Annotations of a text in the form of the API, those that are found in it. What a statement is becomes
 * tags. The words are those of the text: what is kept as a digest is written out.
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
        text: anchor.comment ?? '',
        tags: [anchor.id, ...(statement === null ? [] : tagsOf(statement))],
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
