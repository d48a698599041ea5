import { zipSync } from 'fflate';
import { parseHTML } from 'linkedom';
import mammoth from 'mammoth';
import { ReadError, type TextMetadata } from '../source-text.js';
import type { Draft } from './block.js';
import { decodeText } from './encoding.js';
import { readElement, type Element } from './elements.js';
import type { Limits } from './limits.js';
import { brokenZip, inflateParts } from './zip-parts.js';

/** What of a document is inflated; pictures are not. */
const PART =
  /^(?:\[Content_Types\]\.xml|_rels\/\.rels|docProps\/\w+\.xml|word\/[^/]+\.xml|word\/_rels\/[^/]+\.rels)$/u;

/** A Word document: the structure its styles give, without pictures, comments and tracked deletions. */
export async function readDocx(bytes: Uint8Array, limits: Limits): Promise<Draft> {
  const { names, parts, warnings } = inflateParts(bytes, PART, limits.docx);
  if (!parts.has('word/document.xml')) throw otherZip(names);
  const metadata = await readCore(parts.get('docProps/core.xml'));
  const slim = zipSync(Object.fromEntries(parts), { level: 0 });
  let html: string;
  try {
    // Node's build of the library reads "buffer", the browser's "arrayBuffer".
    const input = { buffer: slim, arrayBuffer: slim.buffer } as unknown as {
      arrayBuffer: ArrayBuffer;
    };
    const result = await mammoth.convertToHtml(input, {
      styleMap: ["p[style-name='Title'] => h1:fresh", "p[style-name='Subtitle'] => h2:fresh"],
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
  return {
    blocks: readElement(document.body as unknown as Element),
    metadata,
    ofFile: true,
    warnings,
  };
}

/** Other formats that are ZIP archives inside. */
const ZIPS: readonly [part: RegExp, what: string][] = [
  [/^xl\/workbook/u, 'a spreadsheet (XLSX)'],
  [/^ppt\/presentation/u, 'a presentation (PPTX)'],
  [/^META-INF\/container\.xml$/u, 'an e-book (EPUB)'],
  [/^content\.xml$/u, 'an OpenDocument file (ODT)'],
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
