import { beginsAsMail, beginsAsPage, beginsAsSubtitles } from './reading/beginnings.js';

export type TextFormat =
  | 'pdf'
  | 'odt'
  | 'epub'
  | 'docx'
  | 'rtf'
  | 'mail'
  | 'html'
  | 'subtitles'
  | 'markdown'
  | 'text';

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
  odt: {
    name: 'OpenDocument text (ODT)',
    endings: ['.odt', '.ott'],
    saysEncoding: true,
    begins: (start) => /mimetypeapplication\/vnd\.oasis\.opendocument\.text/u.test(start),
  },
  epub: {
    name: 'e-book (EPUB)',
    endings: ['.epub'],
    saysEncoding: true,
    begins: (start) => start.includes('mimetypeapplication/epub+zip'),
  },
  docx: {
    name: 'DOCX',
    endings: ['.docx'],
    saysEncoding: true,
    begins: (start) => start.startsWith('PK\x03\x04'),
  },
  rtf: {
    name: 'RTF',
    endings: ['.rtf'],
    saysEncoding: true,
    begins: (start) => /^\s*\{\\rtf/u.test(start),
  },
  mail: {
    name: 'mail or saved page (EML, MHTML)',
    endings: ['.eml', '.mhtml', '.mht'],
    saysEncoding: true,
    begins: beginsAsMail,
  },
  html: {
    name: 'HTML',
    endings: ['.html', '.htm', '.xhtml'],
    saysEncoding: false,
    begins: beginsAsPage,
  },
  subtitles: {
    name: 'subtitles (SRT, VTT, SBV, ASS)',
    endings: ['.srt', '.vtt', '.sbv', '.ass', '.ssa'],
    saysEncoding: false,
    begins: beginsAsSubtitles,
  },
  markdown: { name: 'Markdown', endings: ['.md', '.markdown', '.mdown'], saysEncoding: false },
  text: { name: 'plain text', endings: ['.txt'], saysEncoding: false },
};

export const TEXT_FORMATS = Object.keys(FORMATS) as [TextFormat, ...TextFormat[]];
