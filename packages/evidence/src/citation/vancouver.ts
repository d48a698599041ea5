import type { CslDate, CslItem } from './csl.js';
import { partsOf, spaced } from './dates.js';
import { invertedName } from './names.js';
import type { Style } from './style.js';
import { ended, withQuotes } from './typography.js';

/** Citing Medicine, of the United States National Library of Medicine; numbered as they come. */
export const VANCOUVER: Style = {
  sorted: 'as given',
  numbered: true,
  entry(item) {
    const author = item.author?.length ? ended(authors(item.author), '.') : '';
    const online = item.URL ? ' [Internet]' : '';
    const title = withQuotes(item.title);
    const { type, URL: url } = item;
    const inside = item['container-title'];
    if (type === 'article-journal' || type === 'article-newspaper') {
      const when = spaced(dateOf(item), citedOn(item));
      const source = inside ? ended(`${inside}${online}`, '.') : '';
      return spaced(author, ended(title, '.'), source, url ? `${when};` : full(when), link(item));
    }
    const when = full(spaced(dateOf(item), citedOn(item)));
    if (type === 'chapter')
      return spaced(
        author,
        ended(inside ? title : `${title}${online}`, '.'),
        inside ? ended(`In: ${inside}${online}`, '.') : '',
        when,
        link(item),
      );
    const issuer = item.publisher
      ? when === '' && !url
        ? ended(item.publisher, '.')
        : `${item.publisher};`
      : inside && ended(inside, '.');
    return spaced(author, ended(`${title}${online}`, '.'), issuer ?? '', when, link(item));
  },
};

/** All names up to six; of more the first six. */
function authors(names: NonNullable<CslItem['author']>): string {
  const all = names.map((name) => invertedName(name, { comma: ' ', dot: '', gap: '' }));
  return all.length > 6 ? `${all.slice(0, 6).join(', ')}, et al.` : all.join(', ');
}

/** To the day for what appears daily, to the month for a report, to the year for the rest. */
function dateOf({ issued, type }: CslItem): string {
  if (!issued) return '';
  const { year, month, day } = short(issued);
  if (type === 'legislation') return month === '' ? year : `${spaced(month, day)}, ${year}`;
  if (type === 'report') return spaced(year, month);
  const daily = type === 'article-journal' || type === 'article-newspaper' || type === 'speech';
  return daily ? spaced(year, month, day) : year;
}

function citedOn({ URL: url, accessed, type }: CslItem): string {
  if (!url || !accessed || type === 'legislation') return '';
  const { year, month, day } = short(accessed);
  return `[cited ${spaced(year, month, day)}]`;
}

function short(date: CslDate): ReturnType<typeof partsOf> {
  const parts = partsOf(date);
  return { ...parts, month: parts.month.slice(0, 3) };
}

const full = (text: string) => (text === '' ? '' : ended(text, '.'));
const link = ({ URL: url }: CslItem) => (url ? `Available from: ${url}` : '');
