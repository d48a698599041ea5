import {
  count,
  flag,
  list,
  one,
  orNull,
  printed,
  record,
  situation,
  text,
  type Schema,
} from '../schema-parts.js';

const hash: Schema = { type: 'string', pattern: '^sha256:[0-9a-f]{64}$' };
const format = one('text', 'markdown', 'html', 'pdf', 'docx');
const problems = list(
  record({
    reference: text,
    message: text,
    elements: list(record({ id: text, line: orNull(count) })),
    near: list(record({ place: text, how: text, words: text })),
  }),
);
const sources = list(
  record({
    id: text,
    title: text,
    declared: flag,
    state: one(
      'none',
      'as recorded',
      'other bytes',
      'read differently',
      'changed',
      'missing',
      'unreadable',
    ),
    file: orNull(text),
    format: orNull(format),
    lastParagraph: orNull(count),
    version: orNull(count),
    bytes: orNull(hash),
    references: count,
    annotations: count,
  }),
);
const references = list(
  record({
    reference: text,
    source: text,
    status: one('resolved', 'unresolved', 'unchecked'),
    problem: orNull(text),
    comment: orNull(text),
  }),
);

export const sourceAddSchema = printed('source-add', 'The answer of standoff source add --json', {
  source: text,
  file: text,
  copied: flag,
  kept: orNull(text),
  change: one('new', 'same', 'other bytes', 'read differently', 'changed'),
  version: count,
  hashes: record({ bytes: hash, text: hash }),
  format,
  encoding: orNull(text),
  lastParagraph: count,
  metadata: { type: 'object', additionalProperties: orNull(text) },
  warnings: list(text),
  block: orNull(text),
  declared: flag,
  before: orNull(text),
  references: count,
  annotations: count,
  problems,
});

export const sourceListSchema = printed(
  'source-list',
  'The answer of standoff source list --json',
  { situation, sources },
);

export const sourceCheckSchema = printed(
  'source-check',
  'The answer of standoff source check --json',
  {
    situation,
    ok: flag,
    sources,
    references: record({ resolved: count, unresolved: count, unchecked: count }),
    annotations: record({ found: count, moved: count, orphans: count, unchecked: count }),
    problems,
    files: list(record({ file: text, item: text, field: text, message: text })),
  },
);

export const citeSchema = printed('cite', 'The answer of standoff cite --json', {
  situation,
  element: record({ kind: text, id: text, text }),
  grounds: list(
    record({
      kind: text,
      id: text,
      text,
      references,
      because: orNull(text),
      claims: list(
        record({
          id: text,
          label: text,
          strength: one('stated', 'claimed', 'reported', 'inferred', 'denied'),
          by: orNull(text),
          disputed: flag,
          references,
        }),
      ),
    }),
  ),
  style: one('apa', 'harvard1', 'vancouver'),
  bibliography: list(record({ id: text, text })),
  csl: list({ type: 'object' }),
});
