import { standing, type Constraint, type ConflictModel, type OptionId } from '@standoff/model';
import { MAX_EXPLICIT_OPTIONS } from '@standoff/engine';
import { AnalysisError } from './errors.js';
import { codeOf } from './listing.js';
import { Lowering } from './lowering.js';

/**
 * The options taken where things stand: those declared `taken`, then the events up to the
 * `as of` date, in order of date. Several sets where options are `unknown` and no event settles them;
 * the one with the fewest options taken stands first. What follows of them by itself has followed.
 */
export function statusQuoSets(model: ConflictModel): ReadonlySet<OptionId>[] {
  const sets = declaredSets(model);
  return model.consequences === undefined || model.options.length > MAX_EXPLICIT_OPTIONS
    ? sets
    : sets.map((taken) => settledSet(model, taken));
}

/** The same before anything follows by itself. */
export function declaredSets(model: ConflictModel): ReadonlySet<OptionId>[] {
  const state = standing(model);
  const certain = [...state].filter(([, s]) => s === 'taken').map(([id]) => id);
  const unknown = [...state].filter(([, s]) => s === 'unknown').map(([id]) => id);
  return Array.from(
    { length: 2 ** unknown.length },
    (_, choice) => new Set([...certain, ...unknown.filter((_, k) => (choice >> k) & 1)]),
  );
}

/** The options taken when what follows by itself has followed. */
export function settledSet(
  model: ConflictModel,
  taken: ReadonlySet<OptionId>,
): ReadonlySet<OptionId> {
  const end = new Lowering(model).settling?.settled(codeOf(model, taken));
  return end === undefined
    ? taken
    : new Set(model.options.filter((_, k) => (end >>> k) & 1).map(({ id }) => id));
}

/** What to say where the status quo breaks these constraints. */
export function infeasibleStatusQuo(broken: readonly Constraint[]): AnalysisError {
  return new AnalysisError(
    'status-quo-infeasible',
    `the status quo breaks ${broken.map(({ text, at }) => `"${text}"${at ? ` (line ${at.start.line + 1})` : ''}`).join(' and ')}`,
    'change which options are "taken", the events up to the "as of" date, or the constraint',
  );
}
