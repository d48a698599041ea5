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
  step,
  text,
  type Schema,
} from '../schema-parts.js';

const amount: Schema = { type: 'number', minimum: 0 };
const score = record({
  steps: count,
  improvements: count,
  expected: amount,
  chance: orNull({ type: 'number', minimum: 0, maximum: 1 }),
  unstable: count,
  expectedUnstable: amount,
});

export const replaySchema: Schema = printed('replay', 'The answer of standoff replay --json', {
  situation,
  start: orNull(named),
  events: list(
    record({
      id: text,
      date: text,
      label: text,
      evidence,
      later: flag,
      signals: flag,
      breaks: list(text),
      steps: list(
        record({
          step,
          legal: flag,
          change: one('better', 'worse', 'same'),
          because: text,
          stayed: concepts,
          equilibrium: concepts,
          best: list(step),
          wasBest: flag,
        }),
      ),
    }),
  ),
  score: record({ before: score, after: score }),
});

export const plausibilitySchema: Schema = printed(
  'plausibility',
  'The answer of standoff plausible --json',
  {
    situation,
    checks: list(
      record({
        kind: one('stays', 'moved', 'possible', 'extreme', 'used'),
        about: text,
        actor: orNull(text),
        fits: flag,
        step: orNull(step),
        text,
        later: flag,
        evidence,
      }),
    ),
  },
);
