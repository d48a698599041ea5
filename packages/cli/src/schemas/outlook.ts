import {
  concepts,
  count,
  flag,
  list,
  named,
  one,
  options,
  printed,
  record,
  situation,
  step,
  text,
  type Schema,
} from '../schema-parts.js';

const arrival = record({
  state: named,
  concepts,
  steps: list(step),
  slow: list(record({ step: count, options, mayReact: list(text) })),
});
const course = record({
  states: count,
  equilibria: count,
  firm: list(arrival),
  firmCount: count,
  noWayOut: list(named),
});

export const outlookSchema: Schema = printed('outlook', 'The answer of standoff outlook --json', {
  situation,
  outlooks: list(
    record(
      {
        from: named,
        concepts,
        reasons: list(step),
        improvements: course,
        moves: course,
        ends: list(record({ states: count, nearest: arrival })),
        paths: record({
          state: named,
          by: one('improvements', 'moves'),
          paths: list(list(step)),
          all: flag,
        }),
      },
      ['paths'],
    ),
  ),
});
