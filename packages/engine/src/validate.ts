import { CONCEPTS, type StabilityConcept } from './concepts.js';
import { EngineError } from './errors.js';

// What callers hand in is checked where it comes in; the kernels behind trust it.

/** @throws EngineError 'bad-argument' unless it is a whole number from `least` to `most`. */
export function expectWhole(what: string, value: number, least: number, most: number): void {
  if (Number.isInteger(value) && value >= least && value <= most) return;
  const range = most === Infinity ? `from ${least}` : `from ${least} to ${most}`;
  throw new EngineError(
    'bad-argument',
    most < least
      ? `${what} is ${value}; there is none`
      : `${what} is ${value}; it must be a whole number ${range}`,
  );
}

/** @throws EngineError 'bad-argument' for a decision maker that the model does not have. */
export function expectMover({ movers }: { readonly movers: number }, mover: number): void {
  expectWhole('the decision maker', mover, 0, movers - 1);
}

/** @throws EngineError 'bad-argument' for a state that the model does not have. */
export function expectState({ size }: { readonly size: number }, state: number): void {
  expectWhole('the state', state, 0, size - 1);
}

/** @throws EngineError 'bad-argument' for a concept that is none. */
export function expectConcept(concept: StabilityConcept): void {
  if (!CONCEPTS.includes(concept))
    throw new EngineError(
      'bad-argument',
      `there is no concept "${concept}"; choose from ${CONCEPTS.join(', ')}`,
    );
}
