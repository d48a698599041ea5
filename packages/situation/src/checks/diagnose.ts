import {
  enumerateStates,
  EngineError,
  findFeasible,
  MAX_EXPLICIT_OPTIONS,
  TruthTable,
  type Formula,
} from '@standoff/engine';
import { withoutWindows, type ConflictModel, type Diagnostic } from '@standoff/model';
import type { Satisfiable } from '../conflict.js';
import { contradiction, fixedOptions, statusQuoProblems } from './constraints.js';
import { endsAlike, MOST_FOLLOWED } from './ends.js';
import { mergedProblems } from './merged.js';
import { diagnoseLarge } from './large.js';
import { emptyScenarios, falseExtremes, preferenceProblems, rankingProblems } from './states.js';
import { emptyCommitments, neverMentioned, unsaid } from './unsaid.js';
import { unsettledProblems } from './unsettled.js';
import { AnalysisError } from '../errors.js';
import { Lowering } from '../lowering.js';
import { openRules } from '../open-rules.js';
import { problem } from '../problem.js';
import { declaredSets } from '../status-quo.js';

/** Beyond this many feasible states, checks that look at every state are left out, and said to be. */
const MOST_STATES = 2_000_000;

/**
 * What is wrong with a situation as a model, though its text is in order: contradictory
 * constraints with the smallest set responsible, options that can never or must always be taken, an
 * infeasible status quo, empty scenarios, what says nothing, incomplete rankings, statements that never matter, and
 * assertions of worst and best that are false. What an option comes to outside its window is no rule of
 * the author's: it counts only for whether there is a state, and today is one.
 */
export function diagnose(dated: ConflictModel): Diagnostic[] {
  const found = problemsOf(dated);
  const some = found.filter(({ severity }) => severity === 'error');
  // What is no error comes, beyond so many, from one habit of writing.
  const beside = new Set(
    found.filter(({ severity }) => severity !== 'error').slice(0, Math.max(0, MOST - some.length)),
  );
  const unsaidYet = found.length - some.length - beside.size;
  if (unsaidYet === 0) return found;
  return [
    ...found.filter((one) => one.severity === 'error' || beside.has(one)),
    problem(
      'more',
      'info',
      found.at(-1)!.range,
      `There is more: ${unsaidYet} further messages are not shown.`,
      {},
    ),
  ];
}

/** More than these are not read by anybody. */
const MOST = 100;

function problemsOf(dated: ConflictModel): Diagnostic[] {
  const model = withoutWindows(dated);
  const open = tooOpen(model);
  if (open !== null) return [open];
  const lowering = new Lowering(model);
  if (model.options.length > MAX_EXPLICIT_OPTIONS)
    return [...unsaid(model), ...diagnoseLarge(model, lowering)];
  const m = model.options.length;
  const formulas = (of: ConflictModel): Formula[] =>
    of.constraints.map(({ must }) => lowering.formula(must));
  const constraints = formulas(model);
  const satisfiable: Satisfiable = (all) => findFeasible(m, all) !== null;
  if (!satisfiable(formulas(dated))) return [contradiction(dated, formulas(dated), satisfiable)];
  const unsettled = unsettledProblems(model, lowering, constraints, MOST_STATES);
  if (unsettled.length > 0) return unsettled;
  const found = [
    ...unsaid(model),
    ...emptyCommitments(model, lowering, satisfiable),
    ...fixedOptions(model, constraints, satisfiable),
    ...statusQuoProblems(dated, lowering),
  ];
  try {
    const truth = new TruthTable(enumerateStates(m, constraints, MOST_STATES));
    const doubtful = new Set(openRules(model));
    const certain = model.constraints.filter((one) => !doubtful.has(one));
    const widest =
      doubtful.size === 0
        ? truth
        : new TruthTable(
            enumerateStates(m, formulas({ ...model, constraints: certain }), MOST_STATES),
          );
    found.push(
      ...emptyScenarios(model, lowering, truth, satisfiable),
      ...model.actors.flatMap((actor) => rankingProblems(actor, lowering, widest)),
      ...model.actors.flatMap((actor) => preferenceProblems(actor, lowering, truth)),
    );
    if (!found.some(({ severity }) => severity === 'error'))
      found.push(...mergedProblems(model, lowering, truth));
    if (!found.some(({ severity }) => severity === 'error'))
      found.push(
        ...falseExtremes(model, lowering, truth),
        ...(truth.space.size > MOST_FOLLOWED
          ? []
          : endsAlike(dated, new Set(neverMentioned(model).map(({ id }) => id)))),
      );
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

/** That today may be too many states to be looked at; null: it is not so. */
function tooOpen(model: ConflictModel): Diagnostic | null {
  try {
    declaredSets(model);
    return null;
  } catch (error) {
    if (!(error instanceof AnalysisError)) throw error;
    const { message, hint } = error;
    return problem(
      'today-too-open',
      'error',
      model.situation.at,
      message,
      hint === null ? {} : { hint },
    );
  }
}
