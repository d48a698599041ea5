import { isName, RESERVED, steeringCharacters } from '@standoff/model';

/** Words of a label that go into its name, and letters of them. */
const MOST = { words: 4, letters: 32 };

/** Makes names of the language out of labels, each once. */
export class Identifiers {
  readonly #taken = new Set<string>();

  /**
   * A name that was not given yet.
   * @param otherwise what it is called where the label has nothing for a name
   */
  of(label: string, otherwise: string): string {
    const words = label.normalize('NFC').split(/[^\p{L}\p{M}\p{Nd}]+/u);
    const joined = words
      .filter((word) => word !== '')
      .slice(0, MOST.words)
      .join('_')
      .slice(0, MOST.letters)
      .replace(/_+$/, '');
    const begun = [joined, `${otherwise}_${joined}`].find((name) => isName(name)) ?? otherwise;
    let name = begun;
    for (let k = 2; this.#taken.has(name) || RESERVED.has(name); k++) name = `${begun}_${k}`;
    this.#taken.add(name);
    return name;
  }
}

/** A text of a file as a label: on one line, without characters that steer what shows it or stand for none. */
export function labelOf(text: string, otherwise: string): string {
  const label = withoutSteering(text)
    .replace(/[\s\ufffd]+/gu, ' ')
    .trim();
  return label === '' ? otherwise : label;
}

function withoutSteering(text: string): string {
  const hidden = steeringCharacters(text);
  return hidden.length === 0
    ? text
    : [...text].filter((char) => steeringCharacters(char).length === 0).join('');
}
