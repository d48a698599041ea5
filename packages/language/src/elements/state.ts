import type { ConflictModel, NamedState } from '@standoff/model';
import { labelled, together } from '../written.js';
import { withAgreements } from './agreement.js';
import { grounded } from './grounds.js';

export function printState(state: NamedState, { agreements }: ConflictModel): string {
  const taken = withAgreements(state.taken, agreements);
  const words = together(
    `state ${state.id}`,
    labelled(state),
    taken.length === 0 ? '= { }' : `= { ${taken.join(', ')} }`,
  );
  return grounded(words, state);
}
