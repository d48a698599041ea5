import type { TextMetadata } from '../source-text.js';
import { citedNames, type CitedName } from './authors.js';

/** The bibliography of a source, as a situation says it. */
export interface CitedSource {
  /** What references to it begin with. */
  readonly id: string;
  /** Its title. */
  readonly title: string;
  /** Who wrote it; null: it is not known. */
  readonly author: string | null;
  /** "2018-04-27", "2018-04" or "2018"; null: it is not known. */
  readonly published: string | null;
  /** When it was looked up; null: it is not said. */
  readonly accessed: string | null;
  /** Who published it; null: it is not known. */
  readonly publisher: string | null;
  /** Where it is on the web; null: it is not said. */
  readonly url: string | null;
  /** Its digital object identifier; null: it has none. */
  readonly doi: string | null;
  /** "article", "declaration", …: any words. */
  readonly kind: string | null;
  /** What the analyst notes of it; null: nothing. */
  readonly note: string | null;
}

/** An item of CSL-JSON, the form that reference managers exchange. */
export interface CslItem {
  /** The id of the source: what references to it begin with. */
  readonly id: string;
  /**
   * What kind of work it is, by the words of the source's kind; without a kind a webpage where it has an
   * address; a document where nothing fits.
   */
  readonly type: CslType;
  /** Its title. */
  readonly title: string;
  /** Who wrote it, in the order of the author line; missing where nobody is named. */
  readonly author?: readonly CitedName[];
  /** When it was published; missing where that is not known. */
  readonly issued?: CslDate;
  /** When it was looked up; missing where the situation does not say. */
  readonly accessed?: CslDate;
  /** Who published it; of what stands in a paper or on a site see `container-title`. */
  readonly publisher?: string;
  /** The title of what it stands in: a journal, newspaper, book or site. */
  readonly 'container-title'?: string;
  /** Where it is found on the web. */
  readonly URL?: string;
  /** Its digital object identifier without an address before it: "10.1000/182". */
  readonly DOI?: string;
  /** The kind in the words of the situation, where it is none of the types. */
  readonly genre?: string;
  /** The language of the text as a BCP 47 tag: "en", "de-CH". */
  readonly language?: string;
  /** What the situation notes about the source. */
  readonly note?: string;
}

export type CslType =
  | 'article-journal'
  | 'article-newspaper'
  | 'book'
  | 'chapter'
  | 'document'
  | 'interview'
  | 'legislation'
  | 'post'
  | 'report'
  | 'speech'
  | 'thesis'
  | 'webpage';

export interface CslDate {
  /** One date: year, month from 1 and day from 1, as far as they are known: [[2018, 4, 27]]. */
  readonly 'date-parts': readonly [readonly number[]];
}

/** By words in `kind`, the first that fits. */
const TYPES: readonly (readonly [RegExp, CslType])[] = [
  [/\b(?:journal|paper|preprint)\b/i, 'article-journal'],
  [/\b(?:thesis|dissertation)\b/i, 'thesis'],
  [/\bchapter\b/i, 'chapter'],
  [/\bbook\b/i, 'book'],
  [/\binterview\b/i, 'interview'],
  [/\b(?:law|act|statute)\b/i, 'legislation'],
  [/\b(?:speech|lecture|address|remarks)\b/i, 'speech'],
  [/\b(?:tweet|post)\b/i, 'post'],
  [
    /\b(?:news|newspaper|magazine|article|analysis|column|editorial|commentary)\b/i,
    'article-newspaper',
  ],
  [/\b(?:web ?page|web ?site|blog)\b/i, 'webpage'],
  [/\breport\b/i, 'report'],
];

/** Where the publisher is the paper or the site that an article stands in. */
const IN_CONTAINER: readonly CslType[] = [
  'article-journal',
  'article-newspaper',
  'chapter',
  'post',
  'webpage',
];

/**
 * A source in CSL-JSON. What the situation does not say is taken from what the text says of itself. A
 * kind that is none of the usual ones becomes a document of that genre.
 */
export function cslItem(
  source: CitedSource,
  found: Partial<Record<keyof TextMetadata, string | null>> = {},
): CslItem {
  const { id, title, doi, note } = source;
  const kind = source.kind ?? '';
  const url = source.url ?? found.url;
  const type =
    TYPES.find(([words]) => words.test(kind))?.[1] ?? (kind === '' && url ? 'webpage' : 'document');
  const author = source.author ?? found.author;
  const publisher = source.publisher ?? found.publisher;
  const issued = cslDate(source.published ?? found.published);
  const accessed = cslDate(source.accessed);
  return {
    id,
    type,
    title,
    ...(author ? { author: citedNames(author) } : {}),
    ...(issued ? { issued } : {}),
    ...(accessed ? { accessed } : {}),
    ...(publisher
      ? IN_CONTAINER.includes(type)
        ? { 'container-title': publisher }
        : { publisher }
      : {}),
    ...(url ? { URL: url } : {}),
    ...(doi ? { DOI: doi.replace(/^(?:https?:\/\/(?:dx\.)?doi\.org\/|doi:\s*)/i, '') } : {}),
    ...(type === 'document' && kind !== '' ? { genre: kind } : {}),
    ...(found.language ? { language: found.language } : {}),
    ...(note ? { note } : {}),
  };
}

function cslDate(date: string | null | undefined): CslDate | null {
  if (!date || !/^\d{1,4}(-\d{1,2}){0,2}$/.test(date)) return null;
  return { 'date-parts': [date.split('-').map(Number)] };
}
