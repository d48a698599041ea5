import { sentencesOf, type Stretch } from '../sentences.js';
import { paragraphsOf, surroundings, type AnchoredText } from './anchor.js';
import { Folded, foldedWords } from './folded.js';
import { nearMatches } from './near.js';

/** A place where words stand in a text. */
export interface QuotePlace extends Stretch {
  /** The numbers of the first and last paragraph that it touches. */
  readonly paragraphs: { readonly from: number; readonly to: number };
  /** Which sentence of the first paragraph it begins in, from 1. */
  readonly sentence: number;
  /** The words as the text has them. */
  readonly words: string;
  /** What stands before it, as long as tells it from the other places; empty where nothing can. */
  readonly before: string;
  /** The same of what stands after it. */
  readonly after: string;
}

/** What else is known of where the words stand. */
export interface QuoteWhere {
  readonly paragraph?: number;
  /** Words that stand directly before. */
  readonly prefix?: string;
  /** Words that stand directly after. */
  readonly suffix?: string;
}

/**
 * once: there they are. across: they run over the end of a paragraph. several: they stand in several
 * places, which what is known does not tell apart. elsewhere: they stand in the text, but not where
 * they are said to. nowhere: they do not, and `nearest` is what is most like them.
 */
export type QuoteFinding =
  | { readonly found: 'once' | 'across'; readonly place: QuotePlace }
  | {
      readonly found: 'several' | 'elsewhere';
      /** The first of them. */
      readonly places: readonly QuotePlace[];
      /** How many there are. */
      readonly count: number;
    }
  | {
      readonly found: 'nowhere';
      /** With the number of letters that differ; null: nothing is like them. */
      readonly nearest: (QuotePlace & { readonly differences: number }) | null;
    };

/** Places that are told one by one. */
const MOST_PLACES = 5;

/**
 * Finds exact words in a text, whatever their quotation marks, dashes and white space. What it makes of
 * the text is made once, so that many quotes cost little more than one.
 */
export function quoteFinder(
  text: AnchoredText,
): (quote: string, where?: QuoteWhere) => QuoteFinding {
  const folded = new Folded(text.text);
  return (quote, where = {}) => {
    const all = folded.placesOf(quote);
    if (all.length === 0)
      return { found: 'nowhere', nearest: nearestTo(text, folded, quote, where) };
    const within = all.filter((one) => blocksOf(text, one) === 1);
    const places = within.length > 0 ? within : all;
    const fitting = places.filter((one) => fits(text, one, where));
    const shown = fitting.length > 0 ? fitting : places;
    if (fitting.length === 1)
      return {
        found: within.length > 0 ? 'once' : 'across',
        place: placeAt(text, fitting[0], all),
      };
    return {
      found: fitting.length > 0 ? 'several' : 'elsewhere',
      places: shown.slice(0, MOST_PLACES).map((one) => placeAt(text, one, all)),
      count: shown.length,
    };
  };
}

function fits(
  text: AnchoredText,
  { start, end }: Stretch,
  { paragraph, prefix = '', suffix = '' }: QuoteWhere,
): boolean {
  const { from, to } = paragraphsOf(text.paragraphs, start, end) ?? { from: -1, to: -1 };
  if (paragraph !== undefined && (paragraph < from || paragraph > to)) return false;
  const [before, after] = [foldedWords(prefix), foldedWords(suffix)];
  // Folding takes away at most what has no width and the second half of a blank line.
  return (
    foldedWords(text.text.slice(Math.max(0, start - prefix.length * 2 - 20), start)).endsWith(
      before,
    ) && foldedWords(text.text.slice(end, end + suffix.length * 2 + 20)).startsWith(after)
  );
}

function placeAt(text: AnchoredText, place: Stretch, all: readonly Stretch[]): QuotePlace {
  const { start, end } = place;
  const paragraphs = paragraphsOf(text.paragraphs, start, end) ?? { from: 0, to: 0 };
  return {
    start,
    end,
    paragraphs,
    sentence: sentenceIn(text, paragraphs.from, start),
    words: text.text.slice(start, end),
    ...surroundings(text.text, place, all),
  };
}

/** Which sentence of a paragraph an offset lies in, over all blocks of that number. */
function sentenceIn(text: AnchoredText, paragraph: number, at: number): number {
  const begun = text.paragraphs
    .filter((block) => block.number === paragraph && block.start <= at)
    .flatMap((block) =>
      sentencesOf(text.text.slice(block.start, block.end)).filter(
        (sentence) => block.start + sentence.start <= at,
      ),
    );
  return Math.max(1, begun.length);
}

function blocksOf({ paragraphs }: AnchoredText, { start, end }: Stretch): number {
  return paragraphs.filter((one) => one.start < end && one.end > start).length;
}

function nearestTo(
  text: AnchoredText,
  folded: Folded,
  quote: string,
  { paragraph }: QuoteWhere,
): (QuotePlace & { differences: number }) | null {
  const around = text.paragraphs.find(({ number }) => number === paragraph)?.start ?? 0;
  const [nearest] = nearMatches(folded.words, foldedWords(quote), around);
  if (nearest === undefined) return null;
  const place = folded.stretch(nearest.start, nearest.end);
  return { ...placeAt(text, place, [place]), differences: nearest.differences ?? 0 };
}
