import type { Count, Grounded } from '@standoff/model';
import type { Element } from './elements.js';

/**
 * What an element rests on, by what is nearest to the source. exact words: words of a source that are
 * marked in it (`@cogan#s12`). passage: a paragraph, or a source as a whole (`@cogan:P9`). inference: what
 * a source does not say, but the analyst infers from there (`inferred from @cogan:P9`) or from a claim
 * (`rests on`). own word: the analyst's alone, with a reason (`because`) or without.
 */
export type Ground = 'exact words' | 'passage' | 'inference' | 'own word';

export function groundOf({ evidence, restsOn }: Pick<Grounded, 'evidence' | 'restsOn'>): Ground {
  const said = evidence.filter(({ inferred }) => inferred === undefined);
  if (said.some(({ annotation }) => annotation !== null)) return 'exact words';
  if (said.length > 0) return 'passage';
  return evidence.length > 0 || restsOn.length > 0 ? 'inference' : 'own word';
}

/** Whether nothing is said of why it is so: no source, no claim, no reason. */
export function isBare(grounds: Pick<Grounded, 'evidence' | 'restsOn' | 'because'>): boolean {
  return groundOf(grounds) === 'own word' && grounds.because === null;
}

/** How many of some elements rest on what. */
export interface GroundsCounted {
  /** How many there are. */
  readonly count: Count;
  /** How many rest on exact words of a source. */
  readonly words: Count;
  /** How many on a paragraph of a source, or on one as a whole. */
  readonly passage: Count;
  /** How many on what the analyst infers from a source or a claim. */
  readonly inference: Count;
  /** How many on the analyst's own word. */
  readonly own: Count;
}

/** The one count of what elements rest on. */
export function countGrounds(elements: readonly Pick<Element, 'grounds'>[]): GroundsCounted {
  const all = elements.map(({ grounds }) => groundOf(grounds));
  const count = (ground: Ground): number => all.filter((one) => one === ground).length;
  return {
    count: all.length,
    words: count('exact words'),
    passage: count('passage'),
    inference: count('inference'),
    own: count('own word'),
  };
}
