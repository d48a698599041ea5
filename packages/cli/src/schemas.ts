import { readSchema } from './schemas/read.js';
import { ANSWERED } from '@standoff/analysis';
import {
  byActor,
  carried,
  concepts,
  count,
  diagnostics,
  document,
  evidence,
  flag,
  kind,
  list,
  name,
  named,
  one,
  options,
  orNull,
  path,
  printed,
  reach,
  record,
  situation,
  slack,
  statusQuo,
  step,
  text,
  type Schema,
} from './schema-parts.js';
import { groundsSchema } from './schemas/grounds.js';
import { outlookSchema } from './schemas/outlook.js';
import { perceiveSchema } from './schemas/perceive.js';
import { agreementsSchema, stakeholdersSchema } from './schemas/parties.js';
import { plausibilitySchema, replaySchema } from './schemas/replay.js';
import { scenariosSchema } from './schemas/scenarios.js';
import { compareSchema } from './schemas/compare.js';
import { evidenceSchema } from './schemas/evidence.js';
import { reportCheckSchema, reportSchema } from './schemas/report.js';
import { mediateSchema } from './schemas/mediate.js';
import {
  citeSchema,
  sourceAddSchema,
  sourceCheckSchema,
  sourceListSchema,
} from './schemas/sources.js';
import { sensitivitySchema } from './schemas/sensitivity.js';
import {
  coalitionsSchema,
  extensionsPart,
  relationalExplanationsSchema,
  strengthPart,
} from './schemas/beyond.js';
import { commitmentsSchema } from './schemas/commitments.js';
import { elicitationSchema, factionsSchema, robustnessSchema } from './schemas/worlds.js';
import type { SchemaName } from './schema-names.js';

/** packages/model/schema, put in by the bundler. */
declare const MODEL_SCHEMA: Schema;

const verdicts = byActor(flag);
const ahead: Schema = {
  type: 'string',
  pattern: '^(L[1-9][0-9]?|NonMyopic|Stackelberg|Maximin[1-9][0-9]?)$',
};
const aheadState = record({ taken: options, name, stable: verdicts, tieDependent: verdicts });
const foresight = list(
  record(
    {
      concept: ahead,
      leader: orNull(text),
      experimental: flag,
      count,
      equilibria: list(aheadState),
      statusQuo: aheadState,
      states: list(aheadState),
    },
    ['states'],
  ),
);
const foresightExplanation = record({
  concept: ahead,
  experimental: flag,
  actor: text,
  role: orNull(one('leader', 'follower')),
  state: named,
  stable: flag,
  moves: count,
  horizon: count,
  repeats: orNull(record({ from: count, period: count })),
  line: list(step),
  end: named,
  compared: one('better', 'same', 'worse'),
  because: text,
  tieDependent: flag,
});
const explanation = record(
  {
    schema: { const: 'standoff/explanation/1' },
    state: named,
    actor: text,
    concept: concepts['items'] as Schema,
    stable: flag,
    kind,
    moves: count,
    improvements: list(
      record({
        step,
        to: named,
        because: text,
        sanction: orNull(
          record({
            simultaneous: flag,
            path: list(step),
            result: named,
            leaves: one('worse off', 'no better off'),
            because: text,
            bestEscape: orNull(record({ step: orNull(step) })),
          }),
        ),
        answersLookedAt: count,
      }),
    ),
    slack,
  },
  ['slack'],
);

const actors = list(
  record({
    id: text,
    label: text,
    kind: one('decision maker', 'stakeholder'),
    options,
    faction: orNull(record({ id: text, label: text })),
    evidence,
  }),
);
const optionList = list(
  record({
    id: text,
    label: text,
    owner: text,
    direction: one('both', 'forward', 'back'),
    slow: flag,
    evidence,
  }),
);

/** Numbers of states in a large model may have any length. */
const decimal: Schema = { type: 'string', pattern: '^[0-9]+$' };
const largeCount = record({ count: decimal, exact: flag });
const largeReach = record({ improvements: orNull(flag), moves: orNull(flag) });
const largeName = record({
  label: orNull(text),
  added: options,
  dropped: options,
  column: { type: 'string', pattern: '^[YN]*$' },
  decimal,
});
const largePath = orNull(
  record({ by: one('improvements', 'moves'), shortest: flag, steps: list(step) }),
);
const largeStatusQuo = record({
  taken: options,
  stability: byActor(concepts),
  undecided: byActor(concepts),
  kinds: byActor(one('no move', 'no better move', 'deterred', 'unstable', 'not decided')),
  scenarios: list(text),
  name: largeName,
  reaches: record({ improvements: largeCount, moves: largeCount }),
  improvements: byActor(record({ count: largeCount, best: list(step) })),
});

