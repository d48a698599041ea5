import { standing, type Constraint, type ConflictModel, type OptionId } from '@standoff/model';
import { AnalysisError } from './errors.js';

/**
 * The options taken where things stand: those declared `taken`, then the events up to the
 * `as of` date, in order of date. Several sets where options are `unknown` and no event settles them;
 * the one with the fewest options taken stands first.
 */
export function statusQuoSets(model: ConflictModel): ReadonlySet<OptionId>[] {
  const state = standing(model);
  const certain = [...state].filter(([, s]) => s === 'taken').map(([id]) => id);
  const unknown = [...state].filter(([, s]) => s === 'unknown').map(([id]) => id);
  return Array.from(
    { length: 2 ** unknown.length },
    (_, choice) => new Set([...certain, ...unknown.filter((_, k) => (choice >> k) & 1)]),
  );
}

/** What to say where the status quo breaks these constraints. */
export function infeasibleStatusQuo(broken: readonly Constraint[]): AnalysisError {
  return new AnalysisError(
    'status-quo-infeasible',
    `the status quo breaks ${broken.map(({ text, at }) => `"${text}"${at ? ` (line ${at.start.line + 1})` : ''}`).join(' and ')}`,
    'change which options are "taken", the events up to the "as of" date, or the constraint',
  );
}
