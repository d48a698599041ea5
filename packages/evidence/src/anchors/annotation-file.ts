import * as z from 'zod';
import {
  isObject,
  KeptFileError,
  parseKept,
  printKept,
  problemsOf,
  readBy,
  readItems,
  withFields,
  type FileProblem,
  type Kept,
  type KeptObject,
  type ReadItem,
} from '../kept-file.js';
import type { Anchor } from './anchor.js';
import { STATEMENT_KINDS, STATEMENT_STRENGTHS, type Statement } from './statement.js';
import { DIGEST } from './digest.js';

/** The name of the file beside a situation. */
export const ANNOTATIONS_FILE = 'annotations.json';

/** What a file of annotations says. */
export interface AnnotationFile extends Kept {
  /** In the order of the file. */
  readonly anchors: readonly Anchor[];
}

const DIGEST_SELECTOR = 'urn:standoff:TextDigestSelector';
/** The body that says that a passage is a statement. */
const STATEMENT = 'urn:standoff:Statement';
const OURS = ['FragmentSelector', 'TextQuoteSelector', 'TextPositionSelector', DIGEST_SELECTOR];

const offset = z
  .int('expected a whole number from 0')
  .min(0, 'expected a whole number from 0')
  .max(2 ** 40, 'is larger than any text');
const Name = z
  .string()
  .regex(/^[\p{L}\p{N}\p{M}_-]+$/u, 'expected letters, digits, "_" and "-", as in @source#name');
const Selectors = {
  FragmentSelector: z.looseObject({
    value: z.string().regex(/^P\d{1,9}(-P\d{1,9})?$/, 'expected paragraphs such as P7 or P7-P9'),
  }),
  TextQuoteSelector: z.looseObject({
    exact: z.string().min(1, 'expected the words'),
    prefix: z.string().optional(),
    suffix: z.string().optional(),
  }),
  TextPositionSelector: z
    .looseObject({ start: offset, end: offset })
    .refine(({ start, end }) => start < end, {
      message: 'ends where it begins or before',
      path: ['end'],
    }),
  [DIGEST_SELECTOR]: z.looseObject({
    exact: z.string().regex(DIGEST, 'expected a digest such as 12:…'),
    prefix: z.string().regex(DIGEST, 'expected a digest such as 12:…').or(z.literal('')).optional(),
    suffix: z.string().regex(DIGEST, 'expected a digest such as 12:…').or(z.literal('')).optional(),
  }),
} as const;
const StatementBody = z.looseObject({
  kind: z.enum(STATEMENT_KINDS, `expected one of ${STATEMENT_KINDS.join(', ')}`),
  by: z.string().min(1, 'expected who says it').optional(),
  strength: z
    .enum(STATEMENT_STRENGTHS, `expected one of ${STATEMENT_STRENGTHS.join(', ')}`)
    .optional(),
});
const Item = z.looseObject({
  id: Name,
  // Other programs write a list of targets: the first is meant.
  target: z.preprocess(
    firstOf,
    z.looseObject({
      source: z.string().min(1, 'expected the name of a source'),
      state: z.unknown().optional(),
      selector: z.union(
        [
          z.looseObject({ type: z.string() }),
          z.array(z.looseObject({ type: z.string() })).min(1, 'expected at least one selector'),
        ],
        'expected a list of selectors, each with its type',
      ),
    }),
  ),
  created: z.string().optional(),
});

function firstOf(target: unknown): unknown {
  return Array.isArray(target) && target.length > 0 ? (target as unknown[])[0] : target;
}

/** A file without annotations. */
export const NO_ANNOTATIONS: AnnotationFile = fromDocument({
  '@context': 'http://www.w3.org/ns/anno.jsonld',
  id: ANNOTATIONS_FILE,
  type: 'AnnotationCollection',
  first: { id: `${ANNOTATIONS_FILE}#page`, type: 'AnnotationPage', items: [] },
});

/**
 * Reads the W3C Web Annotations of a file. An annotation that is not understood is told among the
 * problems and stays in the file.
 * @throws KeptFileError where the whole file cannot be used
 */
