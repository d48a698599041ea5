import {
  countSet,
  fromScores,
  isSet,
  placesBelow,
  weightedScores,
  type Ranks,
  type TruthTable,
  type WeightedSet,
} from '@standoff/engine';
import {
  decimalOf,
  type Actor,
  type Diagnostic,
  type Preference,
  type Weight,
} from '@standoff/model';
import type { Lowering } from '../lowering.js';
import { weightsIn } from '../preference.js';
import { problem } from '../problem.js';

/** Weights that could each be left out: every two states would compare as they do, in the same degree. */
export function uselessWeights(
  actor: Actor,
  preference: Preference & { form: 'weights' },
  lowering: Lowering,
  truth: TruthTable,
): Diagnostic[] {
  const { size } = truth.space;
  const { sets, thresholds } = weightsIn(preference, lowering, truth);
  const scores = weightedScores(size, sets);
  const ranks = fromScores(scores);
  const sums: bigint[] = [];
  ranks.forEach((rank, s) => (sums[rank - 1] = BigInt(scores[s])));
  return sets.flatMap((set, k) => {
    const held = countSet(set.holds);
    const why =
      whyConstant(set.weight, held === 0, held === size) ??
      (sameWithout(set, ranks, sums, thresholds)
        ? `without it the states are ranked the same${thresholds.length > 0 ? ', with the same degrees' : ''}`
        : null);
    return why === null ? [] : [uselessWeight(actor, preference.weights[k], why)];
  });
}

/** Why a weight does the same to all states, if it does. */
export function whyConstant(weight: bigint, never: boolean, always: boolean): string | null {
  if (weight === 0n) return 'it is 0';
  if (never) return 'what it is given to holds in no feasible state';
  return always ? 'what it is given to holds in every feasible state' : null;
}

export function uselessWeight(actor: Actor, weight: Weight, why: string): Diagnostic {
  return problem(
    'weight-never-matters',
    'warning',
    weight.at,
    `the weight ${decimalOf(weight)} never matters to ${actor.id}`,
    { why, hint: 'drop it, or change it' },
  );
}

/** @param sums by place, the worst first. */
function sameWithout(
  { holds, weight }: WeightedSet,
  ranks: Ranks,
  sums: readonly bigint[],
  thresholds: readonly bigint[],
): boolean {
  // States in one place must stay there together: it holds in all of them or in none.
  const inPlace = new Int8Array(sums.length).fill(-1);
  const together = ranks.every((rank, s) => {
    const here = Number(isSet(holds, s));
    if (inPlace[rank - 1] < 0) inPlace[rank - 1] = here;
    return inPlace[rank - 1] === here;
  });
  if (!together) return false;
  const without = sums.map((sum, place) => (inPlace[place] === 1 ? sum - weight : sum));
  return (
    without.every((sum, place) => place === 0 || sum > without[place - 1]) &&
    thresholds.every((step) => {
      const before = placesBelow(sums, step);
      return placesBelow(without, step).every((count, place) => count === before[place]);
    })
  );
}
