import type { Use } from '@standoff/language/edit';
import { statementsOf, type ConflictModel, type PreferenceStatement } from '@standoff/model';
import { capitalised, labelsOf, propositionWords, type Words } from '@standoff/questions';
import type { Section } from './entries.js';

/** An element in the words of its author, and the address that leads to it. */
export interface UseInWords {
  /** Null: nothing but the text has it. */
  readonly address: string | null;
  readonly said: string;
}

/** Tells what speaks of an element: "Japan wants: the North opens", "scenario “Peace treaty”". */
export function inWordsOf(
  model: ConflictModel,
  sections: readonly Section[],
  words: Words | null,
): (use: Use) => UseInWords {
  const entries = sections.flatMap((section) => section.entries);
  const labels = labelsOf(model);
  return ({ id, at }) => {
    const line = `line ${at.start.line + 1} of the text`;
    const entry = entries.find((one) =>
      id === null
        ? one.at.start.line === at.start.line && one.at.start.column === at.start.column
        : one.id === id,
    );
    if (entry !== undefined)
      return { address: entry.id, said: `${capitalised(entry.called)} “${entry.label}”` };
    const wish = id === null ? null : wishOf(model, id);
    if (wish !== null && words !== null)
      return {
        address: id,
        said: `${wish.whose}: ${propositionWords(wish.statement.wants, words, labels)}`,
      };
    const option = model.options.find((one) => one.id === id);
    if (option !== undefined && words !== null)
      return { address: id, said: `Option “${words.option(option.id)}”` };
    const picture = model.perceptions.find(
      ({ at: own }) =>
        own !== null && own.start.line <= at.start.line && at.end.line <= own.end.line,
    );
    if (picture !== undefined)
      return {
        address: `${picture.actor} perceives ${picture.of}`,
        said: `What ${picture.actor} takes ${picture.of} for, ${line}`,
      };
    return { address: id, said: id ?? capitalised(line) };
  };
}

/** A statement of preference, and who has it. */
function wishOf(
  { actors, perceptions }: ConflictModel,
  id: string,
): { readonly whose: string; readonly statement: PreferenceStatement } | null {
  const label = (actor: string): string => actors.find((one) => one.id === actor)?.label ?? actor;
  const holders = [
    ...actors.flatMap((actor) => [
      { whose: `${actor.label} wants`, preference: actor.preference },
      ...actor.factions.map((faction) => ({
        whose: `${actor.label} (${faction.label}) wants`,
        preference: faction.preference,
      })),
    ]),
    ...perceptions.map(({ actor, of, preference }) => ({
      whose: `${label(actor)} takes ${label(of)} to want`,
      preference,
    })),
  ];
  for (const { whose, preference } of holders) {
    const statement = statementsOf(preference).find((one) => one.id === id);
    if (statement !== undefined) return { whose, statement };
  }
  return null;
}
