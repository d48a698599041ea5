import type { Stretch } from '../sentences.js';
import type { SuggestedPassage } from '../suggestion.js';
import type { Passage } from './rule.js';

/** A passage of a text, where it stands. */
export interface Place {
  readonly passage: Passage;
  readonly paragraph: number;
  /** Where the passage begins in the text. */
  readonly start: number;
}

/** A stretch of a passage, in the text. */
export function passageAt({ paragraph, start }: Place, hit: Stretch): SuggestedPassage {
  return { paragraph, start: start + hit.start, end: start + hit.end };
}

/** Sixteen letters and digits that stand for words (FNV-1a, twice). */
export function fingerprint(words: string): string {
  let one = 0x811c9dc5;
  let two = 0x9747b28c;
  for (let i = 0; i < words.length; i++) {
    const unit = words.charCodeAt(i);
    one = Math.imul(one ^ unit, 0x01000193);
    two = Math.imul(two ^ (unit + i), 0x01000193);
  }
  const digits = (value: number): string => (value >>> 0).toString(36).padStart(7, '0');
  return digits(one) + digits(two);
}
