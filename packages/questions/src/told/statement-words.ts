import { statementsOf, type ConflictModel, type Proposition } from '@standoff/model';
import { labelsOf, propositionWords } from './proposition-words.js';
import { Words } from './words.js';

/** What a preference statement or a constraint says, in the words of its options; null: the model has no such. */
export function meaningOf(words: Words, model: ConflictModel, id: string): string | null {
  const statement = model.actors
    .flatMap(({ preference, factions }) => [
      preference,
      ...factions.map((faction) => faction.preference),
    ])
    .flatMap(statementsOf)
    .find((one) => one.id === id);
  if (statement?.label !== undefined) return `“${statement.label}”`;
  if (statement) return propositionWords(statement.wants, words, labelsOf(model), statement.text);
  const constraint = model.constraints.find((one) => one.id === id);
  return constraint
    ? propositionWords(constraint.must, words, labelsOf(model), constraint.text)
    : null;
}

/** What a wish says, as `meaningOf`, where there are no words at hand yet. */
export function wishWords(
  model: ConflictModel,
  {
    wants,
    text,
    label,
  }: { readonly wants: Proposition; readonly text: string; readonly label?: string },
): string {
  if (label !== undefined) return `“${label}”`;
  let known = KNOWN.get(model);
  if (!known) KNOWN.set(model, (known = { words: new Words(model), labels: labelsOf(model) }));
  return propositionWords(wants, known.words, known.labels, text);
}

const KNOWN = new WeakMap<ConflictModel, { words: Words; labels: ReadonlyMap<string, string> }>();
