import path from 'node:path';
import { undoName, writeFiles, type Write } from '@standoff/case';
import type {
  SourceText,
  Suggestion,
  SuggestionKind,
  TextFormat,
  TextMetadata,
} from '@standoff/evidence';
import { draftSituation, suggest, type KnownActor } from '@standoff/evidence/aid';
import type { AnchoredText } from '@standoff/evidence/anchor';
import {
  currentVersion,
  decisionOn,
  type Decisions,
  DECISIONS_FILE,
  NO_DECISIONS,
  printDecisions,
  readDecisions,
  sourceNameOf,
  withDecision,
  withoutDecision,
} from '@standoff/evidence/records';
import type { Count } from '@standoff/model';
import {
  openCase,
  readBeside,
  readTextFile,
  readTextInput,
  type CaseFiles,
} from '../case-files.js';
import { EXIT, usage } from '../failure.js';
import type { Io } from '../io.js';
import { insertProposals } from '../proposals-inserted.js';
import { outputPlace } from '../output-place.js';
import { progressOn } from '../progress.js';
import { expectText } from '../situation-file.js';
import { suggestionsText, type Decided } from '../suggestions-shown.js';
import { statementsMarked } from '../statements-marked.js';
import { print, printLongAnswer, textOptions } from '../terminal.js';

interface ReadFlags {
  readonly for?: string;
  readonly source?: string;
  readonly published?: string;
  readonly kind?: readonly SuggestionKind[];
  readonly paragraph?: readonly number[];
  readonly accept?: readonly string[];
  readonly reject?: readonly string[];
  readonly undecide?: readonly string[];
  readonly write?: true;
  readonly all?: true;
  readonly draft?: true;
  readonly out?: string;
  readonly encoding?: string;
  readonly with?: string;
  readonly model?: string;
  readonly json?: true;
}

/** The answer of `standoff read --json`. */
export interface ReadAnswer {
  /** The form of this JSON and its version. */
  readonly schema: 'standoff/read/2';
  /** The name that references to the text begin with. */
  readonly source: string;
  /** What the text says of itself, and how it was read. */
  readonly text: TextRead;
  /** The lines that were put into the situation. */
  readonly inserted: readonly string[];
  /** The file that keeps the situation as it was before; null: it was not changed. */
  readonly before: string | null;
  /** In the order of the text. */
  readonly suggestions: readonly Decided[];
}

/** What a text says of itself, and how it was read. */
export interface TextRead extends TextMetadata {
  /** As what the file was read. */
  readonly format: TextFormat;
  /** The highest number of a paragraph. */
  readonly paragraphs: Count;
  /** What a reader of the text should know: a page without text, bytes that were no characters. */
  readonly warnings: readonly string[];
}

/** `standoff read`. */
export async function readText(io: Io, argument: string, flags: ReadFlags): Promise<number> {
  checkFlags(flags);
  const files = flags.for === undefined ? null : await openCase(io, flags.for);
  if (flags.write === true) expectText(files!.situation);
  const written = { encoding: flags.encoding, records: files?.records.records ?? [] };
  const read =
    argument === '-' ? await readTextInput(io, written) : await readTextFile(io, argument, written);
  const { text, hashes } = read;
  const source =
    flags.source ??
    recorded(files, hashes.text) ??
    sourceNameOf(argument === '-' ? 'text' : path.basename(argument));
  if (flags.with !== undefined)
    return (await import('./read-with.js')).readWith(io, files!, source, read, {
      ...flags,
      with: flags.with,
    });
  const progress = progressOn(io);
  const found = suggest(text, {
    source,
    published: flags.published ?? declared(files, source) ?? text.metadata.published,
    known: files === null ? [] : actorsOf(files),
    progress: progress.report,
  });
  progress.clear();
  const { decisions, inserted } =
    files === null
      ? { decisions: NO_DECISIONS, inserted: [] }
      : decide(files, source, found, flags, { ...text, version: hashes.text });
  const before = inserted.length === 0 ? null : undoName(files!.situation.path!);
  const decided: Decided[] = found.map((one) => ({
    ...one,
    decision: decisionOn(decisions, source, one.id),
  }));
  const shown = decided.filter(
    ({ kind, passage, also = [], carries = [], decision, known }) =>
      (flags.kind === undefined ||
        [kind, ...carries.map((one) => one.kind)].some((one) => flags.kind!.includes(one))) &&
      (flags.paragraph === undefined ||
        [passage, ...also].some(({ paragraph }) => flags.paragraph!.includes(paragraph))) &&
      (flags.all === true || (decision === null && known === undefined)),
  );
  if (flags.draft) return draft(io, text, decided, source, flags);
  if (flags.json)
    printLongAnswer<ReadAnswer>(
      io,
      {
        schema: 'standoff/read/2',
        source,
        text: {
          ...text.metadata,
          format: text.format,
          paragraphs: lastOf(text),
          warnings: text.warnings,
        },
        inserted,
        before,
        suggestions: shown,
      },
      'suggestions',
    );
  else
    print(
      io,
      suggestionsText(
        {
          text,
          name: argument,
          source,
          shown,
          decided,
          inserted,
          before,
          forCase: flags.for ?? null,
        },
        textOptions(io),
      ),
    );
  return EXIT.fine;
}

