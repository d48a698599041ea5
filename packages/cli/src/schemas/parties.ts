import {
  byActor,
  concepts,
  count,
  evidence,
  list,
  named,
  one,
  orNull,
  printed,
  reach,
  record,
  situation,
  step,
  text,
  type Schema,
} from '../schema-parts.js';

const example = orNull(record({ state: named, step }));

export const agreementsSchema: Schema = printed(
  'agreements',
  'The answer of standoff agreements --json',
  {
    situation,
    agreements: list(
      record({
        id: text,
        label: text,
        evidence,
        states: count,
        equilibria: { type: 'object', additionalProperties: count },
        reachable: reach,
        best: orNull(record({ state: named, concepts })),
        parties: list(
          record({
            actor: text,
            couldSign: count,
            wouldSign: count,
            signs: example,
            content: count,
            deterred: count,
            leaves: count,
            defects: example,
            held: orNull(record({ state: named, step, by: list(text) })),
          }),
        ),
      }),
    ),
  },
);

const against = ['better', 'worse', 'same'] as const;

export const stakeholdersSchema: Schema = printed(
  'stakeholders',
  'The answer of standoff stakeholders --json',
  {
    situation,
    stakeholders: list(record({ actor: text, places: count, today: count, evidence })),
    outcomes: list(
      record({
        state: named,
        concepts,
        reachable: reach,
        standing: byActor(record({ place: count, against: one(...against) })),
      }),
    ),
    outcomeCount: count,
    scenarios: list(
      record({
        id: text,
        label: text,
        evidence,
        against: byActor(one(...against, 'mixed', 'no state')),
      }),
    ),
    opposed: list({ ...list(text), minItems: 2, maxItems: 2 }),
  },
);
