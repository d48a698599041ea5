/**
 * What reading one file may cost, whatever the file says of itself. The readers count while they read; a
 * thread that they run in is ended at the limits of time and memory (`apart.ts`).
 */
export const LIMITS = {
  /** Bytes of the file. */
  file: 200e6,
  /** Seconds of computing, and for each MB of the file. */
  seconds: 20,
  secondsPerMegabyte: 1,
  /** Bytes of memory. */
  memory: 2e9,
  pdf: {
    pages: 10_000,
    /** Operators, operands and other words of the file's syntax, each time one is looked at. */
    words: 20e6,
    letters: 20e6,
    /** Pieces of text on one page. */
    runs: 200_000,
    /** Codes of the fonts that are mapped to letters. */
    codes: 50e6,
    /** Bytes of one stream, a power of two as pdf.js makes room for them, and of all, each time. */
    stream: 2 ** 26,
    unpacked: 300e6,
    /**
     * Pages and forms, each time one is walked through: so many in any file, one more for every so many
     * bytes of it, and at most; and forms within each other.
     */
    formsOfAny: 3000,
    bytesOfForm: 20,
    forms: 50_000,
    depth: 50,
    /** States of drawing that are saved at once. */
    saved: 1000,
    /** Tags, each time one is looked at: beyond these the file is read without them. */
    tags: 10e6,
  },
  docx: {
    /** Entries of the archive: they are free to write. */
    entries: 10_000,
    /** Bytes of the parts that are read. */
    unpacked: 100e6,
    elements: 400_000,
    depth: 250,
  },
  /** Beyond these Markdown is read as plain text. */
  markdown: {
    /** Lists, their items and quotations in each other. */
    depth: 40,
    /** Lines, each time one is looked at: whether a paragraph goes on in it, for each quotation around it. */
    lines: 3e6,
    /** Beginnings and ends of blocks. */
    blocks: 1e6,
    /** Beginnings and ends of emphasis, links and the like, and the words between them, in one paragraph. */
    marks: 200_000,
  },
} as const;

type Numbers<T> = { readonly [K in keyof T]: T[K] extends number ? number : Numbers<T[K]> };

export type Limits = Numbers<typeof LIMITS>;

/** The largest file read, in bytes. */
export const LARGEST_FILE = LIMITS.file;

/** Milliseconds of computing that a file of so many bytes is given. */
export function timeFor(bytes: number): number {
  return 1000 * (LIMITS.seconds + (LIMITS.secondsPerMegabyte * bytes) / 1e6);
}

/** "50 million", "10 000": a number as a message says it. */
export function largeNumber(count: number): string {
  if (count >= 1e6) return `${count / 1e6} million`;
  return String(count).replace(/\B(?=(?:\d{3})+$)/gu, ' ');
}

export function megabytes(bytes: number): string {
  return `${(bytes / 1e6).toFixed(bytes < 1e7 ? 1 : 0)} MB`;
}
