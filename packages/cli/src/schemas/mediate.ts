import {
  byActor,
  concepts,
  count,
  evidence,
  flag,
  kind,
  list,
  named,
  one,
  orNull,
  path,
  printed,
  record,
  situation,
  step,
  text,
  type Schema,
} from '../schema-parts.js';

const move: Schema = {
  anyOf: [
    record({
      cost: count,
      kind: one('statement'),
      actor: text,
      statement: text,
      text,
      evidence,
      edit: one('left out', 'reversed', 'one place up', 'one place down'),
      places: count,
    }),
    record({
      cost: count,
      kind: one('order'),
      actor: text,
      prefers: list({ type: 'array', items: named, minItems: 2, maxItems: 2 }),
      keeps: list({ type: 'array', items: named, minItems: 2, maxItems: 2 }),
    }),
    record({
      cost: count,
      kind: one('binding'),
      commitment: text,
      label: text,
      by: text,
      evidence,
    }),
    record({ cost: count, kind: one('irreversible'), option: text, actor: text }),
    record({ cost: count, kind: one('ruled out'), scenario: text, label: text }),
    record({ cost: count, kind: one('fixed'), option: text, actor: text, taken: flag }),
  ],
};

export const mediateSchema: Schema = printed('mediate', 'The answer of standoff mediate --json', {
  situation,
  goal: record({
    text,
    states: count,
    holding: count,
    reached: count,
    both: count,
    ruledOutBy: list(text),
  }),
  concept: concepts['items'] as Schema,
  reach: orNull(one('improvements', 'moves')),
  costs: record(
    Object.fromEntries(
      ['place', 'leftOut', 'reversed', 'swap', 'binding', 'irreversible', 'ruledOut', 'fixed'].map(
        (name) => [name, orNull(count)],
      ),
    ),
  ),
  impossible: orNull(one('no state', 'not reachable')),
  inTheWay: list(record({ state: named, step })),
  cheapest: orNull(count),
  nothingBelow: count,
  cutShort: orNull(record({ at: count, by: one('memory', 'steps') })),
  considered: record({ models: count, rankings: byActor(count), rules: count }),
  plans: list(
    record({
      cost: count,
      moves: list(move),
      state: named,
      also: list(named),
      concepts,
      kinds: byActor(kind),
      path,
      against: byActor(one('better', 'worse', 'same')),
      sideEffects: record({
        statusQuo: one('begins to hold', 'ceases to hold', 'as before'),
        begins: list(text),
        ceases: list(text),
        opens: list(text),
        closes: list(text),
      }),
    }),
  ),
  more: count,
});
