import { readdirSync, readFileSync, statSync, type Stats } from 'node:fs';
import path from 'node:path';
import { EXIT, Failure, usage } from './failure.js';
import { placeOf, type Io } from './io.js';

/** Larger files are refused unread: a situation of a thousand statements is 100 KB. */
export const MOST_BYTES = 5_000_000;

const EXTENSION = '.standoff';

/** A situation's text and where it came from. */
export interface SituationText {
  /** The path of the file, or null for standard input. */
  readonly path: string | null;
  /** What to call it in messages. */
  readonly name: string;
  readonly text: string;
}

/**
 * The text that CASE stands for: a file, a folder that holds exactly one `.standoff` file, or `-`
 * for standard input.
 * @throws Failure with exit code 2
 */
export async function readSituation(io: Io, argument: string): Promise<SituationText> {
  if (argument === '-')
    return { path: null, name: 'stdin', text: decode(await readPiped(io), 'stdin') };
  const file = situationFile(io, argument);
  return { path: file, name: file, text: decode(readBytes(io, file), file) };
}

/**
 * The arguments with each folder that holds several `.standoff` files replaced by these, in the order
 * of their names.
 */
export function eachSituation(io: Io, argument: string): string[] {
  if (argument === '-' || !statOf(io, argument).isDirectory()) return [argument];
  const found = situationsIn(io, argument);
  return found.length < 2 ? [argument] : found.map((name) => path.join(argument, name));
}

function situationsIn(io: Io, folder: string): string[] {
  return attempt(folder, () => readdirSync(placeOf(io, folder)))
    .filter((name) => name.endsWith(EXTENSION))
    .sort();
}

function situationFile(io: Io, argument: string): string {
  const stats = statOf(io, argument);
  if (!stats.isDirectory()) {
    if (!stats.isFile()) throw usage('not-a-file', `${argument} is neither a file nor a folder`);
    return argument;
  }
  const found = situationsIn(io, argument);
  if (found.length === 1) return path.join(argument, found[0]);
  if (found.length === 0)
    throw usage(
      'no-situation',
      `the folder ${argument} holds no ${EXTENSION} file`,
      `"standoff new ${argument}" writes a starter file`,
    );
  throw usage(
    'several-situations',
    `the folder ${argument} holds ${found.length} ${EXTENSION} files`,
    `name one of them: ${found.slice(0, 5).join(', ')}${found.length > 5 ? ', …' : ''}`,
  );
}

function statOf(io: Io, argument: string): Stats {
  try {
    return statSync(placeOf(io, argument));
  } catch (error) {
    if (codeOf(error) === 'ENOENT' || codeOf(error) === 'ENOTDIR')
      throw usage(
        'not-found',
        `there is no file or folder ${argument}`,
        exists(io, argument + EXTENSION) ? `did you mean ${argument}${EXTENSION}?` : null,
      );
    throw unreadable(argument, error);
  }
}

function exists(io: Io, file: string): boolean {
  return statSync(placeOf(io, file), { throwIfNoEntry: false }) !== undefined;
}

/** A report may have its situation in it twice, and drawings. */
const MOST_REPORT_BYTES = 50_000_000;

/**
 * The text of a report.
 * @throws Failure with exit code 2
 */
export function readReportText(io: Io, file: string): string {
  const stats = statOf(io, file);
  if (!stats.isFile()) throw usage('not-a-file', `${file} is not a file`);
  if (stats.size > MOST_REPORT_BYTES)
    throw usage(
      'file-too-large',
      `${file} is larger than ${MOST_REPORT_BYTES / 1e6} MB, the most a report may be (${(stats.size / 1e6).toFixed(1)} MB)`,
    );
  return decode(
    attempt(file, () => readFileSync(placeOf(io, file))),
    file,
  );
}

function readBytes(io: Io, file: string): Buffer {
  const { size } = statOf(io, file);
  if (size > MOST_BYTES) throw tooLarge(file, size);
  return attempt(file, () => readFileSync(placeOf(io, file)));
}

function readPiped(io: Io): Promise<Buffer> {
  return readInput(io, 'standoff check - < my.standoff', MOST_BYTES, (size) =>
    tooLarge('standard input', size),
  );
}

/**
 * What is piped in.
 * @param example a command that shows how
 * @param refuse what to say of more than `most` bytes
 */
export async function readInput(
  { stdin }: Io,
  example: string,
  most: number,
  refuse: (size: number) => Failure,
): Promise<Buffer> {
  if (stdin.isTTY) throw usage('no-input', 'nothing is piped into standard input', example);
  const chunks: Uint8Array[] = [];
  let size = 0;
  for await (const chunk of stdin) {
    size += chunk.length;
    if (size > most) throw refuse(size);
    chunks.push(chunk);
  }
  return Buffer.concat(chunks);
}

function tooLarge(name: string, size: number): Failure {
  return usage(
    'file-too-large',
    `${name} is larger than ${MOST_BYTES / 1e6} MB, the most a situation may be (${(size / 1e6).toFixed(1)} MB)`,
    'is it the right file? Sources are kept beside a situation, not in it',
  );
}

/** UTF-8 text, without a byte order mark. */
function decode(bytes: Buffer, name: string): string {
  const [first, second] = bytes;
  if ((first === 0xff && second === 0xfe) || (first === 0xfe && second === 0xff))
    throw usage(
      'utf-16',
      `${name} is UTF-16; a situation is UTF-8`,
      `save it as UTF-8, or: iconv -f UTF-16 -t UTF-8 ${name} > new.standoff`,
    );
  const zero = bytes.indexOf(0);
  if (zero >= 0)
    throw usage('binary', `${name} is not a text: it has a zero byte at offset ${zero}`);
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    throw usage(
      'not-utf-8',
      `${name} is not UTF-8: line ${firstBadLine(bytes)} has bytes that stand for no character`,
      `if it is Latin-1: iconv -f ISO-8859-1 -t UTF-8 ${name} > new.standoff`,
    );
  }
}

function firstBadLine(bytes: Buffer): number {
  const lines = bytes.toString('utf8').split('\n');
  return lines.findIndex((line) => line.includes('\ufffd')) + 1;
}

function attempt<T>(name: string, read: () => T): T {
  try {
    return read();
  } catch (error) {
    throw unreadable(name, error);
  }
}

function unreadable(name: string, error: unknown): Failure {
  const reasons: Record<string, string> = {
    EACCES: 'permission denied',
    EPERM: 'permission denied',
    EISDIR: 'it is a folder',
    ELOOP: 'too many symbolic links',
    ENAMETOOLONG: 'the name is too long',
    EIO: 'the disk reports an error',
  };
  const code = codeOf(error) ?? 'unknown';
  return new Failure(EXIT.usage, 'unreadable', `${name} cannot be read: ${reasons[code] ?? code}`);
}

export function codeOf(error: unknown): string | undefined {
  return error instanceof Error && 'code' in error ? String(error.code) : undefined;
}
