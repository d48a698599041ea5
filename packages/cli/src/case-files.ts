import path from 'node:path';
import { CaseError, readFile, versionOf, type Folder } from '@standoff/case';
import { LARGEST_FILE, ReadError, type SourceText } from '@standoff/evidence';
import type { AnchoredText } from '@standoff/evidence/anchor';
import {
  ANNOTATIONS_FILE,
  currentVersion,
  fingerprint,
  KeptFileError,
  NO_ANNOTATIONS,
  NO_SOURCES,
  readAnnotations,
  readSourceRecords,
  SOURCES_FILE,
  textVersion,
  type AnnotationFile,
  type FileProblem,
  type SourceRecord,
  type SourceRecords,
} from '@standoff/evidence/records';
import { EXIT, Failure, usage } from './failure.js';
import { placeOf, type Io } from './io.js';
import { progressOn } from './progress.js';
import { readerOf } from './reading.js';
import { readInput } from './situation-file.js';
import { loadDeclaring, loadSituation, type Situation } from './situation.js';

/** A situation with what stands beside it: the records of its texts and the annotations in them. */
export interface CaseFiles {
  readonly situation: Situation;
  /** The folder of the situation. */
  readonly folder: Folder;
  readonly records: SourceRecords;
  /** The version of the file that they stand in; null: there is none. */
  readonly recordsVersion: string | null;
  readonly annotations: AnnotationFile;
  /** The same of the file that the annotations stand in. */
  readonly annotationsVersion: string | null;
  /** What of these files cannot be used, each with the name of its file. */
  readonly problems: readonly FileProblemShown[];
}

/** What of a file beside a situation cannot be used. */
export interface FileProblemShown extends FileProblem {
  /** The path of the file. */
  readonly file: string;
}

/** A text as it is on the disk now, with what it should be. */
export interface TextOnDisk {
  readonly record: SourceRecord;
  /**
   * other bytes: the words are those recorded. read differently: the bytes are, but this version of
   * Standoff makes another text of them.
   */
  readonly state:
    | 'as recorded'
    | 'other bytes'
    | 'read differently'
    | 'changed'
    | 'missing'
    | 'unreadable';
  /** Why it is unreadable. */
  readonly why: string | null;
  readonly text: SourceText | null;
  /** For anchors; null where there is no text. */
  readonly anchored: AnchoredText | null;
}

const MOST_BYTES = 50_000_000;

/**
 * The situation CASE and the files beside it.
 * @param declaring a source that is about to be declared: it may be cited already
 * @throws Failure where the situation has errors or one of the files cannot be read at all
 */
export async function openCase(io: Io, argument: string, declaring?: string): Promise<CaseFiles> {
  if (argument === '-')
    throw usage(
      'no-folder',
      'a situation from standard input has no texts beside it',
      'name the file, or the folder that holds it',
    );
  return filesBeside(
    declaring === undefined
      ? await loadSituation(io, argument)
      : await loadDeclaring(io, argument, declaring),
  );
}

/**
 * The files beside a situation that was read from a file.
 * @throws Failure where one of them cannot be read at all
 */
export function filesBeside(situation: Situation): CaseFiles {
  const { folder } = situation.origin!;
  const { content: records, version: recordsVersion } = readBeside(
    folder,
    SOURCES_FILE,
    readSourceRecords,
    NO_SOURCES,
  );
  const { content: annotations, version: annotationsVersion } = readBeside(
    folder,
    ANNOTATIONS_FILE,
    readAnnotations,
    NO_ANNOTATIONS,
  );
  const named = (name: string, problems: readonly FileProblem[]): CaseFiles['problems'] =>
    problems.map((problem) => ({ ...problem, file: folder.nameOf(name) }));
  return {
    situation,
    folder,
    records,
    recordsVersion,
    annotations: situation.annotations ?? annotations,
    annotationsVersion,
    problems: [
      ...named(SOURCES_FILE, records.problems),
      ...named(ANNOTATIONS_FILE, annotations.problems),
    ],
  };
}

/** What a file beside the situation holds, and in which version; null: there is no such file. */
export interface Beside<T> {
  readonly content: T;
  readonly version: string | null;
}

/** A file beside the situation; `none` where there is no such file. */
export function readBeside<T>(
  folder: Folder,
  name: string,
  read: (text: string, file: string) => T,
  none: T,
): Beside<T> {
  const bytes = folder.read(name, MOST_BYTES);
  if (bytes === null) return { content: none, version: null };
  const file = folder.nameOf(name);
  try {
    return { content: read(decode(bytes, file), file), version: versionOf(bytes) };
  } catch (error) {
    if (!(error instanceof KeptFileError)) throw error;
    throw new Failure(EXIT.modelErrors, error.code, error.message, { hint: error.hint });
  }
}

/** What is no UTF-8 could not be written back as it was. */
function decode(bytes: Buffer, file: string): string {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    throw new Failure(EXIT.modelErrors, 'not-utf-8', `${file} is not UTF-8`, {
      hint: 'save it as UTF-8; it is left as it is',
    });
  }
}

