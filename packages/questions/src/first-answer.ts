import {
  judging,
  STANDARD_NAMES,
  standardsOf,
  type Judging,
  type Situation,
  type Standard,
} from '@standoff/situation';

/**
 * Work for a first answer, some seconds of it: every state, looked at for each actor with the answers of
 * each of the others. The same on every machine.
 */
const LOOKED_AT = 50_000_000n;

/**
 * By what a first answer is judged: by the standard asked for, or where the answers to every move take
 * minutes, by the one that needs none.
 * @param full however long it takes.
 */
export function judgedAtFirst(
  situation: Situation,
  asked: Standard,
  full = false,
  most = LOOKED_AT,
): Judging {
  const { states } = situation;
  const [quick] = STANDARD_NAMES;
  if (full || asked === quick || standardsOf(states).length === 1 || isQuick(situation, most))
    return judging(states, asked);
  return { standard: quick, insteadOf: asked, atFirst: true };
}

/** Whether searching through what any moves lead to takes no more than a first answer may. */
export function searchedAtFirst(situation: Situation, full = false): boolean {
  return full || standardsOf(situation.states).length === 1 || isQuick(situation, LOOKED_AT);
}

function isQuick({ states, deciders }: Situation, most: bigint): boolean {
  return states.all.count * BigInt(deciders.length) ** 2n <= most;
}
