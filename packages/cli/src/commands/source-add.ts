import { elementsOf } from '@standoff/situation';
import path from 'node:path';
import { Folder, IGNORE_FILE, keepText, undoName, writeFiles, type Write } from '@standoff/case';
import {
  FORMATS,
  LARGEST_FILE,
  type SourceText,
  type TextFormat,
  type TextMetadata,
} from '@standoff/evidence';
import type { AnchoredText } from '@standoff/evidence/anchor';
import {
  ANNOTATIONS_FILE,
  currentVersion,
  printSourceRecords,
  sourceBlock,
  SOURCES_FILE,
  sourceVersion,
  withVersion,
  type Fingerprint,
  type SourceRecord,
} from '@standoff/evidence/records';
import { parseSituation } from '@standoff/language/parse';
import { nearest, type Count } from '@standoff/model';
import { Page } from '@standoff/document';
import { counted } from '@standoff/questions';
import { openCase, readTextFile, type CaseFiles, type FileRead } from '../case-files.js';
import { EXIT, Failure, usage } from '../failure.js';
import { placeOf, type Io } from '../io.js';
import { expectText } from '../situation-file.js';
import {
  checkAnchors,
  checkReferences,
  type CheckedAnchor,
  type CheckedReference,
} from '../source-check.js';
import { problemLines, problemsShown, type ProblemShown } from '../source-problems.js';
import { print, printAnswer, textOptions } from '../terminal.js';

/** The answer of `standoff source add --json`. */
export interface SourceAddAnswer {
  /** The form of this JSON and its version. */
  readonly schema: 'standoff/source-add/2';
  /** The id of the source. */
  readonly source: string;
  /** The path of the text. */
  readonly file: string;
  /** Whether it was copied there. */
  readonly copied: boolean;
  /** The file that keeps the text as it was before; null: none was replaced. */
  readonly kept: string | null;
  /**
   * Against the version recorded before. new: there was none. same: the same file. other bytes:
   * another file with the same words. read differently: the same file, of which this version of
   * Standoff makes another text. changed: another text.
   */
  readonly change: SourceChange;
  /** Which version of the text this is, counted from 1. */
  readonly version: Count;
  /** What tells this version from others. */
  readonly hashes: {
    /** Of the bytes of the file. */
    readonly bytes: Fingerprint;
    /** Of the text that is read from them. */
    readonly text: Fingerprint;
  };
  /** As what the file was read. */
  readonly format: TextFormat;
  /** How its letters are written, where the file does not say so itself. */
  readonly encoding: string | null;
  /** The highest number of a paragraph. */
  readonly lastParagraph: Count;
  /** What the text says of itself. */
  readonly metadata: TextMetadata;
  /** What a reader of the text should know: a page without text, bytes that were no characters. */
  readonly warnings: readonly string[];
  /** The lines that declare the source; null: the situation declares it already. */
  readonly block: string | null;
  /** Whether these lines were put into the situation. */
  readonly declared: boolean;
  /** The file that keeps the situation as it was before; null: it was not changed. */
  readonly before: string | null;
  /** How many references to the source there are, each counted once. */
  readonly references: Count;
  /** How many annotations of the source were looked for. */
  readonly annotations: Count;
  /**
   * References to the source that do not resolve in this text, then its annotations that are
   * orphans.
   */
  readonly problems: readonly ProblemShown[];
}

interface AddFlags {
  readonly inPlace?: true;
  readonly declare?: true;
  readonly encoding?: string;
  readonly json?: true;
}

