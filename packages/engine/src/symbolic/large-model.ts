import { EngineError } from '../errors.js';
import type { Formula } from '../formula.js';
import type { OptionDirection } from '../moves.js';

/**
 * A model in option form whose states are not listed. A state is a bigint with bit k set where
 * option k is taken.
 */
export interface LargeModel {
  readonly optionCount: number;
  readonly constraints: readonly Formula[];
  /** For each decision maker the numbers of its options; disjoint. */
  readonly owned: readonly (readonly number[])[];
  /** For each option. */
  readonly directions: readonly OptionDirection[];
  /** Moves taken away: from where `from` holds to where `to` holds (theory 1.6). */
  readonly disallowed: readonly {
    readonly mover: number;
    readonly from: Formula;
    readonly to: Formula;
  }[];
  /** For each decision maker. */
  readonly preferences: readonly LargePreference[];
}

/** A complete preorder of the states, said by formulas. */
export type LargePreference =
  /** Most important first (theory 2.3); none: indifferent among all states. */
  | { readonly form: 'statements'; readonly statements: readonly Formula[] }
  /** By the sum of the weights of what holds (theory 2.2). */
  | { readonly form: 'weights'; readonly weights: readonly IntegerWeight[] };

export interface IntegerWeight {
  readonly of: Formula;
  readonly weight: bigint;
}

/** @throws EngineError 'bad-argument' where the parts of the model do not fit each other. */
export function checkLargeModel(model: LargeModel): void {
  const { optionCount, owned, directions, preferences, disallowed } = model;
  const refuse = (message: string): never => {
    throw new EngineError('bad-argument', message);
  };
  if (directions.length !== optionCount)
    refuse(`${directions.length} directions for ${optionCount} options`);
  if (preferences.length !== owned.length)
    refuse(`${preferences.length} preferences for ${owned.length} decision makers`);
  const seen = new Set<number>();
  for (const option of owned.flat()) {
    if (!(option >= 0 && option < optionCount) || seen.has(option))
      refuse(`option ${option} is not one of the model or has two owners`);
    seen.add(option);
  }
  for (const { mover } of disallowed)
    if (!(mover >= 0 && mover < owned.length)) refuse(`there is no decision maker ${mover}`);
  for (const formula of formulasOf(model))
    for (const option of optionNumbers(formula))
      if (!(option >= 0 && option < optionCount))
        refuse(`a formula names option ${option} of ${optionCount}`);
}

/** Every formula of the model. */
export function formulasOf(model: LargeModel): Formula[] {
  return [
    ...model.constraints,
    ...model.disallowed.flatMap(({ from, to }) => [from, to]),
    ...model.preferences.flatMap((p) =>
      p.form === 'statements' ? p.statements : p.weights.map(({ of }) => of),
    ),
  ];
}

/** The options that a formula mentions; any number of them. */
export function optionNumbers(formula: Formula): Set<number> {
  switch (formula.kind) {
    case 'constant':
      return new Set();
    case 'option':
      return new Set([formula.option]);
    case 'not':
      return optionNumbers(formula.of);
    default:
      return new Set(formula.of.flatMap((part) => [...optionNumbers(part)]));
  }
}
