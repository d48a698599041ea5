import {
  concepts,
  count,
  evidence,
  flag,
  kind,
  list,
  named,
  one,
  orNull,
  printed,
  record,
  situation,
  slack,
  text,
  type Schema,
} from '../schema-parts.js';

const how = one('left out', 'reversed');
const ground = record({
  kind: one('statement', 'constraint'),
  id: text,
  actor: orNull(text),
  text,
  evidence,
  how,
  unsettles: list(text),
});

export const groundsSchema: Schema = printed('grounds', 'The answer of standoff grounds --json', {
  situation,
  state: named,
  concept: orNull(concepts['items'] as Schema),
  holds: flag,
  actors: list(record({ actor: text, kind, slack })),
  single: list(ground),
  pairs: list({ ...list(ground), minItems: 2, maxItems: 2 }),
  pairsComplete: orNull(flag),
  passages: list(
    record({
      source: text,
      paragraph: orNull(count),
      elements: list(text),
      how,
      unsettles: list(text),
    }),
  ),
  claims: list(record({ id: text, label: text, elements: list(text) })),
  tried: count,
});
