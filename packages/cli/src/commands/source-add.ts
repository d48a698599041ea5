import path from 'node:path';
import { Folder } from '@standoff/case';
import { FORMATS, type TextFormat, type TextMetadata } from '@standoff/evidence';
import { ANNOTATIONS_FILE, SOURCES_FILE, type Fingerprint } from '@standoff/evidence/records';
import { Page } from '@standoff/document';
import type { Count } from '@standoff/model';
import { counted } from '@standoff/questions';
import { openCase, readTextFile, type CaseFiles } from '../case-files.js';
import { EXIT } from '../failure.js';
import { placeOf, type Io } from '../io.js';
import { expectText } from '../situation-file.js';
import { problemLines, problemsShown, type ProblemShown } from '../source-problems.js';
import { expectSource, recordSource, type Added, type SourceChange } from '../source-recorded.js';
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
  const files = await openCase(io, argument, flags.declare && id);
  const { folder, records } = files;
  if (flags.declare === true) expectText(files.situation);
  // What is wrong with the name is said before a large file is read.
  expectSource(files, id);
  const read = await readTextFile(io, file, {
    encoding: flags.encoding,
    records: records.records,
  });
  const added = recordSource(files, id, read, {
    name: path.basename(file),
    declare: flags.declare === true,
    inPlace: flags.inPlace === true ? placeFrom(io, folder, file) : null,
  });
  if (flags.json) printAnswer(io, addedJson(added));
  else print(io, addedText(io, added, files));
  return EXIT.fine;
}

/** The path of a file that stays where it is, from the folder of the case. */
function placeFrom(io: Io, folder: Folder, file: string): string {
  const place = path.join(
    new Folder(path.dirname(placeOf(io, file)), path.dirname(file)).path,
    path.basename(file),
  );
  return path.relative(folder.path, place).split(path.sep).join('/');
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
