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
  const unknown = new Set([...state].filter(([, s]) => s === 'unknown').map(([id]) => id));
  // Of the states of a graph it is one; of everything else each for itself.
  const places = model.constraints.flatMap(({ choice }): OptionId[][] => {
    const among = (choice?.among ?? []).filter((id) => unknown.has(id));
    return among.some((id) => isPlace(model, id)) ? [among] : [];
  });
  const apart = [...unknown].filter((id) => !places.flat().includes(id));
  const many = places.reduce((product, { length }) => product * length, 2 ** apart.length);
  if (many > MOST_TODAY)
    throw new AnalysisError(
      'too-large',
      `it is not known of ${unknown.size} options whether they are taken today, so that today may be any of ${Number.isFinite(many) ? many.toPrecision(2) : 'more than 1e+308'} states; ${MOST_TODAY} can be looked at`,
      'say of some of them whether they are taken today, by a word behind the option or by an event',
    );
  const sets = Array.from({ length: 2 ** apart.length }, (_, choice) => [
    ...certain,
    ...apart.filter((_, k) => (choice >> k) & 1),
  ]);
  return places
    .reduce((before, among) => among.flatMap((id) => before.map((set) => [...set, id])), sets)
    .map((set) => new Set(set));
}

/** The most states that today may be. */
const MOST_TODAY = 2 ** 20;

function isPlace({ options }: ConflictModel, id: OptionId): boolean {
  return options.some((option) => option.id === id && option.inGraph === true);
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
