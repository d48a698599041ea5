import type { Deterrence as Answered } from '@standoff/engine';
import type { Listing } from './listing.js';
import type { Deterrence, State } from './states.js';

/** What becomes of an improvement of a listed state, with the answer that deters it. */
export function listedDeterrence(
  { deciders, space }: Listing,
  from: State,
  { to, sanction, responses }: Answered,
): Deterrence {
  const code = (index: number): State => BigInt(space.codes[index]);
  return {
    to: code(to),
    deterred: isDeterred({ sanction, responses }),
    answer: sanction && {
      simultaneous: sanction.kind === 'simultaneous',
      moves:
        sanction.kind === 'simultaneous'
          ? sanction.change.choices.map((choice) => ({
              actor: deciders[choice.mover].id,
              from,
              to: code(choice.to),
            }))
          : sanction.path.map((step) => ({
              actor: deciders[step.mover].id,
              from: code(step.from),
              to: code(step.to),
            })),
      to: code(sanction.to),
      bestEscape: sanction.bestEscape === null ? null : code(sanction.bestEscape),
    },
    answers: responses,
  };
}

/** Whether an improvement is deterred; null: not all that could be answered was looked at. */
export function isDeterred({
  sanction,
  responses,
}: Pick<Answered, 'sanction' | 'responses'>): boolean | null {
  return sanction !== null ? true : responses === null ? null : false;
}