/** A file's bytes and the text that the readers make of them. */
export interface FileRead {
  readonly bytes: Buffer;
  readonly text: SourceText;
  readonly hashes: { readonly bytes: string; readonly text: string };
}

/** What is known of how the letters of a text are written. */
export interface WrittenIn {
  /** As the user says. */
  readonly encoding?: string | undefined;
  /** Else as it was recorded for the very same bytes. */
  readonly records?: readonly SourceRecord[];
}

/** @throws Failure, CaseError, with exit code 2, where the file cannot be read */
export function readTextFile(io: Io, file: string, written: WrittenIn): Promise<FileRead> {
  const bytes = readFile(placeOf(io, file), LARGEST_FILE, file);
  if (bytes === null) throw usage('not-found', `there is no file ${file}`);
  return textOf(io, bytes, file, written);
}

/** The same for a text on standard input. */
export async function readTextInput(io: Io, written: WrittenIn): Promise<FileRead> {
  const bytes = await readInput(io, 'standoff read - < article.txt', LARGEST_FILE, () =>
    usage(
      'too-large',
      `standard input is larger than ${LARGEST_FILE / 1e6} MB, the most that is read`,
    ),
  );
  return textOf(io, bytes, 'standard input', written);
}

/** The same for bytes that are at hand. */
export async function textOf(
  io: Io,
  bytes: Buffer,
  file: string,
  { encoding: asked, records = [] }: WrittenIn,
): Promise<FileRead> {
  const progress = progressOn(io);
  const hash = fingerprint(bytes);
  const known = records.map(currentVersion).find((version) => version.bytes === hash);
  const encoding = asked ?? known?.encoding;
  try {
    const text = await readerOf(io).read(
      bytes,
      { name: path.basename(file), encoding },
      progress.report,
    );
    return {
      bytes,
      text,
      hashes: { bytes: hash, text: textVersion(text.text) },
    };
  } catch (error) {
    if (!(error instanceof ReadError)) throw error;
    const hint =
      error.code === 'encoding' && encoding === undefined
        ? `${error.hint} A name is given with --encoding NAME.`
        : error.hint;
    throw new Failure(EXIT.usage, error.code, `${file}: ${error.message}`, { hint });
  } finally {
    progress.clear();
  }
}

/** Texts that were read, by the file: as long as its bytes and its record are the same, so is the text. */
export type TextsRead = Map<string, { readonly of: string; readonly found: TextOnDisk }>;

/**
 * The text of a record as it is on the disk.
 * @param kept where texts are kept between calls, by who asks often
 */
export async function textOnDisk(
  io: Io,
  folder: Folder,
  record: SourceRecord,
  kept?: TextsRead,
): Promise<TextOnDisk> {
  const none = { record, text: null, anchored: null };
  const file = folder.nameOf(record.file);
  try {
    const { bytes, outside } = bytesOf(folder, record);
    if (bytes === null) return { ...none, state: 'missing', why: null };
    const of = kept === undefined ? '' : `${versionOf(bytes)} ${JSON.stringify(record)}`;
    const before = kept?.get(file);
    if (before?.of === of) return before.found;
    const recorded = currentVersion(record);
    const { text, hashes } = await textOf(io, bytes, file, { records: [record] });
    const state = stateOf(hashes, recorded);
    // A case that comes from somebody else could name any file of its reader's.
    if (outside && state === 'changed')
      throw usage(
        'outside',
        `${file} lies outside the folder of the case and is not the text recorded: it is not used`,
      );
    const { paragraphs, text: words } = text;
    const found: TextOnDisk = {
      record,
      state,
      why: null,
      text,
      anchored: { text: words, paragraphs, version: hashes.text },
    };
    kept?.set(file, { of, found });
    return found;
  } catch (error) {
    if (!(error instanceof Failure) && !(error instanceof CaseError)) throw error;
    return { ...none, state: 'unreadable', why: error.message };
  }
}

/** The bytes of a recorded text, which `--in-place` may have left outside the folder. */
function bytesOf(
  folder: Folder,
  { file }: SourceRecord,
): { readonly bytes: Buffer | null; readonly outside: boolean } {
  try {
    return { bytes: folder.read(file, LARGEST_FILE), outside: false };
  } catch (error) {
    if (!(error instanceof CaseError) || error.code !== 'outside') throw error;
    return { bytes: readFile(path.join(folder.path, file), LARGEST_FILE), outside: true };
  }
}

function stateOf(
  now: FileRead['hashes'],
  recorded: FileRead['hashes'],
): 'as recorded' | 'other bytes' | 'read differently' | 'changed' {
  const [bytes, text] = [now.bytes === recorded.bytes, now.text === recorded.text];
  return bytes ? (text ? 'as recorded' : 'read differently') : text ? 'other bytes' : 'changed';
}
