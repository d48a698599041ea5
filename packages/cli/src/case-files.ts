import {
  copyFileSync,
  existsSync,
  mkdirSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
} from 'node:fs';
import path from 'node:path';
import {
  ANNOTATIONS_FILE,
  currentVersion,
  fingerprint,
  KeptFileError,
  LARGEST_FILE,
  NO_ANNOTATIONS,
  NO_SOURCES,
  readAnnotations,
  ReadError,
  readSourceRecords,
  readText,
  SOURCES_FILE,
  textVersion,
  type AnchoredText,
  type AnnotationFile,
  type FileProblem,
  type SourceRecord,
  type SourceRecords,
  type SourceText,
} from '@standoff/evidence';
import { createFile, replaceFile } from '@standoff/workbench/server';
import { EXIT, Failure, usage } from './failure.js';
import { placeOf, type Io } from './io.js';
import { progressOn } from './progress.js';
import { codeOf, readInput } from './situation-file.js';
import { loadSituation, type Situation } from './situation.js';
import { writeAt } from './write-at.js';

/** A situation with what stands beside it: the records of its texts and the annotations in them. */
export interface CaseFiles {
  readonly situation: Situation;
  /** The folder of the situation. */
  readonly folder: string;
  readonly records: SourceRecords;
  readonly annotations: AnnotationFile;
  /** What of these files cannot be used, each with the name of its file. */
  readonly problems: readonly (FileProblem & { readonly file: string })[];
}

/** A text as it is on the disk now, with what it should be. */
export interface TextOnDisk {
  readonly record: SourceRecord;
  /**
   * other bytes: the words are those recorded. read differently: the bytes are, but this version of
   * Standoff makes another text of them.
   */
  readonly state:
    'as recorded' | 'other bytes' | 'read differently' | 'changed' | 'missing' | 'unreadable';
  /** Why it is unreadable. */
  readonly why: string | null;
  readonly text: SourceText | null;
  /** For anchors; null where there is no text. */
  readonly anchored: AnchoredText | null;
}

const MOST_BYTES = 50_000_000;

/**
 * The situation CASE and the files beside it.
 * @throws Failure where the situation has errors or one of the files cannot be read at all
 */
export async function openCase(io: Io, argument: string): Promise<CaseFiles> {
  if (argument === '-')
    throw usage(
      'no-folder',
      'a situation from standard input has no texts beside it',
      'name the file, or the folder that holds it',
    );
  return filesBeside(io, await loadSituation(io, argument));
}

/**
 * The files beside a situation that was read from a file.
 * @throws Failure where one of them cannot be read at all
 */
export function filesBeside(io: Io, situation: Situation): CaseFiles {
  const folder = path.dirname(situation.path!);
  const records = readBeside(io, folder, SOURCES_FILE, readSourceRecords, NO_SOURCES);
  const annotations = readBeside(io, folder, ANNOTATIONS_FILE, readAnnotations, NO_ANNOTATIONS);
  const named = (name: string, problems: readonly FileProblem[]): CaseFiles['problems'] =>
    problems.map((problem) => ({ ...problem, file: path.join(folder, name) }));
  return {
    situation,
    folder,
    records,
    annotations,
    problems: [
      ...named(SOURCES_FILE, records.problems),
      ...named(ANNOTATIONS_FILE, annotations.problems),
    ],
  };
}

/** A file beside the situation; `none` where there is no such file. */
export function readBeside<T>(
  io: Io,
  folder: string,
  name: string,
  read: (text: string, file: string) => T,
  none: T,
): T {
  const file = path.join(folder, name);
  if (!existsSync(placeOf(io, file))) return none;
  try {
    return read(readBytes(io, file, MOST_BYTES).toString('utf8'), file);
  } catch (error) {
    if (!(error instanceof KeptFileError)) throw error;
    throw new Failure(EXIT.modelErrors, error.code, error.message, { hint: error.hint });
  }
}

/** Writes a file beside the situation in one step, whether it is there already or not. */
export function writeBeside(io: Io, folder: string, name: string, text: string): void {
  const file = path.join(folder, name);
  const place = placeOf(io, file);
  if (!existsSync(place)) writeAt(io, file, createFile, text);
  else if (readFileSync(place, 'utf8') !== text) writeAt(io, file, replaceFile, text);
}

