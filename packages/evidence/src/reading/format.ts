import { FORMATS, TEXT_FORMATS, type TextFormat } from '../formats.js';
import { ReadError } from '../source-text.js';

const ASK = 'Give a text as plain text, Markdown, HTML, PDF, DOCX, ODT, RTF or EPUB.';

/** First bytes of what is given by mistake. */
const MISTAKEN: readonly [signature: string, code: string, what: string, hint: string][] = [
  ['\x89PNG', 'image', 'a picture (PNG)', 'Run text recognition (OCR) over it first.'],
  ['\xff\xd8\xff', 'image', 'a picture (JPEG)', 'Run text recognition (OCR) over it first.'],
  ['GIF8', 'image', 'a picture (GIF)', 'Run text recognition (OCR) over it first.'],
  ['II*\0', 'image', 'a picture (TIFF)', 'Run text recognition (OCR) over it first.'],
  ['MM\0*', 'image', 'a picture (TIFF)', 'Run text recognition (OCR) over it first.'],
  ['BM', 'image', 'a picture (BMP)', 'Run text recognition (OCR) over it first.'],
  [
    '\xd0\xcf\x11\xe0',
    'old-office',
    'an Office document of the old kind (.doc) or locked with a password',
    'Save it as DOCX or PDF, without a password.',
  ],
  ['\x1f\x8b', 'archive', 'a compressed file (gzip)', 'Unpack it and give the text inside.'],
  ['7z\xbc\xaf', 'archive', 'an archive (7z)', 'Unpack it and give the text inside.'],
  ['Rar!', 'archive', 'an archive (RAR)', 'Unpack it and give the text inside.'],
  ['PK\x05\x06', 'archive', 'an empty archive (ZIP)', ASK],
  ['%!PS', 'unknown-format', 'a PostScript file', 'Save it as PDF.'],
];

/** The format of a file: by its content where that tells, else by its name; plain text if nothing does. */
export function detectFormat(bytes: Uint8Array, name: string | undefined): TextFormat {
  const start = latin(bytes, 1024);
  for (const [signature, code, what, hint] of MISTAKEN) {
    if (start.startsWith(signature) && (signature !== 'BM' || start.includes('\0'))) {
      throw new ReadError(code, `This is ${what}, not a text.`, hint);
    }
  }
  if (/^WEBP/u.test(start.slice(8)) && start.startsWith('RIFF')) {
    throw new ReadError('image', 'This is a picture (WebP), not a text.', MISTAKEN[0][3]);
  }
  const ending = /\.[^./\\]+$/u.exec(name ?? '')?.[0].toLowerCase() ?? '';
  return (
    TEXT_FORMATS.find((format) => FORMATS[format].begins?.(start)) ??
    TEXT_FORMATS.find((format) => FORMATS[format].endings.includes(ending)) ??
    'text'
  );
}

/** Bytes as characters of the same number. */
export function latin(bytes: Uint8Array, length: number): string {
  return String.fromCharCode(...bytes.subarray(0, length));
}
