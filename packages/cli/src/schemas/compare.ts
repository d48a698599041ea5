import {
  byActor,
  concepts,
  count,
  flag,
  list,
  named,
  one,
  orNull,
  printed,
  record,
  situation,
  text,
  type Schema,
} from '../schema-parts.js';

const changes = list(
  record({
    what: one('status quo', 'scenario holds', 'scenario reached', 'commitment', 'course'),
    of: text,
    then: text,
  }),
);

export const compareSchema: Schema = printed('compare', 'The answer of standoff compare --json', {
  concept: concepts['items'] as Schema,
  models: list(
    record({
      name: text,
      situation,
      feasible: count,
      equilibria: count,
      statusQuo: named,
      now: list(text),
      conclusions: record({
        statusQuoHolds: flag,
        scenarios: byActor(record({ holds: flag, reached: flag })),
        commitments: byActor(record({ due: count, kept: count })),
        ends: list(record({ states: count, nearest: named })),
      }),
    }),
  ),
  steps: list(
    record({
      from: count,
      to: count,
      differences: list(
        record({
          kind: one(
            'actors and options',
            'preference',
            'faction',
            'constraint',
            'option',
            'status quo',
            'scenario',
            'commitment',
            'perception',
          ),
          of: text,
          gone: list(text),
          added: list(text),
          reordered: flag,
          changes: orNull(changes),
        }),
      ),
      told: list(record({ what: text, gone: count, added: count })),
      changes,
    }),
  ),
});
