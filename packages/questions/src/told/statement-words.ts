import type { ConflictModel } from '@standoff/model';
import { labelsOf, propositionWords } from './proposition-words.js';
import type { Words } from './words.js';

/** What a preference statement or a constraint says, in the words of its options; null: the model has no such. */
export function meaningOf(words: Words, model: ConflictModel, id: string): string | null {
  const labels = labelsOf(model);
  const statement = model.actors
    .flatMap(({ preference }) => (preference.form === 'statements' ? preference.items : []))
    .flatMap((item) => (item.item === 'statement' ? [item] : item.statements))
    .find((one) => one.id === id);
  if (statement?.label !== undefined) return `“${statement.label}”`;
  const said =
    statement?.wants ?? model.constraints.find((constraint) => constraint.id === id)?.must;
  return said === undefined ? null : propositionWords(said, words, labels);
}