function checkFlags(flags: ReadFlags): void {
  const deciding = flags.accept ?? flags.reject ?? flags.undecide;
  if (deciding !== undefined && flags.for === undefined)
    throw usage(
      'no-case',
      'what is decided is remembered beside a situation, and none is named',
      'add --for CASE',
    );
  if (flags.with !== undefined && flags.for === undefined)
    throw usage(
      'no-case',
      'what a server proposes is checked in a situation, and none is named',
      'add --for CASE',
    );
  if (flags.model !== undefined && flags.with === undefined)
    throw usage('usage', '--model is the model of a server', 'add --with URL');
  if (flags.write && flags.accept === undefined && flags.with === undefined)
    throw usage(
      'usage',
      '--write puts what is accepted into the situation',
      'add --accept and ids',
    );
  if (flags.out !== undefined && !flags.draft)
    throw usage('usage', '--out is where the draft goes', 'add --draft');
}

/**
 * Remembers what is accepted, rejected or open again, and with --write puts the accepted lines into the
 * situation: where that fails, nothing is remembered.
 */
function decide(
  files: CaseFiles,
  source: string,
  found: readonly Suggestion[],
  flags: ReadFlags,
  text: AnchoredText,
): { readonly decisions: Decisions; readonly inserted: readonly string[] } {
  const { folder, situation } = files;
  const { content: before, version } = readBeside(
    folder,
    DECISIONS_FILE,
    readDecisions,
    NO_DECISIONS,
  );
  const ids = (wanted: readonly string[] | undefined): Suggestion[] =>
    (wanted ?? []).map((one) => suggestionOf(found, one));
  const [accept, reject, undecide] = [flags.accept, flags.reject, flags.undecide].map(ids);
  const writes: Write[] = [];
  let inserted: readonly string[] = [];
  if (flags.write) {
    const marked = statementsMarked(files, source, accept, text);
    const { text: changed, lines } = insertProposals(situation, source, marked.accepted);
    const { file: name, version: basedOn } = situation.origin!;
    if (lines.length > 0) writes.push({ name, content: changed, basedOn, undo: true });
    if (lines.length > 0 && marked.write !== null) writes.push(marked.write);
    inserted = lines;
  }
  let decisions = before;
  for (const { id } of accept)
    decisions = withDecision(decisions, { source, suggestion: id, decision: 'accepted' });
  for (const { id } of reject)
    decisions = withDecision(decisions, { source, suggestion: id, decision: 'rejected' });
  for (const { id } of undecide) decisions = withoutDecision(decisions, { source, suggestion: id });
  if (decisions !== before)
    writes.push({ name: DECISIONS_FILE, content: printDecisions(decisions), basedOn: version });
  if (writes.length > 0) writeFiles(folder, ...writes);
  return { decisions, inserted };
}

/** By its id or by how that begins. */
function suggestionOf(found: readonly Suggestion[], wanted: string): Suggestion {
  const exact = found.find(({ id }) => id === wanted);
  if (exact) return exact;
  const beginning = found.filter(({ id }) => id.startsWith(wanted));
  if (beginning.length === 1) return beginning[0];
  throw usage(
    beginning.length === 0 ? 'unknown-suggestion' : 'ambiguous-suggestion',
    beginning.length === 0
      ? `no suggestion in this text is called ${wanted}`
      : `${beginning.length} suggestions begin with ${wanted}`,
    beginning.length === 0
      ? 'the names stand at the right of what standoff read prints'
      : 'write more of the name',
  );
}

function draft(
  io: Io,
  text: SourceText,
  decided: readonly Decided[],
  source: string,
  { out }: ReadFlags,
): number {
  const situation = draftSituation(
    text,
    decided.filter(({ decision }) => decision !== 'rejected'),
    source,
  );
  if (out === undefined || out === '-') print(io, situation);
  else {
    const { folder, name } = outputPlace(io, out);
    writeFiles(folder, { name, content: situation, basedOn: null });
    print(io, `wrote ${out}`);
  }
  return EXIT.fine;
}

/** The source whose recorded text this is. */
function recorded(files: CaseFiles | null, hash: string): string | null {
  const found = files?.records.records.find((record) => currentVersion(record).text === hash);
  return found?.id ?? null;
}

function declared(files: CaseFiles | null, source: string): string | null {
  return files?.situation.model.sources.find(({ id }) => id === source)?.published ?? null;
}

function actorsOf({ situation: { model } }: CaseFiles): KnownActor[] {
  return model.actors.map(({ id, label, aliases }) => ({
    id,
    names: [label, ...aliases],
    options: model.options.filter(({ owner, agreement }) => owner === id && agreement === null),
  }));
}

function lastOf({ paragraphs }: SourceText): number {
  return Math.max(
    0,
    ...paragraphs.filter(({ kind }) => kind === 'body').map(({ number }) => number),
  );
}
