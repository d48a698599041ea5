import type { ConflictModel } from '@standoff/model';

/** Words that lead a label and say little. */
const EMPTY = new Set(
  'the a an of to in on at by for from with as and or but no not its it is are that'.split(' '),
);

/**
 * A name of the language made from a label ("Open North, sealed border" gives `openNorthSealed`),
 * and one that is not taken; empty where the label has no letters.
 */
export function nameFrom(label: string, taken: (name: string) => boolean): string {
  const words = label.match(/[\p{L}\p{N}]+/gu) ?? [];
  const telling = words.filter((word) => !EMPTY.has(word.toLowerCase()));
  const chosen = (telling.length > 0 ? telling : words).slice(0, 3);
  const joined = chosen
    .map((word, k) =>
      k === 0
        ? /^\p{Lu}{2,}$/u.test(word)
          ? word
          : word.charAt(0).toLowerCase() + word.slice(1)
        : word.charAt(0).toUpperCase() + word.slice(1),
    )
    .join('')
    .replace(/^\p{N}+/u, '');
  if (joined === '' || !taken(joined)) return joined;
  for (let k = 2; ; k++) if (!taken(`${joined}${k}`)) return `${joined}${k}`;
}

/** Whether an element has this name; names of options and factions are looked up in their actor. */
export function isTaken(model: ConflictModel, name: string): boolean {
  return [
    model.actors,
    model.sources,
    model.agreements,
    model.scenarios,
    model.states,
    model.claims,
    model.commitments,
  ].some((list) => list.some(({ id }) => id === name));
}
