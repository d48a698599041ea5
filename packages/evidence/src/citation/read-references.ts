import { MONTHS } from '../months.js';
import { ReferencesError, type Entry } from './bibliography-entry.js';
import { readBibtex } from './bibtex.js';
import type { CitedSource } from './csl.js';
import { readRis } from './ris.js';

/**
 * The sources in a file of a reference manager, in BibTeX or RIS.
 *
 * @throws ReferencesError where the text is of neither form, or ends inside an entry
 */
export function readReferences(text: string): CitedSource[] {
  const clean = text.replace(/^\uFEFF/, '').replace(/\r\n?/g, '\n');
  const entries = /^TY {1,2}- /m.test(clean)
    ? readRis(clean)
    : /^\s*@\w+\s*[{(]/m.test(clean)
      ? readBibtex(clean)
      : null;
  if (entries === null)
    throw new ReferencesError(
      'The file is neither BibTeX (entries such as @article{…}) nor RIS (lines such as "TY  - JOUR").',
    );
  const taken = new Set<string>();
  return entries.map((entry) => sourceOf(entry, taken));
}

function sourceOf(entry: Entry, taken: Set<string>): CitedSource {
  const first = (...names: readonly string[]): string | null => {
    for (const name of names) {
      const value = entry.get(name)?.find((one) => one.trim() !== '');
      if (value !== undefined) return value.trim();
    }
    return null;
  };
  const authors = entry.get('author') ?? entry.get('au') ?? entry.get('a1') ?? [];
  const title = first('title', 'ti', 't1') ?? 'Without a title';
  const doi = first('doi', 'do');
  const made = first('howpublished');
  const address = made !== null && /^https?:\/\/\S+$/.test(made) ? made : null;
  return {
    id: idOf(first('key', 'id') ?? title, taken),
    title,
    author: authors.length > 0 ? authors.join('; ') : null,
    published: dateOf(
      first('date', 'da', 'py', 'y1', 'year'),
      first('year', 'py'),
      first('month'),
      first('day'),
    ),
    accessed: dateOf(first('urldate', 'y2'), null, null, null),
    publisher:
      first(
        'journal',
        'journaltitle',
        't2',
        'jo',
        'jf',
        'booktitle',
        'publisher',
        'pb',
        'institution',
        'school',
        'organization',
      ) ?? (address === null ? made : null),
    url: first('url', 'ur') ?? address,
    doi: doi === null ? null : doi.replace(/^https?:\/\/(?:dx\.)?doi\.org\//i, ''),
    kind: KINDS[first('type of entry') ?? ''] ?? null,
    note: first('note', 'n1'),
  };
}

/** In the words of a situation. */
const KINDS: Readonly<Record<string, string>> = {
  article: 'journal article',
  jour: 'journal article',
  news: 'newspaper article',
  mgzn: 'magazine article',
  book: 'book',
  incollection: 'chapter',
  inbook: 'chapter',
  chap: 'chapter',
  techreport: 'report',
  report: 'report',
  rprt: 'report',
  phdthesis: 'thesis',
  mastersthesis: 'thesis',
  thesis: 'thesis',
  thes: 'thesis',
  online: 'web page',
  elec: 'web page',
  blog: 'blog post',
  stat: 'law',
  hear: 'speech',
};

/** What a situation can call it: letters, digits and "_", beginning with a letter. */
function idOf(name: string, taken: Set<string>): string {
  const letters = name
    .normalize('NFKD')
    .replace(/[\p{M}\\"'`^]/gu, '')
    .replace(/[^A-Za-z0-9]+/g, '_')
    .replace(/^[_\d]+|_+$/g, '')
    .slice(0, 40);
  const base = letters === '' ? 'source' : letters;
  let id = base;
  for (let k = 2; taken.has(id); k++) id = `${base}_${k}`;
  taken.add(id);
  return id;
}

const SHORT_MONTHS = MONTHS.map((month) => month.slice(0, 3).toLowerCase());

function dateOf(
  whole: string | null,
  year: string | null,
  month: string | null,
  day: string | null,
): string | null {
  const parts = /^(\d{4})(?:[-/](\d{1,2})(?:[-/](\d{1,2}))?)?/.exec(whole ?? '');
  const y = parts?.[1] ?? /\d{4}/.exec(year ?? '')?.[0];
  if (y === undefined) return null;
  const named = SHORT_MONTHS.indexOf((month ?? '').slice(0, 3).toLowerCase()) + 1;
  const m = Number(parts?.[2] ?? (named || month));
  const d = Number(parts?.[3] ?? day);
  if (!(m >= 1 && m <= 12)) return y;
  const two = (part: number): string => String(part).padStart(2, '0');
  return d >= 1 && d <= 31 ? `${y}-${two(m)}-${two(d)}` : `${y}-${two(m)}`;
}
