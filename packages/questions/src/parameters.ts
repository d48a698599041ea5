import { USUAL_CONCEPT } from '@standoff/engine';
import { STANDARD_NAMES, USUAL_STANDARD } from '@standoff/situation';
import type { Parameter } from './question.js';

/** Said of a concept where nothing else is. */
const TO_HOLD = `what it takes to hold; ${USUAL_CONCEPT} when left out`;

/** How a state is named; see `findState`. */
const NAMED = '(see "standoff explain --help" for how to name one)';

/** More would not end while somebody waits. */
const MOST_SAMPLES = 1_000_000;

/** A stability concept. */
export function concept(description = TO_HOLD) {
  return { kind: 'concept', description } as const satisfies Parameter;
}

/** A stability concept of those that do not depend on moves at the same moment. */
export function responses(description = TO_HOLD) {
  return { kind: 'responses', description } as const satisfies Parameter;
}

/** What is taken for granted of those who move, for holding and for moving alike. */
export function standard() {
  return {
    kind: 'word',
    words: STANDARD_NAMES,
    usually: USUAL_STANDARD,
    description: 'what holds, and which steps the course takes',
  } as const satisfies Parameter;
}

/** A state. */
export function state(description: string, usually?: string) {
  return {
    kind: 'state',
    description: `${description} ${NAMED}`,
    ...(usually === undefined ? {} : { usually }),
  } as const satisfies Parameter;
}

/** A state, or a scenario that two states stand for. */
export function stateOrScenario(description: string) {
  return {
    kind: 'state',
    description,
    usually: 'status quo',
    scenarios: true,
  } as const satisfies Parameter;
}

/** How many, one at least. */
export function count(description: string) {
  return { kind: 'whole', description, least: 1 } as const satisfies Parameter;
}

/** How many to draw. */
export function samples(description: string) {
  return { ...count(description), most: MOST_SAMPLES } as const satisfies Parameter;
}

/** A whole number from zero, and which when none is given. */
export function amount(description: string, usually: number) {
  return { kind: 'whole', description, least: 0, usually } as const satisfies Parameter;
}

/** What random draws start from. */
export function seed(description: string) {
  return { kind: 'whole', description, least: null, usually: 1 } as const satisfies Parameter;
}

/** Whether. */
export function flag(description: string) {
  return { kind: 'flag', description } as const satisfies Parameter;
}

/** An actor. */
export function actor(description: string) {
  return { kind: 'actor', description } as const satisfies Parameter;
}

/** Whether all is looked at, of questions that first answer what takes some seconds. */
export function full() {
  return flag('all of it, however long it takes; some seconds of work when left out');
}
