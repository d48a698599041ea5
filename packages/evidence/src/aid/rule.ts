import type { Stretch } from '../sentences.js';
import type { Suggestion, SuggestionKind } from '../suggestion.js';

/** A paragraph on its way through the rules. */
export interface Passage {
  readonly text: string;
  /** Where its sentences begin and end, in this text. */
  readonly sentences: readonly Stretch[];
}

/** What a rule found in a paragraph. */
export interface Hit extends Stretch {
  /** Events: the date, or from/to. */
  readonly date?: string;
  /** Attributions. */
  readonly strength?: Strength;
  /** Attributions: the verb stands before the speaker, behind what is said. */
  readonly inverted?: true;
}

export type Strength = NonNullable<Suggestion['strength']>;

/** A rule: what it looks for, and how. A new one is a line in its family and in docs/reading-aid.md. */
export interface Rule {
  readonly id: string;
  readonly kind: SuggestionKind;
  /** What it finds, as docs/reading-aid.md says it. */
  readonly finds: string;
}

/** A rule that is a pattern: global, with the flags "g" and "u". */
export interface PatternRule extends Rule {
  readonly pattern: RegExp;
  /** Where the passage ends: with the pattern, or with the clause it opens. */
  readonly reach?: 'words' | 'clause';
  /** What must not stand before it in its sentence. */
  readonly notAfter?: RegExp;
  /** What must stand in its sentence. */
  readonly beside?: RegExp;
}

/** The sentence around an offset. */
export function sentenceAt({ text, sentences }: Passage, at: number): Stretch {
  let low = 0;
  let high = sentences.length - 1;
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    if (sentences[middle].start <= at) low = middle;
    else high = middle - 1;
  }
  return sentences[low] ?? { start: 0, end: text.length };
}

/** No clause is longer; a text without stops does not make the search run to its end each time. */
const LONGEST = 400;

/** Where the clause ends that holds this offset: at a comma, stop, dash or closing bracket. */
export function clauseEnd(passage: Passage, from: number): number {
  const { end } = sentenceAt(passage, from);
  const stretch = passage.text.slice(from, Math.min(end, from + LONGEST));
  const stop =
    /,(?!\d)|[;:—–()]| and that (?=\S)| but (?=\S)| and (?=(?:has|have|had|is|was|were)(?!\p{L}))|[.!?]["”’]?$|["”](?=\s|$)| - /u.exec(
      stretch,
    );
  return from + (stop ? stop.index : stretch.length);
}

/** All hits of a pattern rule. */
export function hitsOf(rule: PatternRule, passage: Passage): Hit[] {
  const hits: Hit[] = [];
  for (const match of passage.text.matchAll(rule.pattern)) {
    const start = match.index;
    const sentence = sentenceAt(passage, start);
    if (rule.notAfter?.test(passage.text.slice(sentence.start, start))) continue;
    if (rule.beside?.test(passage.text.slice(sentence.start, sentence.end)) === false) continue;
    const end = start + match[0].length;
    hits.push({
      start,
      end: rule.reach === 'clause' ? closed(passage.text, start, clauseEnd(passage, end)) : end,
    });
  }
  return hits;
}

/** With the quotation mark that closes what the words open, where it is near. */
function closed(text: string, start: number, end: number): number {
  const words = text.slice(start, end);
  const open =
    words.lastIndexOf('“') > words.lastIndexOf('”') || (words.match(/"/gu) ?? []).length % 2 === 1;
  const rest = open ? /^[^.;:!?"“”]{0,60}[.,]?["”]/u.exec(text.slice(end, end + 64)) : null;
  return rest ? end + rest[0].length : end;
}

/** Of hits that overlap, the one that begins first; of these the longest. In the order of the text. */
export function apart<T extends Stretch>(hits: readonly T[]): T[] {
  const kept: T[] = [];
  for (const hit of [...hits].sort((a, b) => a.start - b.start || b.end - a.end))
    if (hit.end > hit.start && (kept.length === 0 || kept.at(-1)!.end <= hit.start)) kept.push(hit);
  return kept;
}