export function readAnnotations(text: string, file = ANNOTATIONS_FILE): AnnotationFile {
  const document = parseKept(text, file);
  if (itemsOf(document) === null)
    throw new KeptFileError(
      'not-this-file',
      `${file} is no collection of annotations: it has no list first.items`,
      'it is left as it is; move it away to begin anew',
    );
  return fromDocument(document);
}

export function printAnnotations({ document }: AnnotationFile): string {
  return printKept(document);
}

/**
 * The file with an anchor put in: in the place of the one with its id, whose other fields stay, or at
 * the end.
 */
export function withAnchor(file: AnnotationFile, anchor: Anchor): AnnotationFile {
  const items = itemsOf(file.document)!;
  const index = items.findIndex((raw) => isObject(raw) && raw['id'] === anchor.id);
  return index < 0
    ? withItems(file, [...items, toItem(anchor, {})])
    : withItems(file, items.with(index, toItem(anchor, items[index])));
}

/** The file without the anchor of this id. */
export function withoutAnchor(file: AnnotationFile, id: string): AnnotationFile {
  const items = itemsOf(file.document)!;
  return withItems(
    file,
    items.filter((raw) => !(isObject(raw) && raw['id'] === id)),
  );
}

function fromDocument(document: KeptObject): AnnotationFile {
  const { values, problems } = readItems(itemsOf(document)!, fromItem, ({ id }) => id);
  return { anchors: values, problems, document };
}

/** Of a collection with its page in it, or of a page alone. */
function itemsOf(document: KeptObject): readonly unknown[] | null {
  const { items } = isObject(document['first']) ? document['first'] : document;
  return Array.isArray(items) ? (items as unknown[]) : null;
}

function withItems({ document }: AnnotationFile, items: readonly unknown[]): AnnotationFile {
  return fromDocument(
    isObject(document['first'])
      ? { ...document, first: { ...document['first'], items } }
      : { ...document, items },
  );
}

function fromItem(raw: unknown, item: string): ReadItem<Anchor> {
  const read = readBy(Item, raw, item);
  if ('problems' in read) return read;
  const { id, target, created } = read.value;
  const problems: FileProblem[] = [];
  const many = Array.isArray(target.selector);
  const selectors = [target.selector].flat();
  const take = <K extends keyof typeof Selectors>(
    type: K,
  ): z.infer<(typeof Selectors)[K]> | null => {
    const index = selectors.findIndex((one) => one.type === type);
    if (index < 0) return null;
    const one = Selectors[type].safeParse(selectors[index]);
    if (one.success) return one.data as z.infer<(typeof Selectors)[K]>;
    const within = `target.selector${many ? `[${index}]` : ''}`;
    problems.push(...problemsOf(item, one.error, within));
    return null;
  };
  const fragment = take('FragmentSelector');
  const position = take('TextPositionSelector');
  const quote = take('TextQuoteSelector');
  const digest = take(DIGEST_SELECTOR);
  const words = quote ?? digest;
  const bodies = bodiesOf(read.value['body']);
  const said = bodies.find(isStatement);
  const statement = said === undefined ? null : StatementBody.safeParse(said);
  if (statement?.success === false) problems.push(...problemsOf(item, statement.error, 'body'));
  const paragraphs = fragment && paragraphsIn(fragment.value);
  if (words === null && problems.length === 0)
    problems.push({
      item,
      field: 'target.selector',
      message: `expected a TextQuoteSelector or a ${DIGEST_SELECTOR}: without the words a passage cannot be found again`,
    });
  if (paragraphs && paragraphs.from > paragraphs.to)
    problems.push({ item, field: 'target.selector', message: 'the paragraphs run backwards' });
  if (words === null || problems.length > 0) return { problems };
  return {
    value: {
      id,
      source: target.source,
      state: typeof target.state === 'string' ? target.state : null,
      paragraphs,
      position: position && { start: position.start, end: position.end },
      words: {
        kept: quote ? 'quote' : 'digest',
        exact: words.exact,
        before: words.prefix ?? null,
        after: words.suffix ?? null,
      },
      statement: statement?.success
        ? {
            kind: statement.data.kind,
            by: statement.data.by ?? null,
            strength: statement.data.strength ?? null,
          }
        : null,
      comment: commentOf(bodies),
      created: created ?? null,
    },
  };
}

