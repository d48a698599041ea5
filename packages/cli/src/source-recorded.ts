import path from 'node:path';
import { IGNORE_FILE, keepText, undoName, writeFiles, type Write } from '@standoff/case';
import { FORMATS, LARGEST_FILE, type SourceText } from '@standoff/evidence';
import type { AnchoredText } from '@standoff/evidence/anchor';
import {
  currentVersion,
  printSourceRecords,
  sourceBlock,
  SOURCES_FILE,
  sourceVersion,
  withVersion,
  type SourceRecord,
} from '@standoff/evidence/records';
import { parseSituation } from '@standoff/language/parse';
import { nearest } from '@standoff/model';
import { elementsOf } from '@standoff/situation';
import type { CaseFiles, FileRead } from './case-files.js';
import { EXIT, Failure, usage } from './failure.js';
import {
  checkAnchors,
  checkReferences,
  type CheckedAnchor,
  type CheckedReference,
} from './references-checked.js';

/** A text that was recorded for a source. */
export interface Added {
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

/**
 * Records a text for a source of a case, and declares the source where that is asked for: all of it in one
 * step.
 * @throws Failure, CaseError
 */
export function recordSource(
  files: CaseFiles,
  id: string,
  read: FileRead,
  {
    name,
    declare,
    inPlace,
  }: {
    /** The name of the text’s file. */
    readonly name: string;
    readonly declare: boolean;
    /** Where the text stays, from the folder of the case; null: it is copied. */
    readonly inPlace: string | null;
  },
): Added {
  const { situation, folder, records } = files;
  const declared = expectSource(files, id);
  expectUsable(files, id);
  const block = declared ? null : sourceBlock(id, read.text.metadata, name);
  // Before anything is written: where the block cannot be put in, nothing is.
  const withBlock = block !== null && declare ? declaredIn(situation.text, block, files) : null;
  const before = records.records.find((record) => record.id === id);
  const kept =
    inPlace === null
      ? keepText(folder, id, endingOf(name, read.text), read.bytes, LARGEST_FILE)
      : null;
  const recorded = kept?.file ?? inPlace!;
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
  const { file, version: basedOn } = situation.origin!;
  if (withBlock !== null) writes.push({ name: file, content: withBlock, basedOn, undo: true });
  if (writes.length > 0) writeFiles(folder, ...writes);
  const text: AnchoredText = { ...read.text, version: read.hashes.text };
  const texts = new Map([[id, text]]);
  return {
    id,
    file: folder.nameOf(recorded),
    copied: kept?.copied ?? false,
    kept: kept?.kept ? folder.nameOf(kept.kept) : null,
    ignored: kept?.ignored ? folder.nameOf(IGNORE_FILE) : null,
    change: changeOf(before, read),
    version: after.records.find((record) => record.id === id)!.versions.length,
    read,
    block,
    declared: withBlock !== null,
    before: withBlock === null ? null : undoName(situation.path!),
    references: checkReferences(situation.model, texts, files.annotations).filter(
      ({ source }) => source === id,
    ),
    anchors: checkAnchors(files.annotations, texts).filter(({ looked }) => looked),
    text,
  };
}

/**
 * The id is free or a source's. Whether the situation declares it.
 * @throws Failure
 */
export function expectSource(
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
