import { type TextFormat } from '@standoff/evidence';
import type { AnchoredText } from '@standoff/evidence/anchor';
import { currentVersion, type Fingerprint } from '@standoff/evidence/records';
import type { Count } from '@standoff/model';
import type { SituationShown } from '@standoff/situation';
import { openCase, textOnDisk, type CaseFiles, type TextOnDisk } from './case-files.js';
import type { Io } from './io.js';
import {
  checkAnchors,
  checkReferences,
  type CheckedAnchor,
  type CheckedReference,
} from './references-checked.js';
import { problemsShown, type ProblemShown } from './source-problems.js';
import { textProblem } from './source-text-shown.js';

export interface CheckedSources {
  readonly files: CaseFiles;
  readonly texts: readonly TextOnDisk[];
  readonly references: readonly CheckedReference[];
  readonly anchors: readonly CheckedAnchor[];
  readonly problems: readonly ProblemShown[];
  readonly ok: boolean;
}

export async function checkedSources(io: Io, argument: string): Promise<CheckedSources> {
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
export function sourcesShown({ files, texts, references, anchors }: CheckedSources): SourceShown[] {
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

export function situationShown({ files }: CheckedSources): SituationShown {
  const { id, title, asOf } = files.situation.model.situation;
  return { id, title, asOf };
}
