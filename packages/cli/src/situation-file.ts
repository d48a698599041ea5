import path from 'node:path';
import { CaseError, Folder, kindOf, versionOf } from '@standoff/case';
import { usage, type Failure } from './failure.js';
import { placeOf, type Io } from './io.js';

/** Larger files are refused unread: a situation of a thousand statements is 100 KB. */
export const MOST_BYTES = 5_000_000;

const EXTENSION = '.standoff';

/** A situation's text, or a model in JSON, and where it came from. */
export interface SituationText {
  /** The path of the file, or null for standard input. */
  readonly path: string | null;
  /** What to call it in messages. */
  readonly name: string;
  readonly text: string;
  /** Where it was read from and may be written to; null for standard input. */
  readonly origin: Origin | null;
}

interface Origin {
  readonly folder: Folder;
  /** The file's name in the folder. */
  readonly file: string;
  /** The version that the text is. */
  readonly version: string;
}

/**
 * The text that CASE stands for: a file, a folder that holds exactly one `.standoff` file, or `-`
 * for standard input.
 * @throws Failure with exit code 2
 */
export async function readSituation(io: Io, argument: string): Promise<SituationText> {
  if (argument === '-')
    return { path: null, name: 'stdin', text: decode(await readPiped(io), 'stdin'), origin: null };
  const { folder, file, name } = locate(io, argument);
  const bytes = bytesOf(folder, file);
  if (bytes === null) throw notFound(io, argument);
  const origin = { folder, file, version: versionOf(bytes) };
  return { path: name, name, text: decode(bytes, name), origin };
}

/** Whether it is a model in JSON. No situation begins with a brace. */
export function isModelFile({ path: file, text }: SituationText): boolean {
  return file === null ? text.trimStart().startsWith('{') : /\.json$/i.test(file);
}

/**
 * The same where only a situation's text will do.
 * @throws Failure with exit code 2 for a model in JSON
 */
export async function readSituationText(io: Io, argument: string): Promise<SituationText> {
  const source = await readSituation(io, argument);
  expectText(source);
  return source;
}

/** @throws Failure with exit code 2 for a model in JSON */
export function expectText(source: SituationText): void {
  if (isModelFile(source))
    throw usage(
      'not-a-situation',
      `${source.name} is a model in JSON, and the text of a situation is needed here`,
      `name the .standoff file that the model was made of`,
    );
}

/**
 * The arguments with each folder that holds several `.standoff` files replaced by these, in the order
 * of their names.
 */
export function eachSituation(io: Io, argument: string): string[] {
  if (argument === '-' || kindOf(placeOf(io, argument), argument) !== 'folder') return [argument];
  const found = situationsIn(new Folder(placeOf(io, argument), argument));
  return found.length < 2 ? [argument] : found.map((name) => path.join(argument, name));
}

function situationsIn(folder: Folder): string[] {
  return folder.names().filter((name) => name.endsWith(EXTENSION));
}

/** @returns the name as the user would write it, too */
function locate(io: Io, argument: string): { folder: Folder; file: string; name: string } {
  const kind = kindOf(placeOf(io, argument), argument);
  if (kind === null) throw notFound(io, argument);
  if (kind === 'other')
    throw usage(
      'not-a-file',
      `${argument} is neither a file nor a folder`,
      'what comes through a pipe is read with - for CASE',
    );
  if (kind === 'file')
    return {
      folder: new Folder(path.dirname(placeOf(io, argument)), path.dirname(argument)),
      file: path.basename(argument),
      name: argument,
    };
  const folder = new Folder(placeOf(io, argument), argument);
  const found = situationsIn(folder);
  const [only] = found;
  if (only === undefined)
    throw usage(
      'no-situation',
      `the folder ${argument} holds no ${EXTENSION} file`,
      `"standoff new ${argument}" writes a starter file`,
    );
  if (found.length === 1) return { folder, file: only, name: path.join(argument, only) };
  throw usage(
    'several-situations',
    `the folder ${argument} holds ${found.length} ${EXTENSION} files`,
    `name one of them: ${found.slice(0, 5).join(', ')}${found.length > 5 ? ', …' : ''}`,
  );
}

function notFound(io: Io, argument: string): Failure {
  const longer = argument + EXTENSION;
  return usage(
    'not-found',
    `there is no file or folder ${argument}`,
    kindOf(placeOf(io, longer)) === null ? null : `did you mean ${longer}?`,
  );
}

function bytesOf(folder: Folder, file: string): Buffer | null {
  try {
    return folder.read(file, MOST_BYTES);
  } catch (error) {
    if (!(error instanceof CaseError) || error.code !== 'file-too-large') throw error;
    throw tooLarge(folder.nameOf(file));
  }
}

function readPiped(io: Io): Promise<Buffer> {
  return readInput(io, 'standoff check - < my.standoff', MOST_BYTES, () =>
    tooLarge('standard input'),
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
  refuse: () => Failure,
): Promise<Buffer> {
  if (stdin.isTTY) throw usage('no-input', 'nothing is piped into standard input', example);
  const chunks: Uint8Array[] = [];
  let size = 0;
  for await (const chunk of stdin) {
    size += chunk.length;
    if (size > most) throw refuse();
    chunks.push(chunk);
  }
  return Buffer.concat(chunks);
}

function tooLarge(name: string): Failure {
  return usage(
    'file-too-large',
    `${name} is larger than ${MOST_BYTES / 1e6} MB, the most a situation may be`,
    'is it the right file? Sources are kept beside a situation, not in it',
  );
}

/** UTF-8 text, without a byte order mark. */
export function decode(bytes: Buffer, name: string): string {
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
