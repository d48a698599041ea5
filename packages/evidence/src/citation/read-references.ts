import type { CitedSource } from './csl.js';

/** A bibliography that is neither of the forms, or is broken. */
export class ReferencesError extends Error {
  override readonly name = 'ReferencesError';
}

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

/** The fields of an entry by their names in lower case; those that come again in one list. */
type Entry = ReadonlyMap<string, readonly string[]>;

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

const MONTHS = 'jan feb mar apr may jun jul aug sep oct nov dec'.split(' ');

function dateOf(
  whole: string | null,
  year: string | null,
  month: string | null,
  day: string | null,
): string | null {
  const parts = /^(\d{4})(?:[-/](\d{1,2})(?:[-/](\d{1,2}))?)?/.exec(whole ?? '');
  const y = parts?.[1] ?? /\d{4}/.exec(year ?? '')?.[0];
  if (y === undefined) return null;
  const named = MONTHS.indexOf((month ?? '').slice(0, 3).toLowerCase()) + 1;
  const m = Number(parts?.[2] ?? (named || month));
  const d = Number(parts?.[3] ?? day);
  if (!(m >= 1 && m <= 12)) return y;
  const two = (part: number): string => String(part).padStart(2, '0');
  return d >= 1 && d <= 31 ? `${y}-${two(m)}-${two(d)}` : `${y}-${two(m)}`;
}

function readRis(text: string): Entry[] {
  const entries: Entry[] = [];
  let entry: Map<string, string[]> | null = null;
  let last: string[] | null = null;
  for (const line of text.split('\n')) {
    const match = /^([A-Z][A-Z0-9]) {1,2}- ?(.*)$/.exec(line.trimEnd());
    if (!match) {
      // A long value goes on in the next line.
      if (last !== null && line.trim() !== '') last[last.length - 1] += ` ${line.trim()}`;
      continue;
    }
    const [, tag, value] = match;
    if (tag === 'TY') entry = new Map([['type of entry', [value.trim().toLowerCase()]]]);
    else if (tag === 'ER') {
      if (entry !== null) entries.push(entry);
      entry = null;
      last = null;
    } else if (entry !== null) {
      const name = tag.toLowerCase();
      last = entry.get(name) ?? [];
      last.push(name === 'au' || name === 'a1' ? value.replace(/^([^,]*),\s*$/, '{$1}') : value);
      entry.set(name, last);
    }
  }
  if (entry !== null)
    throw new ReferencesError('The last entry has no end: a line "ER  - " is missing.');
  return entries;
}

