import { strToU8, zipSync } from 'fflate';
import { parseHTML } from 'linkedom';
import mammoth from 'mammoth';
import { ReadError, type TextMetadata } from '../source-text.js';
import type { Block, Draft } from './block.js';
import { HEADING_STYLE, ITEM_STYLE, settleDocument, type Findings } from './docx-document.js';
import { Numbers } from './docx-numbering.js';
import { readStyles } from './docx-styles.js';
import { elementsOf, parseXml, printXml, replaceChild, type Xml } from './docx-tree.js';
import { decodeText } from './encoding.js';
import { readElement, type Element } from './elements.js';
import { readHtml } from './html.js';
import type { Limits } from './limits.js';
import { readPlainText } from './plain-text.js';
import { brokenZip, inflateParts } from './zip-parts.js';

/** What of a document is inflated; pictures are not. */
const PART = /^(?!customXml\/|(?:xl|ppt)\/)[^]*\.(?:xml|rels|x?html?|mht(?:ml)?|txt|rtf|docx)$/iu;

const STYLES = [
  "p[style-name='Title'] => h1:fresh",
  "p[style-name='Subtitle'] => h2:fresh",
  "p[style-name='caption'] => p.caption:fresh",
  `p.${ITEM_STYLE} => li:fresh`,
  `p.${HEADING_STYLE} => h2:fresh`,
];

/**
 * A Word document: the structure its styles give, without pictures, comments and tracked deletions.
 *
 * @param within whether it is part of another, which may hold no more than that
 */
export async function readDocx(bytes: Uint8Array, limits: Limits, within = false): Promise<Draft> {
  const { names, parts, warnings } = inflateParts(bytes, PART, limits.docx);
  const main = await mainPart(parts);
  if (main === null || !parts.has(main)) throw otherZip(names);
  const metadata = await readCore(parts.get('docProps/core.xml'));
  const { findings, relations } = await settle(parts, main);
  const slim = zipSync(Object.fromEntries(parts), { level: 0 });
  let html: string;
  try {
    // Node's build of the library reads "buffer", the browser's "arrayBuffer".
    const input = { buffer: slim, arrayBuffer: slim.buffer } as unknown as {
      arrayBuffer: ArrayBuffer;
    };
    const result = await mammoth.convertToHtml(input, {
      styleMap: STYLES,
      convertImage: mammoth.images.imgElement(() => Promise.resolve({ src: '' })),
    });
    html = result.value;
  } catch (error) {
    if (error instanceof RangeError) throw error;
    throw new ReadError(
      'broken',
      'The DOCX document is broken: its parts are no document that Word would open.',
      'Open it in a word processor and save it again.',
    );
  }
  const { document } = parseHTML(`<!doctype html><html><body>${html}</body></html>`);
  // Word has no place for "up to the text" after a note; the converter adds it.
  for (const link of document.querySelectorAll(
    'a[href^="#footnote-ref"],a[href^="#endnote-ref"]',
  )) {
    link.remove();
  }
  const read = readElement(document.body as unknown as Element);
  const blocks = await withChunks(read, parts, findings, relations, within ? null : limits);
  return { blocks, metadata, ofFile: true, warnings: [...warnings, ...findings.warnings] };
}