/** `standoff source add`. */
export async function addSource(
  io: Io,
  argument: string,
  id: string,
  file: string,
  flags: AddFlags,
): Promise<number> {
  const files = await openCase(io, argument);
  const { situation, folder, records } = files;
  if (flags.declare === true) expectText(situation);
  const declared = expectSource(files, id);
  expectUsable(files, id);
  const read = await readTextFile(io, file, {
    encoding: flags.encoding,
    records: records.records,
  });
  const block = declared ? null : sourceBlock(id, read.text.metadata, path.basename(file));
  // Before anything is written: where the block cannot be put in, nothing is.
  const withBlock =
    block !== null && flags.declare === true ? declaredIn(situation.text, block, files) : null;

  const before = records.records.find((record) => record.id === id);
  const kept =
    flags.inPlace === true
      ? null
      : keepText(folder, id, endingOf(file, read.text), read.bytes, LARGEST_FILE);
  const recorded = kept?.file ?? placeFrom(io, folder, file);
  const version = sourceVersion(
    read.text,
    read.hashes,
    new Date().toISOString().slice(0, 19) + 'Z',
  );
  const after = withVersion(records, id, recorded, version);
  const writes: Write[] = [...(kept?.writes ?? [])];
  if (after !== records)
    writes.push({
      name: SOURCES_FILE,
      content: printSourceRecords(after),
      basedOn: files.recordsVersion,
    });
  const { file: name, version: basedOn } = situation.origin!;
  if (withBlock !== null) writes.push({ name, content: withBlock, basedOn, undo: true });
  if (writes.length > 0) writeFiles(folder, ...writes);

  const change = changeOf(before, read);
  const text: AnchoredText = { ...read.text, version: read.hashes.text };
  const texts = new Map([[id, text]]);
  const references = checkReferences(situation.model, texts, files.annotations).filter(
    ({ source }) => source === id,
  );
  const anchors = checkAnchors(files.annotations, texts).filter(({ looked }) => looked);
  const added: Added = {
    id,
    file: folder.nameOf(recorded),
    copied: kept?.copied ?? false,
    kept: kept?.kept ? folder.nameOf(kept.kept) : null,
    ignored: kept?.ignored ? folder.nameOf(IGNORE_FILE) : null,
    change,
    version: after.records.find((record) => record.id === id)!.versions.length,
    read,
    block,
    declared: withBlock !== null,
    before: withBlock === null ? null : undoName(situation.path!),
    references,
    anchors,
    text,
  };
  if (flags.json) printAnswer(io, addedJson(added));
  else print(io, addedText(io, added, files));
  return EXIT.fine;
}

interface Added {
  readonly id: string;
  readonly file: string;
  readonly copied: boolean;
  /** Where the text is kept that stood in its place. */
  readonly kept: string | null;
  readonly ignored: string | null;
  readonly change: SourceChange;
  readonly version: number;
  readonly read: FileRead;
  readonly block: string | null;
  readonly declared: boolean;
  /** Where the situation is kept as it was before; null: it is not changed. */
  readonly before: string | null;
  readonly references: readonly CheckedReference[];
  readonly anchors: readonly CheckedAnchor[];
  readonly text: AnchoredText;
}

/** Against the version recorded before. */
export type SourceChange = 'new' | 'same' | 'other bytes' | 'read differently' | 'changed';

/** The id is free or a source's. Whether the situation declares it. */
function expectSource(
  { situation: { model, path: file }, records }: CaseFiles,
  id: string,
): boolean {
  if (model.sources.some((source) => source.id === id)) return true;
  const other = elementsOf(model).find((element) => element.id === id);
  if (other)
    throw usage(
      'not-a-source',
      `${id} is no source in ${file!}: it is the ${other.kind} "${other.text}"`,
      'choose another name for the source',
    );
  if (!/^\p{L}[\p{L}\p{M}\p{N}_]*$/u.test(id))
    throw usage(
      'bad-name',
      `"${id}" cannot be the name of a source`,
      'a name has letters, digits and "_" and begins with a letter: gazette',
    );
  const near = nearest(
    id,
    model.sources.map((source) => source.id),
  );
  // A misspelt name would leave a second text behind.
  if (near !== null && !records.records.some((record) => record.id === id))
    throw usage(
      'unknown-source',
      `there is no source ${id} in ${file!}`,
      `did you mean ${near}? Otherwise declare ${id} in the situation first`,
    );
  return false;
}

/** A record that is not understood could not take a version. */
function expectUsable({ problems, records, folder }: CaseFiles, id: string): void {
  const file = folder.nameOf(SOURCES_FILE);
  const wrong = problems.find(
    (problem) => problem.file === file && problem.item.endsWith(` ("${id}")`),
  );
  if (wrong && !records.records.some((record) => record.id === id))
    throw new Failure(
      EXIT.modelErrors,
      'bad-record',
      `${file}, ${wrong.item}${wrong.field === '' ? '' : `, ${wrong.field}`}: ${wrong.message}`,
      { hint: 'mend the record, or take it out; nothing was written' },
    );
}

/** The ending under which a text is kept: its own, or that of its format. */
export function endingOf(file: string, { format }: SourceText): string {
  const ending = path.extname(file).toLowerCase();
  return /^\.[a-z0-9]{1,8}$/.test(ending) ? ending : FORMATS[format].endings[0];
}

/** The path of a file that stays where it is, from the folder of the case. */
function placeFrom(io: Io, folder: Folder, file: string): string {
  const place = path.join(
    new Folder(path.dirname(placeOf(io, file)), path.dirname(file)).path,
    path.basename(file),
  );
  return path.relative(folder.path, place).split(path.sep).join('/');
}

