import type { CslItem, CslType } from './csl.js';
import { americanDate, partsOf, spaced } from './dates.js';
import { invertedName } from './names.js';
import type { Style } from './style.js';
import { ended, withQuotes } from './typography.js';

/** Cited by the day; the other kinds by the year. */
const BY_DAY: readonly CslType[] = ['article-newspaper', 'interview', 'post', 'speech', 'webpage'];

/** Publication Manual of the American Psychological Association, seventh edition. */
export const APA: Style = {
  sorted: 'undated first',
  numbered: false,
  entry(item, suffix) {
    const title = withQuotes(item.title);
    if (item.type === 'legislation')
      return spaced(
        item.issued
          ? `${ended(title, ',')} (${partsOf(item.issued).year}${suffix}).`
          : ended(title, '.'),
        where(item),
      );
    const date = `(${issued(item, suffix)}).`;
    const described = bracket(item);
    const head = item.author?.length
      ? [ended(authors(item.author), '.'), date, ended(spaced(title, described), '.')]
      : [ended(title, '.'), date, described && ended(described, '.')];
    return spaced(...head, container(item), where(item));
  },
};

/** All names up to twenty; of more the first nineteen and the last. */
function authors(names: NonNullable<CslItem['author']>): string {
  const all = names.map((name) => invertedName(name, { comma: ', ', dot: '.', gap: ' ' }));
  const last = all.at(-1)!;
  if (all.length > 20) return `${all.slice(0, 19).join(', ')}, … ${last}`;
  return all.length === 1 ? last : `${all.slice(0, -1).join(', ')}, & ${last}`;
}

function issued({ issued: date, type }: CslItem, suffix: string): string {
  if (!date) return suffix === '' ? 'n.d.' : `n.d.-${suffix}`;
  const { year, month, day } = partsOf(date);
  const when = BY_DAY.includes(type) ? spaced(month, day) : '';
  return `${year}${suffix}${when === '' ? '' : `, ${when}`}`;
}

/** What kind of work it is, where that is not plain. */
function bracket(item: CslItem): string {
  if (item.type === 'interview') return '[Interview]';
  if (item.type === 'thesis') return item.publisher && isOnline(item) ? `[${item.publisher}]` : '';
  return item.genre ? `[${item.genre.charAt(0).toUpperCase()}${item.genre.slice(1)}]` : '';
}

function container(item: CslItem): string {
  const inside = item['container-title'];
  if (inside) return ended(item.type === 'chapter' ? `In ${inside}` : inside, '.');
  if (item.type === 'thesis' && isOnline(item)) return '';
  return item.publisher ? ended(item.publisher, '.') : '';
}

const isOnline = ({ DOI, URL: url }: CslItem) => Boolean(DOI ?? url);

/** What has no date of its own may change: then the day on which it was read stands there. */
function where({ DOI, URL: url, issued: date, accessed }: CslItem): string {
  if (DOI) return `https://doi.org/${DOI}`;
  if (!url) return '';
  return accessed && !date ? `Retrieved ${americanDate(accessed)}, from ${url}` : url;
}
