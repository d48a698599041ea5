import {
  count,
  evidence,
  flag,
  list,
  named,
  one,
  options,
  orNull,
  printed,
  record,
  situation,
  step,
  text,
  type Schema,
} from '../schema-parts.js';

const proposition: Schema = { type: 'object', description: 'as in the schema of the model' };
const tally = record({
  due: count,
  keepable: count,
  credible: count,
  binding: count,
  onceKept: count,
});
const example = orNull(
  record({
    state: named,
    step: orNull(step),
    due: flag,
    because: orNull(text),
    reachable: one('improvements', 'moves', 'not'),
  }),
);

export const commitmentsSchema: Schema = printed(
  'commitments',
  'The answer of standoff commitments --json',
  {
    situation,
    commitments: list(
      record({
        id: text,
        label: text,
        kind: one('promise', 'threat', 'assurance', 'demand'),
        by: list(text),
        to: list(text),
        content: proposition,
        when: orNull(proposition),
        evidence,
        due: count,
        afterStep: options,
        alsoOf: list(text),
        readings: list(
          record({
            actor: text,
            faction: orNull(record({ id: text, label: text })),
            assumed: flag,
            all: tally,
            byImprovements: tally,
            byMoves: tally,
            equilibria: tally,
            temptation: example,
            kept: example,
          }),
        ),
      }),
    ),
  },
);
