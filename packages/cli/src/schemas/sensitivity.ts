import {
  concepts,
  count,
  evidence,
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

export const sensitivitySchema: Schema = printed(
  'sensitivity',
  'The answer of standoff sensitivity --json',
  {
    situation,
    concept: concepts['items'] as Schema,
    base: record({ equilibria: count, statusQuoHolds: flag }),
    changes: list(
      record({
        actor: text,
        statement: text,
        text,
        evidence,
        edit: one('left out', 'reversed', 'one place up', 'one place down'),
        effect: record({
          distance: { type: 'number', minimum: 0, maximum: 1 },
          lost: count,
          gained: count,
          statusQuo: one('begins to hold', 'ceases to hold', 'as before'),
          begins: list(text),
          ceases: list(text),
          opens: list(text),
          closes: list(text),
          nearestLost: orNull(named),
          nearestGained: orNull(named),
        }),
      }),
    ),
    untried: count,
    reorderings: orNull(
      record({
        distance: count,
        movable: count,
        count,
        seed: { type: 'integer' },
        unchanged: count,
        scenarios: list(record({ id: text, holds: count, reached: count })),
        statusQuoHolds: count,
      }),
    ),
  },
);
