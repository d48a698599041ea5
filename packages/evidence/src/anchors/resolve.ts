import { paragraphsOf, placesOf, type Anchor, type AnchoredText } from './anchor.js';
import { digestLength, digestOf, placesOfDigest } from './digest.js';
import { nearMatches, type NearMatch } from './near.js';

/** Where an anchor's passage stands in a text, or why it is an orphan. */
export type Resolution = Found | Orphan;

export interface Found {
  readonly found: true;
  readonly start: number;
  readonly end: number;
  readonly paragraphs: Anchor['paragraphs'];
  /** Position or paragraph are no longer those that the anchor says. */
  readonly moved: boolean;
}

export interface Orphan {
  readonly found: false;
  readonly reason: OrphanReason;
  /** To show only. */
  readonly near: readonly NearMatch[];
  /** How many passages have exactly these words. */
  readonly exact: number;
}

/**
 * gone: the words do not stand in the text. changed: other words stand between the same surroundings.
 * ambiguous: the words stand several times and the surroundings do not decide. elsewhere: they stand
 * once, in other surroundings on both sides, so that it may be another passage with the same words.
 */
export type OrphanReason = 'gone' | 'changed' | 'ambiguous' | 'elsewhere';

/**
 * Finds an anchor's passage again. In the text that it was made in the position decides. In another,
 * words that stand once are the passage if they still stand beside what stood before or after them;
 * words that stand several times are it where exactly one place has the same surroundings on every side
 * that is known. Paragraph numbers shift and decide only for an anchor that says neither
 * surroundings nor version. Everything else is an orphan. The words found are always those of the anchor.
 */
export function resolveAnchor(anchor: Anchor, text: AnchoredText): Resolution {
  const words = wordsOf(anchor, text.text);
  const at = anchor.position?.start;
  if (anchor.state !== null && anchor.state === text.version && at !== undefined && words.stand(at))
    return found(anchor, text, at, words.length);
  const places = words.places();
  const place = decide(anchor, text, words, places);
  return place === null
    ? orphan(anchor, text, words, places)
    : found(anchor, text, place, words.length);
}

function decide(
  anchor: Anchor,
  text: AnchoredText,
  words: Words,
  places: readonly number[],
): number | null {
  const said = anchor.words.before !== null || anchor.words.after !== null;
  if (!said) return places.length === 1 ? places[0] : byParagraph(anchor, text, words, places);
  if (places.length === 1) {
    const [only] = places;
    return words.before(only) === true || words.after(only) === true ? only : null;
  }
  const agreeing = places.filter((at) => {
    const sides = [words.before(at), words.after(at)];
    return !sides.includes(false) && sides.includes(true);
  });
  return agreeing.length === 1 ? agreeing[0] : null;
}

/** For an anchor written by hand, with words and a paragraph only. */
function byParagraph(
  { state, paragraphs }: Anchor,
  text: AnchoredText,
  words: Words,
  places: readonly number[],
): number | null {
  if (state !== null || paragraphs === null) return null;
  const inside = places.filter((at) => {
    const here = paragraphsOf(text.paragraphs, at, at + words.length);
    return here !== null && here.from >= paragraphs.from && here.to <= paragraphs.to;
  });
  return inside.length === 1 ? inside[0] : null;
}

function found(anchor: Anchor, text: AnchoredText, start: number, length: number): Found {
  const end = start + length;
  const paragraphs = paragraphsOf(text.paragraphs, start, end);
  const { position, paragraphs: said } = anchor;
  return {
    found: true,
    start,
    end,
    paragraphs,
    moved:
      (position !== null && position.start !== start) ||
      (said !== null && (said.from !== paragraphs?.from || said.to !== paragraphs.to)),
  };
}

function orphan(
  anchor: Anchor,
  { text }: AnchoredText,
  words: Words,
  places: readonly number[],
): Orphan {
  if (places.length > 0)
    return {
      found: false,
      reason: places.length > 1 ? 'ambiguous' : 'elsewhere',
      near: places.slice(0, 3).map((start) => {
        const end = start + words.length;
        return { start, end, words: text.slice(start, end), differences: 0 };
      }),
      exact: places.length,
    };
  const between = words.between();
  const near =
    anchor.words.kept === 'quote'
      ? nearMatches(text, anchor.words.exact, anchor.position?.start ?? 0)
      : [];
  return {
    found: false,
    reason: between === null ? 'gone' : 'changed',
    near:
      between === null
        ? near
        : [
            { ...between, words: text.slice(between.start, between.end), differences: null },
            ...near.filter(({ start, end }) => end <= between.start || start >= between.end),
          ],
    exact: 0,
  };
}

/** The words of an anchor in a text, whether it keeps them or digests. */
interface Words {
  readonly length: number;
  places(): number[];
  /** Do they stand there? */
  stand(at: number): boolean;
  /** Does the place stand in the surroundings that the anchor says? null: it says none. */
  before(at: number): boolean | null;
  after(at: number): boolean | null;
  /** What stands between the same surroundings, where both are kept and nothing else explains it. */
  between(): { readonly start: number; readonly end: number } | null;
}

/** Places of the surroundings that are looked at for what stands between them. */
const MOST_SURROUNDINGS = 1000;

function wordsOf({ words: said }: Anchor, text: string): Words {
  const { kept } = said;
  const quote = kept === 'quote';
  // Another program quotes a page, whose lines may break anywhere: no text that is read here has such space.
  const foreign =
    quote && /[^\S \n]| {2}|(?<!\n)\n(?!\n)| \n|\n /u.test(said.exact.replace(/^\n+|\n+$/gu, ''));
  const asRead = (words: string | null): string | null =>
    words === null || !foreign ? words : spaced(words);
  const exact = foreign ? spaced(said.exact).trim() || said.exact : said.exact;
  const [before, after] = [asRead(said.before), asRead(said.after)];
  const lengthOf = (words: string): number => (quote ? words.length : digestLength(words));
  const places = (words: string): number[] =>
    quote ? placesOf(text, words) : placesOfDigest(text, words);
  const stands = (words: string, at: number): boolean => {
    const there = at < 0 ? '' : text.slice(at, at + lengthOf(words));
    return (quote ? there : digestOf(there)) === words;
  };
  const length = lengthOf(exact);
  return {
    length,
    places: () => places(exact),
    stand: (at) => stands(exact, at),
    before: (at) => (before ? stands(before, at - lengthOf(before)) : null),
    after: (at) => (after ? stands(after, at + length) : null),
    between() {
      if (!before || !after) return null;
      const ends = places(after);
      const most = length * 2 + 200;
      let next = 0;
      for (const at of places(before).slice(0, MOST_SURROUNDINGS)) {
        const start = at + lengthOf(before);
        while (next < ends.length && ends[next] <= start) next++;
        const end = ends[next];
        if (end !== undefined && end - start <= most) return { start, end };
      }
      return null;
    },
  };
}

/** White space as the canonical text has it: a page that was quoted may break its lines anywhere. */
function spaced(words: string): string {
  return words
    .normalize('NFC')
    .split(/\s*\n\s*\n\s*/u)
    .map((paragraph) => paragraph.replace(/\s+/gu, ' '))
    .join('\n\n');
}