/** Every schema by its name. */
export function schemas(): Readonly<Record<SchemaName, Schema>> {
  return {
    model: MODEL_SCHEMA,
    analysis: printed(
      'analysis',
      'The answer of standoff analyse --json',
      {
        situation,
        actors,
        options: optionList,
        space: record({ options: count, points: count, feasible: count }),
        concepts,
        opponentsRule: { enum: ['legal sequences', 'each at most once'] },
        equilibria: list(
          record({
            taken: options,
            concepts,
            reachable: reach,
            scenarios: list(text),
            name,
            path,
            kinds: byActor(kind),
            against: byActor(one('better', 'worse', 'same')),
          }),
        ),
        tally: list(record({ concepts, reachable: reach, count })),
        statusQuo,
        statusQuoAlternatives: list(statusQuo),
        scenarios: list(
          record({
            id: text,
            label: text,
            evidence,
            states: count,
            concepts,
            reachable: reach,
            path,
            holdsNow: flag,
            extremes: list(record({ kind: one('worst', 'best'), actor: text, holds: flag })),
          }),
        ),
        agreements: list(record({ id: text, label: text, parties: list(text) })),
        states: list(
          record({
            taken: options,
            rank: byActor({ type: 'integer' }),
            stability: byActor(concepts),
            scenarios: list(text),
            name,
          }),
        ),
        foresight,
        extensions: extensionsPart,
        strength: strengthPart,
        coalitions: coalitionsSchema,
        answers: record(
          {
            outlook: outlookSchema,
            scenarios: scenariosSchema,
            commitments: commitmentsSchema,
            factions: factionsSchema,
            stakeholders: stakeholdersSchema,
            robustness: robustnessSchema,
            mediate: mediateSchema,
            replay: replaySchema,
            plausible: plausibilitySchema,
            leftOut: list(record({ question: text, why: text })),
          },
          [...ANSWERED],
        ),
        carried,
      },
      [
        'statusQuoAlternatives',
        'states',
        'foresight',
        'extensions',
        'strength',
        'coalitions',
        'answers',
      ],
    ),
    'large-analysis': printed(
      'large-analysis',
      'The answer of standoff analyse --json where the states are too many to be listed',
      {
        situation,
        why: text,
        method: one('sets', 'exploration'),
        actors,
        options: optionList,
        space: record({ options: count, points: decimal, feasible: orNull(decimal) }),
        nash: record({ all: largeCount, byImprovements: largeCount, byMoves: largeCount }),
        equilibria: list(
          record({
            taken: options,
            reachable: largeReach,
            scenarios: list(text),
            name: largeName,
            path: largePath,
            against: byActor(one('better', 'worse', 'same')),
          }),
        ),
        common: orNull(
          record({ of: one('reached by improvements', 'all'), taken: options, notTaken: options }),
        ),
        statusQuo: largeStatusQuo,
        statusQuoAlternatives: list(largeStatusQuo),
        scenarios: list(
          record({
            id: text,
            label: text,
            evidence,
            states: orNull(decimal),
            nash: largeCount,
            nashReachable: largeReach,
            reachable: largeReach,
            path: largePath,
            holdsNow: flag,
            extremes: list(
              record({ kind: one('worst', 'best'), actor: text, holds: orNull(flag) }),
            ),
          }),
        ),
        agreements: list(record({ id: text, label: text, parties: list(text) })),
        notAnswered: list(record({ question: text, why: text })),
        carried,
      },
      ['statusQuoAlternatives'],
    ),
    explanation: document(
      'explanation',
      'The answer of standoff explain --json for one actor and concept',
      explanation,
    ),
    explanations: printed('explanations', 'The answer of standoff explain --json', {
      explanations: list(explanation),
    }),
    foresight: printed(
      'foresight',
      'The answer of standoff explain --json --concept L3 (or another concept of looking ahead)',
      { explanations: list(foresightExplanation) },
    ),
    states: printed('states', 'The answer of standoff states --json', {
      situation,
      options,
      matching: count,
      states: list(
        record({
          taken: options,
          name,
          statusQuo: flag,
          concepts,
          reachable: reach,
          scenarios: list(text),
        }),
      ),
    }),
    outlook: outlookSchema,
    scenarios: scenariosSchema,
    grounds: groundsSchema,
    coalitions: coalitionsSchema,
    'relational-explanations': relationalExplanationsSchema,
    commitments: commitmentsSchema,
    replay: replaySchema,
    plausibility: plausibilitySchema,
    agreements: agreementsSchema,
    stakeholders: stakeholdersSchema,
    factions: factionsSchema,
    robustness: robustnessSchema,
    elicitation: elicitationSchema,
    sensitivity: sensitivitySchema,
    mediate: mediateSchema,
    compare: compareSchema,
    evidence: evidenceSchema,
    perceive: perceiveSchema,
    'source-add': sourceAddSchema,
    'source-list': sourceListSchema,
    'source-check': sourceCheckSchema,
    cite: citeSchema,
    read: readSchema,
    report: reportSchema,
    'report-check': reportCheckSchema,
    open: printed(
      'open',
      'The one line that standoff open --json prints: where the case is served, and by which process',
      { address: text, pid: count, writable: flag },
    ),
    check: printed('check', 'The answer of standoff check --json', {
      ok: flag,
      files: list(record({ file: text, ok: flag, diagnostics, carried })),
    }),
    format: printed('format', 'The answer of standoff format --json', {
      files: list(
        record({ file: text, changed: flag, written: flag, before: orNull(text), text }, ['text']),
      ),
    }),
    new: printed('new', 'The answer of standoff new --json', { created: list(text) }),
    error: printed('error', 'What any command prints with --json where it fails', {
      code: text,
      message: text,
      hint: orNull(text),
      diagnostics,
    }),
  };
}
