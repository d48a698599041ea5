import {
  enumerateStates,
  EngineError,
  findFeasible,
  holds,
  TruthTable,
  type Formula,
} from '@standoff/engine';
import type { ConflictModel, Diagnostic } from '@standoff/model';
import { smallestConflict } from './conflict.js';
import { emptyScenarios, falseExtremes, preferenceProblems } from './diagnose-states.js';
import { Lowering } from './lowering.js';
import { codeOf } from './prepare.js';
import { problem } from './problem.js';
import { statusQuoSets } from './status-quo.js';

/** Beyond this many feasible states, checks that look at every state are left out, and said to be. */
const MOST_STATES = 2_000_000;

/**
 * What is wrong with a situation as a model, though its text is in order: contradictory
 * constraints with the smallest set responsible, options that can never or must always be taken, an
 * infeasible status quo, empty scenarios, incomplete rankings, statements that never matter, and
 * assertions of worst and best that are false.
 */
export function diagnose(model: ConflictModel): Diagnostic[] {
  const lowering = new Lowering(model);
  const m = model.options.length;
  if (m > 30)
    return [
      problem(
        'model-too-large',
        'warning',
        model.situation.at,
        `${m} options are too many to look at every state`,
        {
          why: `${m} options make 2^${m} states; "standoff analyse" takes at most 30 options in this version`,
          hint: 'merge options that always go together, or leave out actors that do not matter for the question',
        },
      ),
    ];
  const constraints = model.constraints.map(({ must }) => lowering.formula(must));
  if (findFeasible(m, constraints) === null) return [contradiction(model, constraints)];
  const found = [...fixedOptions(model, constraints), ...statusQuoProblems(model, lowering)];
  try {
    const truth = new TruthTable(enumerateStates(m, constraints, MOST_STATES));
    found.push(
      ...emptyScenarios(model, lowering, truth),
      ...model.actors.flatMap((actor) => preferenceProblems(actor, lowering, truth)),
    );
    if (!found.some(({ severity }) => severity === 'error'))
      found.push(...falseExtremes(model, lowering, truth));
  } catch (error) {
    if (!(error instanceof EngineError)) throw error;
    found.push(
      problem(
        'not-checked',
        'info',
        model.situation.at,
        `more than ${MOST_STATES} feasible states: scenarios and preferences were not checked against them`,
        {},
      ),
    );
  }
  return found;
}

function contradiction(model: ConflictModel, constraints: readonly Formula[]): Diagnostic {
  const conflict = smallestConflict(model.options.length, constraints).map(
    (k) => model.constraints[k],
  );
  return problem(
    'contradictory-constraints',
    'error',
    conflict[0]?.at ?? model.situation.at,
    'no state satisfies all constraints',
    {
      why:
        conflict.length === 1
          ? `"${conflict[0].text}" alone rules out every state`
          : `these ${conflict.length} constraints cannot hold together: ${conflict.map(({ text }) => `"${text}"`).join('; ')}`,
      hint: 'drop or weaken one of them',
      related: conflict.slice(1).map(({ text, at }) => ({ range: at, message: text })),
    },
  );
}

function fixedOptions(model: ConflictModel, constraints: readonly Formula[]): Diagnostic[] {
  const m = model.options.length;
  return model.options.flatMap((option, k) => {
    const bit = (1 << k) >>> 0;
    const never = findFeasible(m, constraints, bit, bit) === null;
    const always = !never && findFeasible(m, constraints, bit, 0) === null;
    if (!never && !always) return [];
    const literal: Formula = { kind: 'option', option: k };
    const also = never ? literal : ({ kind: 'not', of: literal } as const);
    const conflict = smallestConflict(m, constraints, [also]).map((c) => model.constraints[c]);
    return [
      problem(
        never ? 'option-never-taken' : 'option-always-taken',
        'warning',
        option.at,
        `${option.id} ("${option.label}") can ${never ? 'never' : 'only'} be taken`,
        {
          why: `${conflict.map(({ text }) => `"${text}"`).join(' and ')} ${conflict.length === 1 ? 'rules' : 'rule'} out every state in which it is ${never ? 'taken' : 'not taken'}`,
          hint: 'an option that is never a choice can be left out',
          related: conflict.map(({ text, at }) => ({ range: at, message: text })),
        },
      ),
    ];
  });
}

function statusQuoProblems(model: ConflictModel, lowering: Lowering): Diagnostic[] {
  const codes = statusQuoSets(model).map((taken) => codeOf(model, taken));
  const formulas = model.constraints.map(({ must }) => lowering.formula(must));
  if (codes.some((code) => formulas.every((formula) => holds(formula, code)))) return [];
  const broken = model.constraints.filter((_, k) => !holds(formulas[k], codes[0]));
  return [
    problem(
      'status-quo-infeasible',
      'error',
      broken[0]?.at ?? model.situation.at,
      'the status quo is not a feasible state',
      {
        why: `options declared "taken" and the events up to the "as of" date break ${broken.map(({ text }) => `"${text}"`).join(' and ')}`,
        hint: 'change which options are taken, the events, or the constraint',
        related: broken.slice(1).map(({ text, at }) => ({ range: at, message: text })),
      },
    ),
  ];
}
