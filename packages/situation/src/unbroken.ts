import type { Commitment, Proposition } from '@standoff/model';

/**
 * What holds wherever a commitment is not broken. It is broken in the states in which it is due and
 * its content does not hold; where it is not due nothing breaks it.
 */
export function unbroken({ content, when }: Pick<Commitment, 'content' | 'when'>): Proposition {
  return when === null
    ? content
    : { op: 'implies', antecedent: when, consequent: content, written: 'if' };
}
