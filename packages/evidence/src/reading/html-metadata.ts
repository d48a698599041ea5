import type { TextMetadata } from '../source-text.js';
import { oneLine } from './block.js';
import { readElement, type Element } from './elements.js';

/** Names of meta elements, the most telling first. */
const META = {
  title: ['og:title', 'twitter:title', 'citation_title', 'dc.title', 'dcterms.title'],
  author: ['author', 'article:author', 'citation_author', 'dc.creator', 'parsely-author', 'byl'],
  published: [
    'article:published_time',
    'citation_publication_date',
    'citation_date',
    'dc.date',
    'dcterms.created',
    'dcterms.date',
    'date',
    'pubdate',
    'parsely-pub-date',
  ],
  publisher: [
    'og:site_name',
    'citation_publisher',
    'dc.publisher',
    'publisher',
    'application-name',
  ],
  url: ['og:url', 'citation_public_url'],
  language: ['dc.language', 'citation_language', 'og:locale'],
} as const;

/** Longer JSON than this is data, not a bibliography. */
const LONGEST_JSON = 500_000;

/** What a page says of itself: JSON-LD first, then meta elements, then the page's own elements. */
export function readHtmlMetadata(document: Element): Partial<TextMetadata> {
  const linked = readJsonLd(document);
  const named = readMeta(document);
  const attribute = (selector: string, name: string): string | null =>
    document.querySelector(selector)?.getAttribute(name) ?? null;
  const words = (selector: string): string | null => {
    const element = document.querySelector(selector);
    return (
      (element &&
        readElement(element)
          .map(({ text }) => oneLine(text))
          .join(' ')) ||
      null
    );
  };
  const meta = (key: keyof typeof META): string | null => {
    for (const name of META[key]) if (named.has(name)) return named.get(name)!;
    return null;
  };
  const author = meta('author');
  return {
    title: linked.title ?? meta('title') ?? words('h1') ?? words('title'),
    // Some pages give the address of the author's profile.
    author:
      linked.author ??
      (author && /^https?:/u.test(author) ? null : author) ??
      words('[rel=author],[itemprop=author]'),
    published: linked.published ?? meta('published') ?? attribute('time[datetime]', 'datetime'),
    publisher: linked.publisher ?? meta('publisher'),
    url: attribute('link[rel=canonical]', 'href') ?? linked.url ?? meta('url'),
    language:
      attribute('html', 'lang') ?? linked.language ?? meta('language')?.replace('_', '-') ?? null,
  };
}

function readMeta(document: Element): Map<string, string> {
  const found = new Map<string, string>();
  for (const element of document.querySelectorAll('meta[content]')) {
    const name = (
      element.getAttribute('name') ??
      element.getAttribute('property') ??
      ''
    ).toLowerCase();
    const content = element.getAttribute('content')!.trim();
    if (name === 'citation_author' && found.has(name)) {
      found.set(name, `${found.get(name)!}, ${content}`);
    } else if (name !== '' && content !== '' && !found.has(name)) found.set(name, content);
  }
  return found;
}

type Json = string | number | boolean | null | readonly Json[] | { readonly [key: string]: Json };

function readJsonLd(document: Element): Partial<Record<keyof TextMetadata, string>> {
  for (const script of document.querySelectorAll('script[type="application/ld+json"]')) {
    if (script.textContent.length > LONGEST_JSON) continue;
    let data: Json;
    try {
      data = JSON.parse(script.textContent) as Json;
    } catch {
      continue;
    }
    const article = findArticle(data, 3);
    if (article) return describe(article);
  }
  return {};
}

function findArticle(data: Json, depth: number): Record<string, Json> | null {
  if (data === null || typeof data !== 'object' || depth < 0) return null;
  if (!Array.isArray(data)) {
    const record = data as Record<string, Json>;
    const type = [record['@type']]
      .flat()
      .filter((one) => typeof one === 'string')
      .join(' ');
    if (/Article|Report|Posting|NewsItem|Opinion|Review/u.test(type)) return record;
    return findArticle(record['@graph'] ?? null, depth - 1);
  }
  for (const item of data as readonly Json[]) {
    const found = findArticle(item, depth - 1);
    if (found) return found;
  }
  return null;
}

function describe(article: Record<string, Json>): Partial<Record<keyof TextMetadata, string>> {
  const found: Partial<Record<keyof TextMetadata, string>> = {};
  const set = (key: keyof TextMetadata, value: string): void => {
    if (value !== '') found[key] = value;
  };
  set('title', nameOf(article['headline'] ?? article['name'] ?? null));
  set('author', nameOf(article['author'] ?? null));
  set('published', nameOf(article['datePublished'] ?? null));
  set('publisher', nameOf(article['publisher'] ?? null));
  set('url', nameOf(article['url'] ?? null));
  set('language', nameOf(article['inLanguage'] ?? null));
  return found;
}

/** A text, the name of a person or body, or the names of several. */
function nameOf(value: Json): string {
  if (typeof value === 'string') return value;
  if (value === null || typeof value !== 'object') return '';
  if (Array.isArray(value)) {
    return (value as readonly Json[])
      .slice(0, 50)
      .map(nameOf)
      .filter((name) => name !== '')
      .join(', ');
  }
  const name = (value as Record<string, Json>)['name'];
  return typeof name === 'string' ? name : '';
}
