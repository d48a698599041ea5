import path from 'node:path';
import type { Folder } from '@standoff/case';
import type { SituationShown } from '@standoff/situation';
import { FORMATS, type TextFormat } from '@standoff/evidence';
import type { AnchoredText } from '@standoff/evidence/anchor';
import { currentVersion, type Fingerprint } from '@standoff/evidence/records';
import type { Count } from '@standoff/model';
import { Page } from '@standoff/document';
import { counted } from '@standoff/questions';
import {
  openCase,
  textOnDisk,
  type CaseFiles,
  type FileProblemShown,
  type TextOnDisk,
} from '../case-files.js';
import { EXIT } from '../failure.js';
import type { Io } from '../io.js';
import {
  checkAnchors,
  checkReferences,
  type CheckedAnchor,
  type CheckedReference,
} from '../source-check.js';
import { problemLines, problemsShown, type ProblemShown } from '../source-problems.js';
import { textProblem } from '../source-text-shown.js';
import { print, printAnswer, textOptions } from '../terminal.js';

interface Checked {
  readonly files: CaseFiles;
  readonly texts: readonly TextOnDisk[];
  readonly references: readonly CheckedReference[];
  readonly anchors: readonly CheckedAnchor[];
  readonly problems: readonly ProblemShown[];
  readonly ok: boolean;
}

/** `standoff source check`. */
export async function checkSources(
  io: Io,
  argument: string,
  { json = false }: { readonly json?: boolean },
): Promise<number> {
  const checked = await check(io, argument);
  if (json) printAnswer(io, checkedJson(checked));
  else print(io, checkedText(io, checked, argument));
  return checked.ok ? EXIT.fine : EXIT.modelErrors;
}

/** `standoff source list`. */
export async function listSources(
  io: Io,
  argument: string,
  { json = false }: { readonly json?: boolean },
): Promise<number> {
  const checked = await check(io, argument);
  const sources = sourcesShown(checked);
  if (json)
    printAnswer<SourceListAnswer>(io, {
      schema: 'standoff/source-list/2',
      situation: situationShown(checked),
      sources,
    });
  else print(io, listText(io, sources));
  return EXIT.fine;
}

async function check(io: Io, argument: string): Promise<Checked> {
  const files = await openCase(io, argument);
  const { situation, folder, records, annotations } = files;
  const texts: TextOnDisk[] = [];
  for (const record of records.records) texts.push(await textOnDisk(io, folder, record));
  const anchored = new Map<string, AnchoredText>(
    texts.flatMap(({ record, anchored: text }) => (text ? [[record.id, text] as const] : [])),
  );
  const references = checkReferences(situation.model, anchored, annotations);
  const anchors = checkAnchors(annotations, anchored);
  const problems = problemsShown(references, anchors, anchored);
  return {
    files,
    texts,
    references,
    anchors,
    problems,
    ok:
      problems.length === 0 &&
      files.problems.length === 0 &&
      texts.every((text) => textProblem(text) === null),
  };
}

/** The answer of `standoff source list --json`. */
export interface SourceListAnswer {
  /** The form of this JSON and its version. */
  readonly schema: 'standoff/source-list/2';
  /** The situation that was asked. */
  readonly situation: SituationShown;
  /** Those of the situation, then those that only the records of texts know. */
  readonly sources: readonly SourceShown[];
}

