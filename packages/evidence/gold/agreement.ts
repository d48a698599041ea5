/** How far two markings of the speech acts of a text agree, a sentence and a kind at a time. */

/** The markings of one text: "28 threat" is a threat in its 28th sentence. */
export interface TwoMarkings {
  readonly sentences: number;
  readonly first: readonly string[];
  readonly second: readonly string[];
}

const KINDS = 4;

/** Cohen’s kappa over every sentence and kind of all texts. */
export function kappa(texts: readonly TwoMarkings[]): number {
  const sum = (of: (text: TwoMarkings) => number): number =>
    texts.reduce((so, text) => so + of(text), 0);
  const cells = sum(({ sentences }) => sentences * KINDS);
  const first = sum((text) => text.first.length);
  const second = sum((text) => text.second.length);
  const both = sum((text) => text.first.filter((one) => text.second.includes(one)).length);
  const agreed = (cells - first - second + 2 * both) / cells;
  const byChance = (first * second + (cells - first) * (cells - second)) / cells ** 2;
  return (agreed - byChance) / (1 - byChance);
}
