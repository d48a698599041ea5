import type { CslItem, CslType } from './csl.js';
import { americanDate, partsOf, spaced } from './dates.js';
import { invertedName } from './names.js';
import type { Style } from './style.js';
import { ended, withQuotes } from './typography.js';

/** Works by their own name; the others are parts of something, or not published as a work. */
const WORKS: readonly CslType[] = ['book', 'legislation', 'report', 'thesis', 'webpage'];
const BY_DAY: readonly CslType[] = ['article-newspaper', 'speech'];

/** Cite Them Right, the Harvard style of British universities, with American quotation marks. */
export const HARVARD: Style = {
  sorted: 'undated last',
  numbered: false,
  entry(item, suffix) {
    const year = item.issued
      ? `(${partsOf(item.issued).year}${suffix})`
      : `(${spaced('no date', suffix)})`;
    const isWork = WORKS.includes(item.type);
    const title = isWork ? withQuotes(item.title) : `“${withQuotes(item.title, 1)}”`;
    const newspaper = item.type === 'article-newspaper' ? item['container-title'] : undefined;
    const author = item.author?.length ? authors(item.author) : newspaper;
    const inside = container(item, author !== undefined && author === newspaper);
    const day = BY_DAY.includes(item.type) ? dayOf(item) : '';
    const rest = [inside, day].filter(Boolean).join(', ');
    // A part and what it stands in, or its day, are one sentence; a publisher is the next.
    const goesOn = rest !== '' && (item['container-title'] !== undefined || inside === '');
    const mark = goesOn ? ',' : '.';
    const named = author
      ? spaced(author, year, ended(title, mark), rest)
      : spaced(goesOn ? `${title} ${year}` : `${title} ${year}.`, rest);
    return spaced(ended(named, '.'), where(item));
  },
};

/** All names up to three; of more the first. */
function authors(names: NonNullable<CslItem['author']>): string {
  const all = names.map((name) => invertedName(name, { comma: ', ', dot: '.', gap: '' }));
  if (all.length > 3) return `${all[0]} et al.`;
  return all.length === 1 ? all[0] : `${all.slice(0, -1).join(', ')} and ${all.at(-1)!}`;
}

function container(item: CslItem, isAuthor: boolean): string {
  const inside = item['container-title'];
  if (inside === undefined) return item.publisher ?? '';
  if (isAuthor) return '';
  if (item.type === 'chapter') return `in ${inside}`;
  // Neither volume nor pages are known.
  return item.type === 'article-journal' ? `${inside} [Preprint]` : inside;
}

function dayOf({ issued }: CslItem): string {
  if (!issued) return '';
  const { month, day } = partsOf(issued);
  return spaced(day, month);
}

function where({ DOI, URL: url, accessed }: CslItem): string {
  if (DOI) return `doi:${DOI}.`;
  if (!url) return '';
  return `Available at: ${url}${accessed ? ` (Accessed: ${americanDate(accessed)})` : ''}.`;
}