/** The answer of `standoff source check --json`. */
export interface SourceCheckAnswer {
  /** The form of this JSON and its version. */
  readonly schema: 'standoff/source-check/2';
  /** The situation that was asked. */
  readonly situation: SituationShown;
  /** Whether the texts are those recorded and every reference is found in them. */
  readonly ok: boolean;
  /** Those of the situation, then those that only the records of texts know. */
  readonly sources: readonly SourceShown[];
  /** How many references there are, each counted once. */
  readonly references: {
    /** Those that are found in the text. */
    readonly resolved: Count;
    /** Those that are not; each is among the problems. */
    readonly unresolved: Count;
    /** Those to a source without a text to look in. */
    readonly unchecked: Count;
  };
  /** How many annotations there are. */
  readonly annotations: {
    /** Those whose words are in the text. */
    readonly found: Count;
    /** Of those found, those that stand in another place than before. */
    readonly moved: Count;
    /** Those whose words are not found in the text again. */
    readonly orphans: Count;
    /** Those on a source without a text to look in. */
    readonly unchecked: Count;
  };
  /**
   * References that do not resolve, then annotations that are orphans and that nothing refers to.
   */
  readonly problems: readonly ProblemShown[];
  /** What of the files beside the situation cannot be used. */
  readonly files: readonly FileProblemShown[];
}

/** A source, its text, and how much refers to it. */
export interface SourceShown {
  /** What references to it begin with. */
  readonly id: string;
  /** Its title; where only the records know it, what the text calls itself, or else its id. */
  readonly title: string;
  /** Whether the situation has a source of that name. */
  readonly declared: boolean;
  /** none: no text was added. */
  readonly state: TextOnDisk['state'] | 'none';
  /** The path of the text from the folder of the situation; null: no text was added. */
  readonly file: string | null;
  /** As what the text was read; null: no text was added. */
  readonly format: TextFormat | null;
  /** The highest number of a paragraph. */
  readonly lastParagraph: Count | null;
  /** Which of the recorded versions the text should be, counted from 1. */
  readonly version: Count | null;
  /** Of the recorded version. */
  readonly bytes: Fingerprint | null;
  /** How many elements refer to it. */
  readonly references: Count;
  /** How many annotations it has. */
  readonly annotations: Count;
}

/** The sources of the situation, then those that only the records know. */
function sourcesShown({ files, texts, references, anchors }: Checked): SourceShown[] {
  const declared = files.situation.model.sources;
  const others = texts
    .map(({ record }) => record.id)
    .filter((id) => !declared.some((source) => source.id === id));
  return [...declared, ...others.map((id) => ({ id, title: null }))].map(({ id, title }) => {
    const text = texts.find(({ record }) => record.id === id);
    const version = text && currentVersion(text.record);
    return {
      id,
      title: title ?? version?.metadata.title ?? id,
      declared: title !== null,
      state: text?.state ?? 'none',
      file: text?.record.file ?? null,
      format: version?.format ?? null,
      lastParagraph: version?.lastParagraph ?? null,
      version: text?.record.versions.length ?? null,
      bytes: version?.bytes ?? null,
      references: references
        .filter(({ source }) => source === id)
        .reduce((sum, { elements }) => sum + elements.length, 0),
      annotations: anchors.filter(({ anchor }) => anchor.source === id).length,
    };
  });
}

function situationShown({ files }: Checked): SituationShown {
  const { id, title, asOf } = files.situation.model.situation;
  return { id, title, asOf };
}

function checkedJson(checked: Checked): SourceCheckAnswer {
  const { files, references, anchors, problems, ok } = checked;
  const count = (status: CheckedReference['resolved']['status']): number =>
    references.filter(({ resolved }) => resolved.status === status).length;
  return {
    schema: 'standoff/source-check/2',
    situation: situationShown(checked),
    ok,
    sources: sourcesShown(checked),
    references: {
      resolved: count('resolved'),
      unresolved: count('unresolved'),
      unchecked: count('unchecked'),
    },
    annotations: {
      found: anchors.filter(({ looked, orphan }) => looked && orphan === null).length,
      moved: anchors.filter(({ moved }) => moved).length,
      orphans: anchors.filter(({ orphan }) => orphan !== null).length,
      unchecked: anchors.filter(({ looked }) => !looked).length,
    },
    problems,
    files: files.problems,
  };
}

