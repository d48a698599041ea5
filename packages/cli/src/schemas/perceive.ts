import {
  concepts,
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

const byConcept = (values: Schema): Schema =>
  record({ Nash: values, GMR: values, SMR: values, SEQ: values, SSEQ: values, SIM: values });
const counts = byConcept(count);
const changes = byConcept(record({ gained: count, lost: count }));
const attempt = { step, because: text, possible: flag };
const why = record({
  kind: one('unknown option', 'thought impossible', 'thought no gain', 'not recognised'),
  unknown: options,
  breaks: list(text),
  because: orNull(text),
});
const told = record({ step, because: text });
const surprise = record({
  counts,
  examples: list(
    record({
      state: named,
      concepts,
      distance: orNull(count),
      leaves: orNull(record(attempt)),
      expected: orNull(told),
    }),
  ),
});
const heldUnder = list(record({ state: named, concepts }));
const course = record({
  from: named,
  concepts,
  standstill: concepts,
  real: concepts,
  steps: list(record({ ...attempt, unexpectedBy: list(record({ actor: text, why })) })),
  stepCount: count,
  states: count,
  arrivals: list(record({ state: named, concepts, steps: list(step) })),
  arrivalCount: count,
  surprises: list(
    record({
      actor: text,
      unexpected: count,
      first: orNull(record({ steps: list(step), why })),
      inVain: list(told),
      inVainCount: count,
    }),
  ),
});
const picture = record({
  of: text,
  preference: orNull(
    record({ form: one('statements', 'ranking', 'weights'), statements: list(text) }),
  ),
  unawareOf: options,
  constraints: list(text),
  because: orNull(text),
  evidence,
});

export const perceiveSchema: Schema = printed(
  'perceive',
  'The answer of standoff perceive --json',
  {
    situation,
    level: { enum: [1, 2] },
    misperceivers: list(text),
    states: count,
    equilibria: byConcept(record({ real: count, hypergame: count, standstill: count })),
    held: list(record({ state: named, concepts, real: concepts })),
    heldCount: count,
    courses: list(course),
    actors: list(
      record({
        actor: text,
        pictures: list(picture),
        states: count,
        recognised: count,
        contradiction: list(text),
        now: list(
          record({
            taken: orNull(options),
            unseen: options,
            contradicts: list(text),
            expected: concepts,
          }),
        ),
        expected: counts,
        leaves: surprise,
        holds: surprise,
        scenarios: list(
          record({
            id: text,
            label: text,
            expected: concepts,
            hypergame: concepts,
            expectedReach: flag,
            reached: flag,
          }),
        ),
        revelation: orNull(
          record({
            verdicts: changes,
            now: list(record({ before: concepts, after: concepts })),
            expected: changes,
            hypergame: changes,
            gained: heldUnder,
            lost: heldUnder,
          }),
        ),
      }),
    ),
    level2: orNull(
      record({
        equilibria: counts,
        actors: list(
          record({
            actor: text,
            verdicts: changes,
            expected: changes,
            surprises: byConcept(record({ leaves: count, holds: count })),
          }),
        ),
      }),
    ),
  },
);