function paragraphsIn(value: string): { readonly from: number; readonly to: number } {
  const [from, to = from] = value.split('-').map((one) => Number(one.slice(1)));
  return { from: from, to: to };
}

function bodiesOf(body: unknown): readonly unknown[] {
  return body === undefined ? [] : Array.isArray(body) ? (body as unknown[]) : [body];
}

function isComment(body: unknown): body is KeptObject & { readonly value: string } {
  return isObject(body) && body['type'] === 'TextualBody' && typeof body['value'] === 'string';
}

function isStatement(body: unknown): body is KeptObject {
  return isObject(body) && body['type'] === STATEMENT;
}

function commentOf(bodies: readonly unknown[]): string | null {
  return bodies.find(isComment)?.value ?? null;
}

/** The annotation for an anchor; what else the one before had stays. */
function toItem(anchor: Anchor, before: unknown): KeptObject {
  const old = isObject(before) ? before : {};
  const [first, ...others]: readonly unknown[] = [old['target']].flat<unknown[]>();
  const target = isObject(first) ? first : {};
  const selectors = [target['selector']].flat().filter(isObject);
  const { paragraphs, position, words } = anchor;
  const set = (type: string, fields: KeptObject): KeptObject =>
    withFields(
      selectors.find((one) => one['type'] === type),
      { type, ...fields },
    );
  const aimed = withFields(target, {
    source: anchor.source,
    state: anchor.state ?? (isObject(target['state']) ? target['state'] : undefined),
    selector: [
      ...(paragraphs === null ? [] : [set('FragmentSelector', { value: written(paragraphs) })]),
      set(words.kept === 'quote' ? 'TextQuoteSelector' : DIGEST_SELECTOR, {
        exact: words.exact,
        prefix: words.before ?? undefined,
        suffix: words.after ?? undefined,
      }),
      ...(position === null ? [] : [set('TextPositionSelector', { ...position })]),
      ...selectors.filter((one) => !OURS.includes(String(one['type']))),
    ],
  });
  return withFields(old, {
    id: anchor.id,
    type: old['type'] ?? 'Annotation',
    created: anchor.created ?? old['created'],
    body: withStatement(anchor.statement, bodyFor(anchor.comment, old['body'])),
    target: Array.isArray(old['target']) ? [aimed, ...others] : aimed,
  });
}

function written({ from, to }: { readonly from: number; readonly to: number }): string {
  return from === to ? `P${from}` : `P${from}-P${to}`;
}

function bodyFor(comment: string | null, before: unknown): unknown {
  const bodies = bodiesOf(before);
  if (commentOf(bodies) === comment) return before;
  const at = bodies.findIndex(isComment);
  const old = at < 0 ? {} : (bodies[at] as KeptObject);
  const fresh = comment === null ? [] : [{ ...old, type: 'TextualBody', value: comment }];
  const all = at < 0 ? [...bodies, ...fresh] : bodies.toSpliced(at, 1, ...fresh);
  return all.length === 0 ? undefined : all.length === 1 ? all[0] : all;
}

/** The bodies with what the passage says as a statement, whose other fields stay. */
function withStatement(statement: Statement | null, before: unknown): unknown {
  const bodies = bodiesOf(before);
  const at = bodies.findIndex(isStatement);
  if (statement === null && at < 0) return before;
  const others = bodies.filter((one) => !isStatement(one));
  const { kind, by, strength } = statement ?? {};
  const all =
    statement === null
      ? others
      : [
          withFields(bodies[at], {
            type: STATEMENT,
            kind,
            by: by ?? undefined,
            strength: strength ?? undefined,
          }),
          ...others,
        ];
  return all.length === 0 ? undefined : all.length === 1 ? all[0] : all;
}

/** The next free name of a statement: "s1", "s2", … */
export function nextStatement({ anchors }: Pick<AnnotationFile, 'anchors'>): string {
  const taken = anchors.map(({ id }) => Number(/^s([1-9]\d{0,8})$/.exec(id)?.[1] ?? 0));
  return `s${Math.max(0, ...taken) + 1}`;
}
