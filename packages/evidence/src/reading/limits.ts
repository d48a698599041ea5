import { ReadError } from '../source-text.js';

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
    words: 50e6,
    letters: 30e6,
    /** Pieces of text on one page. */
    runs: 200_000,
    /** Codes of the fonts that are mapped to letters. */
    codes: 50e6,
    /** Bytes of one stream, and of all, each time one is unpacked. */
    stream: 100e6,
    unpacked: 500e6,
    /** Forms within each other. */
    depth: 50,
  },
  docx: {
    /** Entries of the archive: they are free to write. */
    entries: 10_000,
    /** Bytes of the parts that are read. */
    unpacked: 100e6,
    elements: 1e6,
    depth: 250,
  },
} as const;

/** The largest file read, in bytes. */
export const LARGEST_FILE = LIMITS.file;

/** Milliseconds of computing that a file of so many bytes is given. */
export function timeFor(bytes: number): number {
  return 1000 * (LIMITS.seconds + (LIMITS.secondsPerMegabyte * bytes) / 1e6);
}

/** A number as a message says it: "2 000 000 000 bytes" is no help. */
export function largeNumber(count: number): string {
  return count >= 1e6 ? `${count / 1e6} million` : String(count);
}

export function megabytes(bytes: number): string {
  return `${(bytes / 1e6).toFixed(bytes < 1e7 ? 1 : 0)} MB`;
}

export function tooLarge(message: string, hint: string): ReadError {
  return new ReadError('too-large', message, hint);
}
