import type { CitedName } from './authors.js';
import type { CslDate, CslItem, CslType } from './csl.js';

/** Forms in which reference managers take a bibliography, beside CSL-JSON. */
export type ReferenceForm = 'bibtex' | 'ris';

/** A bibliography for a reference manager. */
export function references(items: readonly CslItem[], form: ReferenceForm): string {
  return items.map(form === 'bibtex' ? bibtexEntry : risEntry).join('\n');
}

const BIBTEX_TYPES: Partial<Record<CslType, string>> = {
  'article-journal': 'article',
  'article-newspaper': 'article',
  book: 'book',
  chapter: 'incollection',
  report: 'techreport',
  thesis: 'phdthesis',
};

function bibtexEntry(item: CslItem): string {
  const date = item.issued?.['date-parts'][0];
  const type = BIBTEX_TYPES[item.type] ?? 'misc';
  const fields: [name: string, value: string | undefined][] = [
    ['title', `{${latex(item.title)}}`],
    ['author', item.author?.map(bibtexName).join(' and ')],
    ['year', date && String(date[0])],
    ['month', date?.[1] === undefined ? undefined : String(date[1])],
    ['day', date?.[2] === undefined ? undefined : String(date[2])],
    ['date', item.issued && isoDate(item.issued)],
    [
      type === 'incollection' ? 'booktitle' : type === 'article' ? 'journal' : 'howpublished',
      latexOr(item['container-title']),
    ],
    [
      type === 'techreport' ? 'institution' : type === 'phdthesis' ? 'school' : 'publisher',
      latexOr(item.publisher),
    ],
    ['doi', item.DOI],
    ['url', item.URL],
    ['urldate', item.accessed && isoDate(item.accessed)],
    ['langid', item.language],
    ['note', latexOr(item.note)],
    ['keywords', latexOr(item.genre)],
  ];
  const lines = fields.flatMap(([name, value]) => (value ? [`  ${name} = {${value}},`] : []));
  return [`@${type}{${item.id},`, ...lines, '}', ''].join('\n');
}

function bibtexName(name: CitedName): string {
  if ('literal' in name) return `{${latex(name.literal)}}`;
  const suffix = name.suffix === undefined ? '' : `, ${name.suffix}`;
  return `${latex(name.family)}${suffix}, ${latex(name.given)}`;
}

/** What means something to LaTeX, as letters. */
function latex(text: string): string {
  return text
    .replace(/[{}]/g, '')
    .replace(/\\/g, '\\textbackslash ')
    .replace(/[&%$#_]/g, '\\$&')
    .replace(/~/g, '\\textasciitilde ')
    .replace(/\^/g, '\\textasciicircum ');
}

const latexOr = (text: string | undefined): string | undefined =>
  text === undefined ? undefined : latex(text);

function isoDate({ 'date-parts': [parts] }: CslDate): string {
  return parts.map((part, i) => String(part).padStart(i === 0 ? 4 : 2, '0')).join('-');
}

const RIS_TYPES: Readonly<Record<CslType, string>> = {
  'article-journal': 'JOUR',
  'article-newspaper': 'NEWS',
  book: 'BOOK',
  chapter: 'CHAP',
  document: 'GEN',
  interview: 'PCOMM',
  legislation: 'STAT',
  post: 'BLOG',
  report: 'RPRT',
  speech: 'HEAR',
  thesis: 'THES',
  webpage: 'ELEC',
};

function risEntry(item: CslItem): string {
  const date = item.issued?.['date-parts'][0];
  const day = (parts: readonly number[]): string =>
    [0, 1, 2]
      .map((i) => (parts[i] === undefined ? '' : String(parts[i]).padStart(i === 0 ? 4 : 2, '0')))
      .join('/');
  const lines: [tag: string, value: string | undefined][] = [
    ['TY', RIS_TYPES[item.type]],
    ['ID', item.id],
    ['TI', item.title],
    ...(item.author ?? []).map((name): [string, string] => ['AU', risName(name)]),
    ['PY', date && String(date[0])],
    ['DA', date && `${day(date)}/`],
    ['T2', item['container-title']],
    ['PB', item.publisher],
    ['DO', item.DOI],
    ['UR', item.URL],
    ['Y2', item.accessed && `${day(item.accessed['date-parts'][0])}/`],
    ['LA', item.language],
    ['M3', item.genre],
    ['N1', item.note],
  ];
  const written = lines.flatMap(([tag, value]) =>
    value ? [`${tag}  - ${value.replace(/\s+/g, ' ')}`] : [],
  );
  return [...written, 'ER  - ', ''].join('\r\n');
}

function risName(name: CitedName): string {
  if ('literal' in name) return `${name.literal},`;
  return [name.family, name.given, ...(name.suffix === undefined ? [] : [name.suffix])].join(', ');
}
