import { ReadError, type TextMetadata } from '../source-text.js';
import { oneLine, type Block, type Draft } from './block.js';
import { elementsOf, parseXml, xmlText, type Xml } from './docx-tree.js';
import { decodeText } from './encoding.js';
import { readElement } from './elements.js';
import type { Limits } from './limits.js';
import { pageTree } from './page-tree.js';
import { inflateParts } from './zip-parts.js';

const PART = /\.(?:opf|xml|x?html?)$/iu;

/** Pages of a book that are not read: contents, cover, lists. */
const AROUND = 'nav,script,[epub\\:type~=toc],[role=doc-toc],[hidden]';

/** What programs write for want of a title or an author. */
const UNNAMED = /^(?:unknown|untitled)(?:\s(?:title|author))?$/iu;

/** An e-book: its pages in the order of its spine. */
export async function readEpub(bytes: Uint8Array, limits: Limits): Promise<Draft> {
  const { parts, warnings } = inflateParts(bytes, PART, limits.docx);
  const container = await part(parts, 'META-INF/container.xml');
  const root = container && elementsOf(container, new Set(['rootfile']))[0]?.attribs['full-path'];
  const book = root ? await part(parts, root) : null;
  if (!root || book === null) {
    throw new ReadError(
      'broken',
      'The e-book is broken: it does not say where its pages are.',
      'Get the file again, or convert it to plain text.',
    );
  }
  if (parts.has('META-INF/encryption.xml') && parts.has('META-INF/rights.xml')) {
    throw new ReadError('encrypted', 'The e-book is locked.', 'Get one that is not.');
  }
  const folder = root.slice(0, root.lastIndexOf('/') + 1);
  const pages = new Map<string, Xml>();
  for (const item of elementsOf(book, new Set(['item', 'opf:item'])))
    pages.set(item.attribs['id'] ?? '', item);
  const blocks: Block[] = [];
  const missing: string[] = [];
  for (const { attribs } of elementsOf(book, new Set(['itemref', 'opf:itemref']))) {
    const page = pages.get(attribs['idref'] ?? '');
    if (!page || /\bnav\b/u.test(page.attribs['properties'] ?? '')) continue;
    const href = decodeURIComponent(page.attribs['href'] ?? '').replace(/#.*$/u, '');
    const file = parts.get(pathOf(folder + href));
    if (!file) {
      missing.push(href);
      continue;
    }
    const tree = pageTree(selfClosed((await decodeText(file)).text));
    for (const element of tree.page.querySelectorAll(AROUND)) element.remove();
    const read = readElement(tree.page.body);
    // The title of a chapter is a heading of the book.
    blocks.push(
      ...read.map((block): Block =>
        block.kind === 'title' ? { ...block, kind: 'heading' } : block,
      ),
    );
  }
  const metadata = readMetadata(book);
  const title: Block[] = metadata.title ? [{ text: metadata.title, kind: 'title' }] : [];
  const left = missing.map((href) => `The page ${href} is not in the file.`);
  return { blocks: [...title, ...blocks], metadata, warnings: [...warnings, ...left] };
}

async function part(parts: ReadonlyMap<string, Uint8Array>, name: string): Promise<Xml | null> {
  const bytes = parts.get(name);
  return bytes ? parseXml((await decodeText(bytes)).text) : null;
}

function pathOf(path: string): string {
  const steps: string[] = [];
  for (const step of path.split('/')) {
    if (step === '..') steps.pop();
    else if (step !== '.' && step !== '') steps.push(step);
  }
  return steps.join('/');
}

/** In XML any element may end as it begins; a page of the web would go on inside it. */
function selfClosed(page: string): string {
  return page.replace(
    /<(title|script|style|a|p|div|span|i|b|em|strong|sup|sub|td|th|li|section)(\s[^<>]{0,500})?\/>/giu,
    '<$1$2></$1>',
  );
}

function readMetadata(book: Xml): Partial<TextMetadata> {
  const values = (name: string): string[] =>
    elementsOf(book, new Set([`dc:${name}`]))
      .map((node) => oneLine(xmlText(node)))
      .filter((text) => text !== '');
  return {
    title: values('title').find((title) => !UNNAMED.test(title)) ?? null,
    author:
      values('creator')
        .filter((name) => !UNNAMED.test(name))
        .join(', ') || null,
    published: values('date')[0] ?? null,
    publisher: values('publisher')[0] ?? null,
    language: values('language')[0] ?? null,
  };
}
