import {
  byActor,
  count,
  flag,
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

const relational = one('Nash', 'GMR', 'SMR', 'SEQ', 'SSEQ');
const extension = one('a', 'b', 'c', 'd');
const unit: Schema = { type: 'number', minimum: 0, maximum: 1 };
const byConcept = (values: Schema): Schema => ({ type: 'object', additionalProperties: values });

/** What `analyse` adds with --extension. */
export const extensionsPart: Schema = record({
  unknown: byActor(unit),
  extensions: list(record({ extension, count: byConcept(count), statusQuo: list(relational) })),
  held: byConcept(record({ all: count, some: count })),
  equilibria: list(record({ state: named, concepts: list(relational), reachable: reach })),
});

const strengthCount = byConcept(record({ strong: count, weak: count, noBetterMove: count }));

/** What `analyse` adds with --strength. */
export const strengthPart: Schema = record(
  {
    degrees: count,
    count: strengthCount,
    hybrid: list(record({ extension, count: strengthCount })),
    equilibria: list(record({ state: named, reachable: reach, level: byConcept(orNull(count)) })),
  },
  ['hybrid'],
);

const coalition = list(text);
const coalitionConcepts = list(one('CNash', 'CGMR', 'CSMR', 'CSEQ'));
const steps = list(step);

const coalitionMoves = list(
  record({
    coalition,
    stays: coalitionConcepts,
    improvements: count,
    example: record({
      to: named,
      path: steps,
      sanction: orNull(record({ path: steps, result: named, deterred: coalition })),
    }),
  }),
);

/** The answer of `coalitions`, and what `analyse` adds with --coalitions. */
export const coalitionsSchema: Schema = printed(
  'coalitions',
  'The answer of standoff coalitions --json',
  {
    situation,
    coalitions: list(coalition),
    partition: flag,
    stable: byConcept(record({ all: count, single: count })),
    universal: list(record({ state: named, concepts: coalitionConcepts, reachable: reach })),
    from: named,
    couldLeave: coalitionMoves,
    equilibria: list(
      record({
        state: named,
        concepts: list(relational),
        stable: coalitionConcepts,
        reachable: reach,
        couldLeave: coalitionMoves,
      }),
    ),
    jumps: list(record({ coalition, from: named, to: named, path: steps })),
    jumpCount: count,
    jumpStates: count,
  },
);

const degree = orNull({ type: 'integer' });

export const relationalExplanationsSchema: Schema = printed(
  'relational-explanations',
  'The answer of standoff explain --json --extension a',
  {
    explanations: list(
      record({
        schema: { const: 'standoff/relational-explanation/1' },
        state: named,
        actor: text,
        concept: relational,
        extension,
        stable: flag,
        moves: count,
        improvements: list(
          record({
            step,
            to: named,
            degree,
            sanction: orNull(record({ path: steps, result: named, loss: degree })),
            answersLookedAt: count,
          }),
        ),
      }),
    ),
  },
);
