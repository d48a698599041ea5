import type { Listing } from './listing.js';
import type { Naming } from './naming.js';

/** Equal for states that every actor ranks alike, of the same scenarios and of the same name. */
export function outcomeKey(
  { ranks, naming }: Pick<Listing, 'ranks'> & { readonly naming: Naming },
  state: number,
): string {
  return [
    ...[...ranks.values()].map((own) => own[state]),
    ...naming.scenariosOf(state),
    naming.labelOf(state),
  ].join('\n');
}
