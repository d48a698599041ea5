import { ReadError } from '../source-text.js';

/** Node and browsers have it; the core's types know neither. */
declare const TextDecoder: new (
  label: string,
  options?: { readonly fatal?: boolean; readonly ignoreBOM?: boolean },
) => { decode(bytes: Uint8Array): string };

export interface Decoded {
  readonly text: string;
  readonly warnings: readonly string[];
}

/**
 * The characters of a file. A byte order mark decides, then a declared character set, then UTF-8;
 * bytes that are no UTF-8 are read as Windows-1252, one by one, and a warning says so.
 *
 * @param declared the character set the file names, if it does (HTML)
 * @throws ReadError 'binary' where the bytes are no text
 */
export function decodeText(bytes: Uint8Array, declared: string | null = null): Decoded {
  const warnings: string[] = [];
  const text = decode(bytes, declared, warnings).replace(/^\uFEFF/u, '');
  expectText(text);
  return { text, warnings };
}

function decode(bytes: Uint8Array, declared: string | null, warnings: string[]): string {
  const [a, b, c] = bytes;
  if (a === 0xff && b === 0xfe) return new TextDecoder('utf-16le').decode(bytes);
  if (a === 0xfe && b === 0xff) return new TextDecoder('utf-16be').decode(bytes);
  const marked = a === 0xef && b === 0xbb && c === 0xbf;
  const guess = marked ? null : utf16WithoutMark(bytes);
  if (guess !== null) {
    warnings.push(`There is no byte order mark; read as ${guess.toUpperCase()}.`);
    return new TextDecoder(guess).decode(bytes);
  }
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    // Not UTF-8 throughout.
  }
  if (declared !== null && !/^utf-?8$/iu.test(declared)) {
    // The names of Latin-1 mean Windows-1252 on the web.
    if (/^(?:windows-1252|iso-?8859-1|latin-?1|us-ascii|ascii|cp1252)$/iu.test(declared)) {
      return fromWindows1252(bytes);
    }
    try {
      return new TextDecoder(declared).decode(bytes);
    } catch {
      warnings.push(`The character set "${declared.slice(0, 40)}" is not known.`);
    }
  }
  return mixed(bytes, warnings);
}

/** UTF-16 of a mostly Latin text has a zero in every other byte. */
function utf16WithoutMark(bytes: Uint8Array): 'utf-16le' | 'utf-16be' | null {
  const length = Math.min(bytes.length & ~1, 4096);
  if (length < 8) return null;
  let even = 0;
  let odd = 0;
  for (let i = 0; i < length; i += 2) {
    if (bytes[i] === 0) even++;
    if (bytes[i + 1] === 0) odd++;
  }
  if (odd > length * 0.35 && even < length * 0.02) return 'utf-16le';
  if (even > length * 0.35 && odd < length * 0.02) return 'utf-16be';
  return null;
}

/** What Windows-1252 has at 0x80 to 0x9F; the rest of it is Latin-1. Node 20 decodes it as Latin-1. */
const WINDOWS_1252 = [...'€\u0081‚ƒ„…†‡ˆ‰Š‹Œ\u008DŽ\u008F\u0090‘’“”•–—˜™š›œ\u009DžŸ'];

function fromWindows1252(bytes: Uint8Array): string {
  const latin = new TextDecoder('iso-8859-1').decode(bytes);
  return latin.replace(/[\u0080-\u009F]/gu, (letter) => WINDOWS_1252[letter.charCodeAt(0) - 0x80]!);
}

/** Runs of valid UTF-8 as they are, every other byte as Windows-1252. */
function mixed(bytes: Uint8Array, warnings: string[]): string {
  const utf8 = new TextDecoder('utf-8', { ignoreBOM: true });
  const parts: string[] = [];
  let from = 0;
  let first = -1;
  let strays = 0;
  for (let i = 0; i < bytes.length;) {
    const length = sequenceLength(bytes, i);
    if (length > 0) {
      i += length;
      continue;
    }
    if (i > from) parts.push(utf8.decode(bytes.subarray(from, i)));
    let end = i + 1;
    while (end < bytes.length && sequenceLength(bytes, end) === 0) end++;
    parts.push(fromWindows1252(bytes.subarray(i, end)));
    if (first < 0) first = i;
    strays += end - i;
    from = i = end;
  }
  if (from < bytes.length) parts.push(utf8.decode(bytes.subarray(from)));
  const bytesWord = strays === 1 ? '1 byte is' : `${strays} bytes are`;
  warnings.push(
    `${bytesWord} not UTF-8 (the first at byte ${first}); read as Windows-1252.` +
      (strays > bytes.length / 4 ? ' The file may be in another encoding: save it as UTF-8.' : ''),
  );
  return parts.join('');
}

/** Length of the UTF-8 sequence that begins here; 0 where none does. */
function sequenceLength(bytes: Uint8Array, i: number): number {
  const lead = bytes[i]!;
  if (lead < 0x80) return 1;
  const next = bytes[i + 1] ?? 0;
  const follows = (k: number): boolean => (bytes[i + k]! & 0xc0) === 0x80;
  if (lead >= 0xc2 && lead <= 0xdf) return follows(1) ? 2 : 0;
  if (lead >= 0xe0 && lead <= 0xef) {
    if ((lead === 0xe0 && next < 0xa0) || (lead === 0xed && next > 0x9f)) return 0;
    return follows(1) && follows(2) ? 3 : 0;
  }
  if (lead >= 0xf0 && lead <= 0xf4) {
    if ((lead === 0xf0 && next < 0x90) || (lead === 0xf4 && next > 0x8f)) return 0;
    return follows(1) && follows(2) && follows(3) ? 4 : 0;
  }
  return 0;
}

/** A text may have a few stray control characters; with many it is none. */
function expectText(text: string): void {
  const controls = text.match(/[\0-\x08\x0e-\x1f\x7f]/gu)?.length ?? 0;
  if (controls > 16 + text.length / 1000) {
    throw new ReadError(
      'binary',
      `This is no text: it has ${controls} control characters.`,
      'Export the document as plain text, Markdown, HTML, PDF or DOCX.',
    );
  }
}