function readBibtex(text: string): Entry[] {
  const entries: Entry[] = [];
  const strings = new Map<string, string>();
  const start = /@(\w+)\s*[{(]/g;
  for (let match = start.exec(text); match !== null; match = start.exec(text)) {
    const type = match[1].toLowerCase();
    const { body, end } = bodyFrom(text, start.lastIndex, text[start.lastIndex - 1]);
    start.lastIndex = end;
    if (type === 'comment' || type === 'preamble') continue;
    const comma = type === 'string' ? -1 : body.indexOf(',');
    const fields = fieldsOf(body.slice(comma + 1), strings);
    if (type === 'string') for (const [name, [value]] of fields) strings.set(name, value);
    else {
      fields.set('key', [comma < 0 ? body.trim() : body.slice(0, comma).trim()]);
      fields.set('type of entry', [type]);
      const authors = fields.get('author') ?? fields.get('editor');
      if (authors) fields.set('author', authors.flatMap(bibtexAuthors));
      entries.push(
        new Map(
          [...fields].map(([name, values]) => [
            name,
            name === 'author' ? values : values.map(plain),
          ]),
        ),
      );
    }
  }
  return entries;
}

/** What stands between braces that belong together. */
function bodyFrom(text: string, from: number, open: string): { body: string; end: number } {
  let depth = 0;
  for (let at = from; at < text.length; at++) {
    const letter = text[at];
    if (letter === '\\') at++;
    else if (letter === '{') depth++;
    else if (
      (letter === '}' && (depth > 0 || open === '{')) ||
      (letter === ')' && depth === 0 && open === '(')
    ) {
      if (depth === 0) return { body: text.slice(from, at), end: at + 1 };
      depth--;
    }
  }
  const line = text.slice(0, from).split('\n').length;
  throw new ReferencesError(
    `The entry that begins in line ${line} has no end: a brace is missing.`,
  );
}

function fieldsOf(body: string, strings: ReadonlyMap<string, string>): Map<string, string[]> {
  const fields = new Map<string, string[]>();
  const name = /\s*,?\s*([\w-]+)\s*=\s*/y;
  let at = 0;
  for (;;) {
    name.lastIndex = at;
    const match = name.exec(body);
    if (!match) return fields;
    at = name.lastIndex;
    let value = '';
    // Pieces may be joined: "a" # b.
    for (;;) {
      if (body[at] === '{') {
        const part = bodyFrom(body, at + 1, '{');
        value += part.body;
        at = part.end;
      } else if (body[at] === '"') {
        let end = at + 1;
        for (let depth = 0; end < body.length && (body[end] !== '"' || depth > 0); end++)
          depth += body[end] === '{' ? 1 : body[end] === '}' ? -1 : 0;
        value += body.slice(at + 1, end);
        at = end + 1;
      } else {
        const word = /^[^\s,#]*/.exec(body.slice(at, at + 200))![0];
        value += strings.get(word.toLowerCase()) ?? word;
        at += word.length;
      }
      const joined = /\s*#\s*/y;
      joined.lastIndex = at;
      if (!joined.test(body)) break;
      at = joined.lastIndex;
    }
    fields.set(match[1].toLowerCase(), [value]);
  }
}

/** The names of an author field, bodies in braces. */
function bibtexAuthors(line: string): string[] {
  const names: string[] = [];
  let depth = 0;
  let from = 0;
  const flat = line.replace(/\s+/g, ' ').trim();
  for (let at = 0; at < flat.length; at++) {
    if (flat[at] === '{') depth++;
    else if (flat[at] === '}') depth--;
    else if (depth === 0 && flat.startsWith(' and ', at)) {
      names.push(flat.slice(from, at));
      from = at + 5;
    }
  }
  names.push(flat.slice(from));
  // "and others" stands for those that are not named.
  const named = names.filter((name) => name !== 'others');
  return named.map((name) => {
    const whole = /^\{(.*)\}$/.exec(name)?.[1];
    if (whole !== undefined) return `{${plain(whole)}}`;
    // "von Last, Jr, First".
    const [family, suffix, given] = name.split(/,\s*/).map(plain);
    return given === undefined ? plain(name) : `${family}, ${given}, ${suffix}`;
  });
}

const ACCENTS: Readonly<Record<string, string>> = {
  '`': '\u0300',
  "'": '\u0301',
  '^': '\u0302',
  '~': '\u0303',
  '=': '\u0304',
  u: '\u0306',
  '.': '\u0307',
  '"': '\u0308',
  r: '\u030A',
  H: '\u030B',
  v: '\u030C',
  c: '\u0327',
  k: '\u0328',
};
const SIGNS: Readonly<Record<string, string>> = {
  ss: 'ß',
  o: 'ø',
  O: 'Ø',
  l: 'ł',
  L: 'Ł',
  ae: 'æ',
  AE: 'Æ',
  oe: 'œ',
  OE: 'Œ',
  aa: 'å',
  AA: 'Å',
  i: 'ı',
  j: 'ȷ',
  textendash: '–',
  textemdash: '—',
  textbackslash: '\\',
  textasciitilde: '~',
  textasciicircum: '^',
};

/** The letters that LaTeX would set. */
function plain(text: string): string {
  return text
    .replace(
      /\\(["'`^~=.]|[uvHckr](?=[\s{]))\s*\{?\\?(\p{L})\}?/gu,
      (_, accent: string, letter: string) => letter + ACCENTS[accent],
    )
    .replace(/\\([a-zA-Z]+)\s*(?:\{\})?/g, (_, word: string) => SIGNS[word] ?? '')
    .replace(/\\([&%$#_{}])/g, '$1')
    .replace(/[{}]/g, '')
    .replace(/---/g, '—')
    .replace(/--/g, '–')
    .replace(/~/g, ' ')
    .replace(/\s+/g, ' ')
    .trim()
    .normalize('NFC');
}