function changeOf(before: SourceRecord | undefined, { hashes }: FileRead): SourceChange {
  if (!before) return 'new';
  const { bytes, text } = currentVersion(before);
  if (bytes === hashes.bytes) return text === hashes.text ? 'same' : 'read differently';
  return text === hashes.text ? 'other bytes' : 'changed';
}

/** The situation with the block behind its last source, or behind the situation line. */
function declaredIn(
  text: string,
  block: string,
  { situation: { model, path: file } }: CaseFiles,
): string {
  const last = model.sources.at(-1) ?? model.situation;
  const { line, column } = last.at!.end;
  const lines = text.split(/(?<=\n)/);
  const rest = lines[line].slice(column);
  // A comment at the end of the line stays with what it is about.
  const alone = /^[ \t]*(#.*)?\r?\n?$/.test(rest);
  const at = lines.slice(0, line).join('').length + (alone ? lines[line].trimEnd().length : column);
  const feed = text.includes('\r\n') ? '\r\n' : '\n';
  const written = `${feed}${feed}${block.replaceAll('\n', feed)}${alone ? '' : feed}`;
  const after = text.slice(0, at) + written + text.slice(at);
  const { model: now } = parseSituation(after);
  if (now?.sources.length !== model.sources.length + 1)
    throw new Failure(EXIT.modelErrors, 'not-declared', `the source cannot be put into ${file!}`, {
      hint: `put it in by hand:\n${block}`,
    });
  return after;
}

function addedText(io: Io, added: Added, { folder, situation }: CaseFiles): string {
  const { id, file, read, change, references, anchors, block } = added;
  const page = new Page(textOptions(io));
  const { metadata, warnings } = read.text;
  const last = added.text.paragraphs.reduce((most, { number }) => Math.max(most, number), 0);
  page.line(`${id}: ${FORMATS[read.text.format].name}, paragraphs up to P${last}`);
  const found = Object.entries(metadata).filter(
    (entry): entry is [string, string] => entry[1] !== null,
  );
  if (found.length > 0) page.pairs(found, 2);
  for (const warning of warnings) page.line(`note: ${warning}`, { indent: 2, hang: 2 });
  const records = folder.nameOf(SOURCES_FILE);
  page.line(
    {
      new: `Recorded in ${records}.`,
      same: `The text is the one recorded in ${records}; nothing there changes.`,
      'other bytes': `Another file with the same words: recorded as version ${added.version} in ${records}.`,
      'read differently': `The same file, but its paragraphs are read differently now: recorded as version ${added.version} in ${records}.`,
      changed: `Another text than the one recorded: now version ${added.version} in ${records}.`,
    }[change],
  );
  if (added.copied) page.line(`Copied to ${file}.`);
  if (added.kept !== null) page.line(`What stood there is kept as ${added.kept}.`);
  if (added.ignored !== null)
    page.line(`${added.ignored} keeps sources/ out of git: texts are somebody else's.`);
  if (added.before !== null)
    page.line(`Declared in ${situation.path!}; the text before is kept in ${added.before}.`);
  else if (block !== null) {
    page.blank();
    page.line(`${situation.path!} does not declare ${id} yet. Put this in, or say --declare:`);
    page.blank();
    for (const line of block.split('\n')) page.row(line);
  }
  const resolved = references.filter(({ resolved: { status } }) => status === 'resolved').length;
  if (references.length > 0)
    page.line(`References to it: ${resolved} of ${references.length} found.`);
  if (anchors.length > 0) {
    const moved = anchors.filter((one) => one.moved).length;
    const orphans = anchors.filter(({ orphan }) => orphan !== null).length;
    page.line(
      `${counted(anchors.length, 'annotation')} in ${folder.nameOf(ANNOTATIONS_FILE)}: ${counted(orphans, 'orphan')}${moved > 0 ? `, ${moved} found in another place` : ''}.`,
    );
  }
  problemLines(page, problemsShown(references, anchors, new Map([[id, added.text]])));
  return page.toString();
}

function addedJson(added: Added): SourceAddAnswer {
  const { id, file, read, change, version, block, declared, before, references, anchors } = added;
  const { format, encoding, metadata, warnings } = read.text;
  return {
    schema: 'standoff/source-add/2',
    source: id,
    file,
    copied: added.copied,
    kept: added.kept,
    change,
    version,
    hashes: read.hashes,
    format,
    encoding: encoding ?? null,
    lastParagraph: added.text.paragraphs.reduce((most, { number }) => Math.max(most, number), 0),
    metadata,
    warnings,
    block,
    declared,
    before,
    references: references.length,
    annotations: anchors.length,
    problems: problemsShown(references, anchors, new Map([[id, added.text]])),
  };
}