function checkedText(io: Io, checked: Checked, argument: string): string {
  const { files, texts, references, anchors, problems, ok } = checked;
  const page = new Page(textOptions(io));
  if (texts.length === 0) {
    page.line(`No source of ${files.situation.name} has a text.`);
    page.line(`To add one: standoff source add ${argument} NAME FILE`, { indent: 2 });
  }
  for (const text of texts) {
    const { record, state } = text;
    const { format, lastParagraph } = currentVersion(record);
    const wrong = textProblem(text);
    page.line(
      wrong === null
        ? `${record.id}: ${record.file}, ${FORMATS[format].name}, P0 to P${lastParagraph}, ${state === 'other bytes' ? 'other bytes than recorded, the same words' : 'as recorded'}`
        : `${record.id}: ${wrong}`,
      { hang: 2 },
    );
    if (wrong !== null) page.line(remedy(text, files.folder, argument), { indent: 2, hang: 2 });
  }
  const counts = (status: string): CheckedReference[] =>
    references.filter(({ resolved }) => resolved.status === status);
  const looked = references.length - counts('unchecked').length;
  page.line(
    `${counted(looked, 'reference')} looked up: ${counts('resolved').length} found${counts('unresolved').length > 0 ? `, ${counts('unresolved').length} not found` : ''}.`,
  );
  if (counts('unchecked').length > 0) {
    const without = new Set(counts('unchecked').map(({ source }) => source));
    page.line(
      `${counted(counts('unchecked').length, 'reference')} to ${counted(without.size, 'source')} without a text not looked up.`,
    );
  }
  if (anchors.length > 0) {
    const orphans = anchors.filter(({ orphan }) => orphan !== null).length;
    const moved = anchors.filter((one) => one.moved).length;
    const unchecked = anchors.filter((one) => !one.looked).length;
    page.line(
      `${counted(anchors.length, 'annotation')}: ${[
        `${anchors.length - orphans - unchecked} found${moved > 0 ? ` (${moved} in another place than before)` : ''}`,
        ...(orphans > 0 ? [counted(orphans, 'orphan')] : []),
        ...(unchecked > 0 ? [`${unchecked} without a text to look in`] : []),
      ].join(', ')}.`,
    );
  }
  if (problems.length > 0) {
    page.heading('Does not resolve');
    problemLines(page, problems);
  }
  if (files.problems.length > 0) {
    page.heading('Not understood, and left as it is');
    for (const { file, item, field, message } of files.problems)
      page.line(`${path.basename(file)}, ${item}${field === '' ? '' : `, ${field}`}: ${message}`, {
        indent: 2,
        hang: 2,
      });
  }
  if (ok && texts.length > 0) page.line('Nothing wrong.');
  return page.toString();
}

function remedy({ state, record }: TextOnDisk, folder: Folder, argument: string): string {
  const add = (file: string): string => `standoff source add ${argument} ${record.id} ${file}`;
  switch (state) {
    case 'missing':
      return `if you have the text: ${add('FILE')}`;
    case 'changed':
    case 'read differently':
      return `looked up in it as it is now; to record it: ${add(folder.nameOf(record.file))}${record.file.startsWith('sources/') ? '' : ' --in-place'}`;
    default:
      return 'nothing is looked up in it';
  }
}

function listText(io: Io, sources: readonly SourceShown[]): string {
  const page = new Page(textOptions(io));
  if (sources.length === 0) page.line('The situation has no sources.');
  const cells = sources.map((source) => [
    source.id,
    source.declared ? counted(source.references, 'reference') : 'not declared',
    source.annotations > 0 ? counted(source.annotations, 'annotation') : '',
    source.state === 'none'
      ? 'no text'
      : `${source.file!}, to P${String(source.lastParagraph)}, version ${String(source.version)}, ${source.state}`,
  ]);
  const widths = [0, 1, 2].map((k) => Math.max(0, ...cells.map((row) => row[k].length)));
  for (const row of cells)
    page.row(
      row
        .map((cell, k) => (k < 3 ? cell.padEnd(widths[k]) : cell))
        .filter((_, k) => k > 2 || widths[k] > 0)
        .join('  '),
    );
  return page.toString();
}
