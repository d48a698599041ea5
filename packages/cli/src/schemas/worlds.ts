import {
  byActor,
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

const concept = concepts['items'] as Schema;
const unit: Schema = { type: 'number', minimum: 0, maximum: 1 };
const share = record({ share: unit, low: orNull(unit), high: orNull(unit) });
const digits: Schema = { type: 'string', pattern: '^[0-9]+$' };
const worlds = record({
  count: digits,
  looked: count,
  method: one('all', 'sample'),
  seed: orNull({ type: 'integer' }),
});

export const factionsSchema: Schema = printed(
  'factions',
  'The answer of standoff factions --json',
  {
    situation,
    concept,
    actors: list(
      record({
        actor: text,
        factions: list(record({ id: text, label: text })),
        prevails: orNull(text),
      }),
    ),
    combinations: list(
      record({
        prevails: byActor(text),
        assumed: flag,
        statusQuoHolds: flag,
        equilibria: count,
        reached: count,
        ends: list(record({ states: count, nearest: named })),
      }),
    ),
    scenarios: list(record({ id: text, label: text, holds: list(flag), reached: list(flag) })),
  },
);

export const robustnessSchema: Schema = printed(
  'robustness',
  'The answer of standoff robustness --json',
  {
    situation,
    concept,
    worlds,
    open: list(
      record({
        actor: text,
        factions: list(text),
        perhaps: list(text),
        unordered: count,
        rankings: orNull(count),
      }),
    ),
    statusQuo: share,
    scenarios: list(record({ id: text, label: text, holds: share, reached: share })),
    states: record({ all: count, some: count, none: count }),
    equilibria: list(record({ state: named, holds: share, reached: share })),
  },
);

const amount = record({
  told: { type: 'number', minimum: 0 },
  states: { type: 'number', minimum: 0 },
});
const statement = record({ id: text, text, evidence });

export const elicitationSchema: Schema = printed(
  'elicitation',
  'The answer of standoff ask --json',
  {
    situation,
    concept,
    worlds,
    undecided: amount,
    questions: list(
      record({
        actor: text,
        about: one('faction', 'perhaps', 'order'),
        statements: list(statement),
        arises: unit,
        information: amount,
        answers: list(
          record({
            answer: text,
            probability: {
              ...unit,
              description:
                'share of the worlds in which the question arises; those of all answers add up to 1',
            },
            undecided: amount,
            decides: list(
              record({
                verdict: record(
                  { of: one('status quo', 'scenario'), id: text, what: one('holds', 'reached') },
                  ['id', 'what'],
                ),
                value: flag,
              }),
            ),
          }),
        ),
      }),
    ),
    contradictions: list(record({ actor: text, earlier: statement, later: statement })),
  },
);
