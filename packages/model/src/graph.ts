import type { Grounded } from './grounded.js';
import type { Choice, Constraint } from './rule.js';

/** The most options that states can be listed of, so that a graph has no more states. */
export const MOST_IN_GRAPH = 30;

/** What a graph says of its states: exactly one of them is where things stand. */
export function oneOfGraph(choice: Choice, grounds: Grounded): Constraint {
  const { name, label, among } = choice;
  return {
    ...grounds,
    id: `choice-${name}`,
    kind: 'exactly one of',
    must: { op: 'count', min: 1, max: 1, args: among.map((id) => ({ op: 'option', id })) },
    text: `${label === name ? '' : `${label}: `}one of {${among.join(', ')}}`,
    choice,
  };
}
