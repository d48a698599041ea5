export type TextFormat = 'pdf' | 'docx' | 'html' | 'markdown' | 'text';

/** A form of file that texts come in. */
interface Format {
  /** What people call it. */
  readonly name: string;
  /** What file names end in, with the dot; the first is given where a file has none. */
  readonly endings: readonly [string, ...string[]];
  /** Whether a file says itself how its letters are written. */
  readonly saysEncoding: boolean;
  /** Whether a file is of this format, by its first thousand bytes as characters of the same number. */
  readonly begins?: (start: string) => boolean;
}

/**
 * The formats that are read, in the order in which they are looked for. One more is an entry here and
 * its reader in `reading/read-text.ts`.
 */
export const FORMATS: Readonly<Record<TextFormat, Format>> = {
  pdf: {
    name: 'PDF',
    endings: ['.pdf'],
    saysEncoding: true,
    begins: (start) => start.includes('%PDF-'),
  },
  docx: {
    name: 'DOCX',
    endings: ['.docx'],
    saysEncoding: true,
    begins: (start) => start.startsWith('PK\x03\x04'),
  },
  html: {
    name: 'HTML',
    endings: ['.html', '.htm', '.xhtml'],
    saysEncoding: false,
    begins: beginsAsPage,
  },
  markdown: { name: 'Markdown', endings: ['.md', '.markdown', '.mdown'], saysEncoding: false },
  text: { name: 'plain text', endings: ['.txt'], saysEncoding: false },
};

export const TEXT_FORMATS = Object.keys(FORMATS) as [TextFormat, ...TextFormat[]];

/** Marks of HTML are seen through the zero bytes of UTF-16 too. */
function beginsAsPage(start: string): boolean {
  return /^\s*(?:<\?xml[^>]{0,200}\?>\s*)?(?:<!--(?:[^-]|-(?!->)){0,500}-->\s*)*<(?:!doctype\s+html|html|head|body|frameset|article|main|div|p|h1|meta|title|script|style|link|base)[\s>]/iu.test(
    start.replace(/^(?:\xef\xbb\xbf|\xff\xfe|\xfe\xff)/u, '').replace(/\0/gu, ''),
  );
}
