import type { PullOptions } from '@standoff/engine';
import type { ConflictModel } from '@standoff/model';
import type { Listing } from './listing.js';
import type { State } from './states.js';

/** How likely a state is by what chance decides in it, in proportion; null where no figure says so. */
export function likelihoodIn({ options }: ConflictModel): ((state: State) => number) | null {
  const drawn = options.flatMap(({ chance }, k) =>
    chance === undefined || chance.probability === null
      ? []
      : [{ bit: 1n << BigInt(k), probability: chance.probability }],
  );
  if (drawn.length === 0) return null;
  return (state) =>
    drawn.reduce(
      (all, { bit, probability }) => all * ((state & bit) === 0n ? 1 - probability : probability),
      1,
    );
}

/** From which of several states that today may be a walk begins: as likely as chance makes each. */
export function drawnByChance({
  model,
  space,
}: Pick<Listing, 'model' | 'space'>): Pick<PullOptions, 'likelihood'> {
  const likely = likelihoodIn(model);
  return likely === null ? {} : { likelihood: (start) => likely(BigInt(space.codes[start])) };
}
