import { parse as parseToml } from 'smol-toml';
import { parse as parseYaml } from 'yaml';
import type { TextMetadata } from '../source-text.js';
import { metadataDate } from './dateline.js';

/** What a Markdown text says of itself above its first line: YAML between lines of "---", TOML between "+++". */
const MATTER =
  /^(?:---[^\S\n]*\n([^]{0,20000}?)\n(?:---|\.\.\.)|\+\+\+[^\S\n]*\n([^]{0,20000}?)\n\+\+\+)[^\S\n]*(?:\n|$)/u;

/** Names of the fields, the most telling first. */
const FIELDS: Readonly<Record<keyof TextMetadata, readonly string[]>> = {
  title: ['title'],
  author: ['author', 'authors', 'by', 'byline'],
  published: ['published', 'date', 'pubdate', 'publishdate', 'datepublished', 'created'],
  publisher: ['publisher', 'publication', 'source'],
  url: ['url', 'link', 'canonical', 'canonicalurl'],
  language: ['language', 'lang'],
};

/** The metadata of a text and what stands below them. */
export function readFrontMatter(text: string): {
  readonly metadata: Partial<TextMetadata>;
  readonly rest: string;
} {
  const match = MATTER.exec(text);
  const fields = match && fieldsOf(match[1], match[2]);
  if (match === null || fields === null) return { metadata: {}, rest: text };
  const metadata: { -readonly [K in keyof TextMetadata]?: string } = {};
  for (const key of Object.keys(FIELDS) as (keyof TextMetadata)[]) {
    const values = FIELDS[key].map((name) => wordsOf(fields.get(name)));
    // "published: true" says that it is, not when.
    const value = values.find(
      (one) => one !== '' && (key !== 'published' || metadataDate(one) !== null),
    );
    if (value !== undefined) metadata[key] = value;
  }
  return { metadata, rest: text.slice(match[0].length) };
}

/** By names in small letters without signs; null where there are none: a line of dashes is one of the text. */
function fieldsOf(yaml: string | undefined, toml: string | undefined): Map<string, unknown> | null {
  let data: unknown;
  try {
    // Days stay as they are written.
    data =
      toml === undefined
        ? parseYaml(yaml ?? '', { schema: 'failsafe', maxAliasCount: 0, logLevel: 'error' })
        : parseToml(toml);
  } catch {
    data = lines(yaml ?? toml ?? '');
  }
  if (data === null || typeof data !== 'object' || Array.isArray(data)) return null;
  return new Map(
    Object.entries(data).map(([name, value]) => [
      name.toLowerCase().replace(/[\s_-]/gu, ''),
      value,
    ]),
  );
}

/** Of what is no YAML ("title: Crane: the talks") the lines of a name and a value. */
function lines(matter: string): Record<string, string> {
  const pairs = [...matter.matchAll(/^(\w[\w -]{0,40})[:=][^\S\n]*(.*)$/gmu)];
  return Object.fromEntries(
    pairs.map(([, name, value]) => [name, value.replace(/^(["'])(.*)\1$/u, '$2')]),
  );
}

/** A text, the name of a person, or the names of several. */
function wordsOf(value: unknown): string {
  if (typeof value === 'string') return value.trim();
  if (value instanceof Date) return value.toISOString();
  if (Array.isArray(value)) {
    return value
      .map(wordsOf)
      .filter((words) => words !== '')
      .join(', ');
  }
  if (value === null || typeof value !== 'object') return '';
  return wordsOf((value as { readonly name?: unknown }).name);
}
