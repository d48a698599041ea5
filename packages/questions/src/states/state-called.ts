import type { OptionId } from '@standoff/model';
import type { Words } from '../told/words.js';
import type { StateTable } from './table.js';

/**
 * A state of a table by its label, as today's, or by what is different from today.
 * @param options of the model that the table is of, in its order.
 */
export function stateCalled(
  words: Words,
  options: readonly { readonly id: OptionId }[],
  { codes, label, labels, statusQuo }: StateTable,
  state: number,
): string {
  if (statusQuo.includes(state)) return 'today’s state';
  if (label[state] >= 0) return labels[label[state]];
  const takenIn = (one: number): OptionId[] =>
    options.flatMap(({ id }, k) => ((codes[one] >>> k) & 1 ? [id] : []));
  const [now, taken] = [takenIn(statusQuo[0]), takenIn(state)];
  return words.called({
    taken,
    name: {
      label: null,
      added: taken.filter((id) => !now.includes(id)),
      dropped: now.filter((id) => !taken.includes(id)),
    },
  });
}
