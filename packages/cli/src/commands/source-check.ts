import path from 'node:path';
import type { Folder } from '@standoff/case';
import type { SituationShown } from '@standoff/situation';
import { FORMATS } from '@standoff/evidence';
import { currentVersion } from '@standoff/evidence/records';
import type { Count } from '@standoff/model';
import { Page } from '@standoff/document';
import { counted } from '@standoff/questions';
import type { FileProblemShown, TextOnDisk } from '../case-files.js';
import { EXIT } from '../failure.js';
import type { Io } from '../io.js';
import type { CheckedReference } from '../references-checked.js';
import { problemLines, type ProblemShown } from '../source-problems.js';
import { textProblem } from '../source-text-shown.js';
import {
  checkedSources,
  situationShown,
  sourcesShown,
  type CheckedSources,
  type SourceShown,
} from '../sources-checked.js';
import { print, printAnswer, textOptions } from '../terminal.js';

/** `standoff source check`. */
export async function checkSources(
  io: Io,
  argument: string,
  { json = false }: { readonly json?: boolean },
): Promise<number> {
  const checked = await checkedSources(io, argument);
  if (json) printAnswer(io, checkedJson(checked));
  else print(io, checkedText(io, checked, argument));
  return checked.ok ? EXIT.fine : EXIT.modelErrors;
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

function checkedJson(checked: CheckedSources): SourceCheckAnswer {
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

function checkedText(io: Io, checked: CheckedSources, argument: string): string {
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
