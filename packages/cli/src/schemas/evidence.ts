import {
  concepts,
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

const element = record({ kind: text, of: text, text });

export const evidenceSchema: Schema = printed(
  'evidence',
  'The answer of standoff evidence --json',
  {
    situation,
    concept: concepts['items'] as Schema,
    coverage: list(record({ kind: text, count, passage: count, reason: count, nothing: count })),
    bare: list(element),
    whatIfs: list(element),
    doubtful: list(
      record({
        claim: text,
        label: text,
        strength: one('stated', 'claimed', 'reported', 'inferred', 'denied'),
        disputed: flag,
        elements: list(element),
        through: list(element),
      }),
    ),
    sources: list(
      record({
        id: text,
        title: text,
        elements: count,
        paragraphs: list(count),
        whole: list(element),
        uses: list(
          record({
            paragraph: count,
            place: orNull(one('body', 'outside the body', 'not in the text')),
            elements: list(element),
          }),
        ),
        text: orNull(
          record({
            unused: list(count),
            missing: list(count),
            annotations: list(
              record({
                name: text,
                state: one('found', 'orphan', 'unknown'),
                why: orNull(text),
                paragraphs: list(count),
                elements: list(element),
                misplaced: list(element),
              }),
            ),
          }),
        ),
      }),
    ),
    without: list(
      record({
        source: text,
        paragraph: orNull(count),
        elements: list(element),
        distance: { type: 'number', minimum: 0, maximum: 1 },
        turned: orNull(
          record({
            statusQuo: one('begins to hold', 'ceases to hold', 'as before'),
            begins: list(text),
            ceases: list(text),
            opens: list(text),
            closes: list(text),
          }),
        ),
      }),
    ),
    tried: count,
  },
);