/** A file's bytes and the text that the readers make of them. */
export interface FileRead {
  readonly bytes: Buffer;
  readonly text: SourceText;
  readonly hashes: { readonly bytes: string; readonly text: string };
}

/** @throws Failure, with exit code 2, where the file cannot be read */
export function readTextFile(io: Io, file: string): Promise<FileRead> {
  return textOf(io, readBytes(io, file, LARGEST_FILE), file);
}

/** The same for a text on standard input. */
export async function readTextInput(io: Io): Promise<FileRead> {
  const bytes = await readInput(io, 'standoff read - < article.txt', LARGEST_FILE, () =>
    usage(
      'too-large',
      `standard input is larger than ${LARGEST_FILE / 1e6} MB, the most that is read`,
    ),
  );
  return textOf(io, bytes, 'standard input');
}

async function textOf(io: Io, bytes: Buffer, file: string): Promise<FileRead> {
  const progress = progressOn(io);
  try {
    const text = await readText(bytes, { name: path.basename(file), progress: progress.report });
    return {
      bytes,
      text,
      hashes: { bytes: await fingerprint(bytes), text: await textVersion(text.text) },
    };
  } catch (error) {
    if (!(error instanceof ReadError)) throw error;
    throw new Failure(EXIT.usage, error.code, `${file}: ${error.message}`, { hint: error.hint });
  } finally {
    progress.clear();
  }
}

/** The text of a record as it is on the disk. */
export async function textOnDisk(
  io: Io,
  folder: string,
  record: SourceRecord,
): Promise<TextOnDisk> {
  const file = path.join(folder, record.file);
  const none = { record, text: null, anchored: null };
  if (!existsSync(placeOf(io, file))) return { ...none, state: 'missing', why: null };
  try {
    const { text, hashes } = await readTextFile(io, file);
    const { paragraphs, text: words } = text;
    return {
      record,
      state: stateOf(hashes, currentVersion(record)),
      why: null,
      text,
      anchored: { text: words, paragraphs, version: hashes.text },
    };
  } catch (error) {
    if (!(error instanceof Failure)) throw error;
    return { ...none, state: 'unreadable', why: error.message };
  }
}

function stateOf(
  now: FileRead['hashes'],
  recorded: FileRead['hashes'],
): 'as recorded' | 'other bytes' | 'read differently' | 'changed' {
  const [bytes, text] = [now.bytes === recorded.bytes, now.text === recorded.text];
  return bytes ? (text ? 'as recorded' : 'read differently') : text ? 'other bytes' : 'changed';
}

/**
 * Copies a text to its place in one step. What stands there already is kept beside it under a name
 * with the beginning of its hash. The path it was kept under, or null.
 */
export async function copyText(io: Io, from: string, to: string): Promise<string | null> {
  const place = placeOf(io, to);
  try {
    mkdirSync(path.dirname(place), { recursive: true });
    const temporary = path.join(path.dirname(place), `.${path.basename(to)}.${process.pid}.tmp`);
    try {
      copyFileSync(placeOf(io, from), temporary);
      let kept: string | null = null;
      if (existsSync(place)) {
        const { name, dir, ext } = path.parse(to);
        const hash = (await fingerprint(readFileSync(place))).slice('sha256:'.length).slice(0, 8);
        kept = path.join(dir, `${name}.${hash}${ext}`);
        copyFileSync(place, placeOf(io, kept));
      }
      renameSync(temporary, place);
      return kept;
    } finally {
      rmSync(temporary, { force: true });
    }
  } catch (error) {
    throw usage('unwritable', `${to} cannot be written: ${codeOf(error) ?? String(error)}`);
  }
}

function readBytes(io: Io, file: string, most: number): Buffer {
  const place = placeOf(io, file);
  try {
    const stats = statSync(place);
    if (!stats.isFile()) throw usage('not-a-file', `${file} is not a file`);
    if (stats.size > most)
      throw usage(
        'file-too-large',
        `${file} is larger than ${most / 1e6} MB (${(stats.size / 1e6).toFixed(1)} MB)`,
        'is it the right file?',
      );
    return readFileSync(place);
  } catch (error) {
    if (error instanceof Failure) throw error;
    const code = codeOf(error);
    if (code === 'ENOENT' || code === 'ENOTDIR')
      throw usage('not-found', `there is no file ${file}`);
    throw usage(
      'unreadable',
      `${file} cannot be read: ${code === 'EACCES' ? 'permission denied' : (code ?? String(error))}`,
    );
  }
}
