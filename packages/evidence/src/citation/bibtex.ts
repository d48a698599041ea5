import { plain } from './latex.js';
import { ReferencesError, type Entry } from './bibliography-entry.js';

export function readBibtex(text: string): Entry[] {
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