/** The part that the package says the document is. */
async function mainPart(parts: Map<string, Uint8Array>): Promise<string | null> {
  const relations = await relationsOf(parts, '_rels/.rels', '');
  const named = relations.find(({ type }) => type.endsWith('/officeDocument'))?.target;
  if (named !== undefined && (/^xl\/|^ppt\//u.test(named) || parts.has(named))) return named;
  return parts.has('word/document.xml') ? 'word/document.xml' : null;
}

interface Relation {
  readonly id: string;
  readonly type: string;
  readonly target: string;
}

async function relationsOf(
  parts: Map<string, Uint8Array>,
  name: string,
  folder: string,
): Promise<Relation[]> {
  const part = await xmlPart(parts, name);
  if (part === null) return [];
  return elementsOf(part, new Set(['Relationship'])).map(({ attribs }) => {
    const given = attribs['Target'] ?? '';
    const target = given.startsWith('/') ? given.slice(1) : folder + given;
    nameAsTarget(parts, target);
    return { id: attribs['Id'] ?? '', type: attribs['Type'] ?? '', target };
  });
}

/** Parts are found whatever their letters' case; the converter knows only one. */
function nameAsTarget(parts: Map<string, Uint8Array>, target: string): void {
  if (parts.has(target)) return;
  const other = [...parts.keys()].find((name) => name.toLowerCase() === target.toLowerCase());
  if (other === undefined) return;
  parts.set(target, parts.get(other)!);
  parts.delete(other);
}

async function xmlPart(parts: ReadonlyMap<string, Uint8Array>, name: string): Promise<Xml | null> {
  const part = parts.get(name);
  return part ? parseXml((await decodeText(part)).text) : null;
}

/** Writes the parts anew that the converter would not read in full. */
async function settle(
  parts: Map<string, Uint8Array>,
  main: string,
): Promise<{ findings: Findings; relations: readonly Relation[] }> {
  const folder = main.slice(0, main.lastIndexOf('/') + 1);
  const relationsFrom = (name: string): Promise<Relation[]> =>
    relationsOf(parts, `${folder}_rels/${name.slice(folder.length)}.rels`, folder);
  const relations = await relationsFrom(main);
  const named = (type: string): string | undefined =>
    relations.find((relation) => relation.type.endsWith(`/${type}`))?.target;
  const styleSheet = await xmlPart(parts, named('styles') ?? '');
  const findings: Findings = { warnings: [], chunks: new Map() };
  const context = {
    styles: readStyles(styleSheet),
    numbers: new Numbers(await xmlPart(parts, named('numbering') ?? '')),
  };
  for (const name of [main, named('footnotes'), named('endnotes')]) {
    const part = name === undefined ? null : await xmlPart(parts, name);
    if (part === null) continue;
    dropStrayLinks(part, name === main ? relations : await relationsFrom(name!));
    settleDocument(part, context, findings);
    parts.set(name!, strToU8(printXml(part)));
  }
  // Items have their numbers: no list is left for the converter to count.
  if (styleSheet !== null) {
    for (const node of elementsOf(styleSheet, new Set(['w:numPr']))) replaceChild(node, []);
    parts.set(named('styles')!, strToU8(printXml(styleSheet)));
  }
  return { findings, relations };
}

/** The converter stops at a link or picture that leads nowhere; the words of the link stay. */
function dropStrayLinks(part: Xml, relations: readonly Relation[]): void {
  const known = new Set(relations.map(({ id }) => id));
  for (const node of elementsOf(part, new Set(['w:hyperlink', 'a:blip', 'v:imagedata']))) {
    const id = node.attribs['r:id'] ?? node.attribs['r:embed'] ?? node.attribs['r:link'];
    if (id !== undefined && !known.has(id)) replaceChild(node, node.children);
  }
}

/** The blocks of files of other forms within the document, where they stand. */
async function withChunks(
  blocks: readonly Block[],
  parts: ReadonlyMap<string, Uint8Array>,
  { chunks, warnings }: Findings,
  relations: readonly Relation[],
  limits: Limits | null,
): Promise<Block[]> {
  if (chunks.size === 0) return [...blocks];
  const whole: Block[] = [];
  const seen = new Set<string>();
  for (const block of blocks) {
    const id = chunks.get(block.text.trim());
    if (id === undefined) {
      whole.push(block);
      continue;
    }
    const target = relations.find((relation) => relation.id === id)?.target ?? '';
    const part = parts.get(target);
    const file = target.slice(target.lastIndexOf('/') + 1);
    // The same file again would have no end.
    const again = seen.has(target);
    seen.add(target);
    const read = part && limits && !again && (await readChunk(target, part, limits));
    if (read) {
      whole.push(...read.blocks);
      warnings.push(...read.warnings);
    } else {
      const last = whole.at(-1)?.text.split(/\s+/u).slice(-6).join(' ');
      const place = last === undefined ? 'at the beginning' : `after “${last}”`;
      warnings.push(
        `A file within the document (${file || 'without a name'}) is not read; it stands ${place}.`,
      );
    }
  }
  return whole;
}

/** @returns undefined where it is broken, or of no form that documents are put together of */
async function readChunk(
  name: string,
  part: Uint8Array,
  limits: Limits,
): Promise<Draft | undefined> {
  try {
    return await readFileWithin(name, part, limits);
  } catch (error) {
    if (error instanceof ReadError) return undefined;
    throw error;
  }
}

async function readFileWithin(
  name: string,
  part: Uint8Array,
  limits: Limits,
): Promise<Draft | undefined> {
  switch (/\.(\w{1,5})$/u.exec(name)?.[1].toLowerCase()) {
    case 'htm':
    case 'html':
    case 'xhtml':
      return readHtml((await decodeText(part)).text);
    case 'txt':
      return readPlainText((await decodeText(part)).text);
    case 'mht':
    case 'mhtml':
      return (await import('./mail.js')).readMail(part);
    case 'rtf':
      return (await import('./rtf.js')).readRtf(part);
    case 'docx':
      return readDocx(part, limits, true);
    default:
      return undefined;
  }
}

/** Other formats that are ZIP archives inside. */
const ZIPS: readonly [part: RegExp, what: string][] = [
  [/^xl\/workbook/u, 'a spreadsheet (XLSX)'],
  [/^ppt\/presentation/u, 'a presentation (PPTX)'],
  [/^content\.xml$/u, 'an OpenDocument file that is no text'],
];

function otherZip(names: readonly string[]): ReadError {
  // Other parts of a Word document without the document: the archive was cut off.
  if (names.some((name) => name.startsWith('word/'))) return brokenZip();
  const what = ZIPS.find(([part]) => names.some((name) => part.test(name)))?.[1];
  return new ReadError(
    'archive',
    what
      ? `This is ${what}, not a DOCX document.`
      : `This is a ZIP archive (${names.length} ${names.length === 1 ? 'file' : 'files'}), not a DOCX document.`,
    what ? 'Save it as DOCX or PDF.' : 'Unpack it and give the text inside.',
  );
}

async function readCore(part: Uint8Array | undefined): Promise<Partial<TextMetadata>> {
  if (!part) return {};
  const xml = (await decodeText(part)).text;
  const value = (name: string): string | null => {
    const match = new RegExp(`<(?:\\w+:)?${name}(?:\\s[^>]{0,200})?>([^<]{0,2000})<`, 'u').exec(
      xml,
    );
    return match ? unescapeXml(match[1]!).trim() || null : null;
  };
  return {
    title: value('title'),
    author: value('creator'),
    language: value('language'),
  };
}

function unescapeXml(text: string): string {
  const named: Record<string, string> = { lt: '<', gt: '>', quot: '"', apos: "'", amp: '&' };
  return text.replace(/&(?:#(\d{1,7})|#x([\da-f]{1,6})|(\w{2,4}));/giu, (whole, dec, hex, name) => {
    if (name !== undefined) return named[name as string] ?? whole;
    const code = dec !== undefined ? Number(dec) : parseInt(hex as string, 16);
    return code <= 0x10ffff ? String.fromCodePoint(code) : whole;
  });
}
