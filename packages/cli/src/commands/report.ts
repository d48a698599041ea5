import path from 'node:path';
import {
  differencesOf,
  findingsOf,
  readReport,
  reportDocument,
  reportFile,
  sha256,
  type AnalysisResult,
  type ReportData,
  type ReportDifference,
  type ReportFormat,
  type ReportOrigin,
  type ReportParts,
} from '@standoff/questions';
import { CaseError, readFile, versionOf, writeFiles, type Folder } from '@standoff/case';
import type { ReportDocument } from '@standoff/document';
import { bibliography, cslItem, type CitationStyle } from '@standoff/evidence/cite';
import { parseSituation } from '@standoff/language/parse';
import type { ConflictModel, Count } from '@standoff/model';
import { EXIT, Failure, usage } from '../failure.js';
import { placeOf, type Io } from '../io.js';
import { outputPlace } from '../output-place.js';
import { progressOn } from '../progress.js';
import { askLong, loadSituation, mentionWarnings, type Situation } from '../situation.js';
import { decode, expectText } from '../situation-file.js';
import { print, printExactly, printAnswer } from '../terminal.js';

/** From package.json, put in by the bundler. */
declare const STANDOFF_VERSION: string;

/** The answer of `standoff report --json`. */
export interface ReportAnswer {
  /** The form of this JSON and its version. */
  readonly schema: 'standoff/report/2';
  /** The path of the report. */
  readonly file: string;
  /** What was written. */
  readonly format: ReportFormat;
  /** The version of Standoff that made it. */
  readonly version: string;
  /** Its size. */
  readonly bytes: Count;
  /**
   * Of the file, in hexadecimal digits.
   * @pattern ^[0-9a-f]{64}$
   */
  readonly sha256: string;
  /** Its sections, in their order. */
  readonly sections: readonly ReportSectionShown[];
}

/** A section of a report. */
export interface ReportSectionShown {
  /** What a link within the report names it by. */
  readonly id: string;
  /** Its heading. */
  readonly title: string;
}

/** The answer of `standoff report --verify --json`. */
export interface ReportCheckAnswer {
  /** The form of this JSON and its version. */
  readonly schema: 'standoff/report-check/2';
  /** The path of the report. */
  readonly file: string;
  /** What the file is written in. */
  readonly format: ReportFormat;
  /** The version of Standoff that made the report. */
  readonly version: string;
  /** The version of Standoff that checked it. */
  readonly current: string;
  /** Whether nothing differs. */
  readonly same: boolean;
  /**
   * The parts of the report that differ, each with its first line that does; none where it is the
   * same.
   */
  readonly differences: readonly ReportDifference[];
}

interface ReportFlags {
  readonly out?: string;
  readonly format?: ReportFormat;
  readonly style?: CitationStyle;
  readonly date?: string;
  readonly seed: number;
  readonly force?: true;
  readonly verify?: string;
  readonly memory: number;
  readonly opponents: AnalysisResult['opponentsRule'];
  readonly json?: true;
}

/** `standoff report`. */
export async function report(
  io: Io,
  argument: string | undefined,
  flags: ReportFlags,
): Promise<number> {
  if (flags.verify !== undefined) {
    if (argument !== undefined)
      throw usage(
        'usage',
        'a report is checked by itself: it has its situation in it',
        `standoff report --verify ${flags.verify}`,
      );
    return verify(io, flags.verify, flags);
  }
  if (argument === undefined)
    throw usage('usage', "missing required argument 'case'", 'see: standoff report --help');
  return write(io, argument, flags);
}

async function write(io: Io, argument: string, flags: ReportFlags): Promise<number> {
  const { out, json, force = false } = flags;
  if (out === '-' && json)
    throw usage('usage', 'a report and JSON cannot both go to standard output', 'leave out --json');
  const format = flags.format ?? formatOf(out ?? '-');
  const situation = await loadSituation(io, argument);
  // It has the text in it, to be made again from.
  expectText(situation);
  const file = out ?? `${nameOf(situation)}.report.${format === 'html' ? 'html' : 'md'}`;
  const place = file === '-' ? null : outputPlace(io, file);
  // Said before the work, not after it.
  if (place !== null) expectReplaceable(place, force);
  const { text, sections } = await reportOn(io, situation, format, flags);
  if (place === null) {
    printExactly(io, text);
    return EXIT.fine;
  }
  const basedOn = expectReplaceable(place, force);
  const content = Buffer.from(text);
  writeFiles(place.folder, { name: place.name, content, ...(force ? {} : { basedOn }) });
  if (json)
    printAnswer<ReportAnswer>(io, {
      schema: 'standoff/report/2',
      file,
      format,
      version: STANDOFF_VERSION,
      bytes: content.length,
      sha256: sha256(text),
      sections,
    });
  else {
    print(io, `wrote ${file} (${sections.length} sections)`);
    mentionWarnings(io, situation);
  }
  return EXIT.fine;
}

/** By the name of the file. A reader of another format would not open what is in it. */
function formatOf(file: string): ReportFormat {
  const ending = path.extname(file).toLowerCase();
  if (['.md', '.markdown'].includes(ending)) return 'markdown';
  if (['', '.html', '.htm'].includes(ending)) return 'html';
  throw usage(
    'format',
    `${file} cannot be written: a report is HTML or Markdown`,
    ending === '.docx'
      ? 'standoff export CASE --as docx'
      : 'name it .html or .md, or say which it is to be with --format',
  );
}

/** The report on a situation, as a file's text, and which sections it has. */
export function reportOn(
  io: Io,
  { model, text }: Pick<Situation, 'model' | 'text'>,
  format: ReportFormat,
  flags: Pick<ReportFlags, 'seed' | 'memory' | 'opponents' | 'style' | 'date'>,
): ReturnType<typeof make> {
  return make(io, model, originOf(text, flags), format);
}

/** The report on a situation as structure, for forms that are not checked again. */
export async function reportDocumentOf(
  io: Io,
  { model, text }: Pick<Situation, 'model' | 'text'>,
  flags: Pick<ReportFlags, 'seed' | 'memory' | 'opponents' | 'style' | 'date'>,
): Promise<ReportDocument> {
  return reportDocument(await partsOf(io, model, originOf(text, flags)));
}

function originOf(
  text: string,
  flags: Pick<ReportFlags, 'seed' | 'memory' | 'opponents' | 'style' | 'date'>,
): ReportOrigin {
  return {
    text,
    version: STANDOFF_VERSION,
    seed: flags.seed,
    memory: flags.memory,
    opponentsRule: flags.opponents,
    style: flags.style ?? null,
    made: flags.date ?? null,
  };
}

/** The file's text, and which sections it has. */
async function make(
  io: Io,
  model: ConflictModel,
  origin: ReportOrigin,
  format: ReportFormat,
): Promise<{ text: string; sections: { id: string; title: string }[] }> {
  const parts = await partsOf(io, model, origin);
  return {
    text: reportFile(parts, format),
    sections: reportDocument(parts).sections.map(({ id, title }) => ({ id, title })),
  };
}

async function partsOf(io: Io, model: ConflictModel, origin: ReportOrigin): Promise<ReportParts> {
  const progress = progressOn(io);
  const { seed, memory, opponentsRule } = origin;
  const findings = await askLong(() =>
    Promise.resolve().then(() =>
      findingsOf(model, { seed, memory, opponentsRule, watch: progress.report }),
    ),
  ).finally(progress.clear);
  return { findings, origin, bibliography: await referencesOf(model, origin.style) };
}

async function referencesOf(
  { sources }: ConflictModel,
  style: string | null,
): Promise<ReadonlyMap<string, string>> {
  if (style === null) return new Map();
  const entries = bibliography(
    sources.map((source) => cslItem(source)),
    style as CitationStyle,
  );
  return new Map(entries.map(({ id, text }) => [id, text]));
}

function nameOf({ path: file }: Situation): string {
  return file === null ? 'situation' : path.basename(file).replace(/\.standoff$/, '');
}

/** A report may have its situation in it twice, and drawings. */
const MOST_BYTES = 50_000_000;

/**
 * Only a report takes the place of a file that is there, unless it is asked for; and only of a file.
 * @returns the version of the report that is there; null: there is none
 */
function expectReplaceable(
  { folder, name }: { readonly folder: Folder; readonly name: string },
  force: boolean,
): string | null {
  if (folder.writablePlace(name).stats === null || force) return null;
  const bytes = bytesOfReport(folder, name);
  if (bytes !== null) return versionOf(bytes);
  throw usage(
    'exists',
    `${folder.nameOf(name)} exists, is no report of Standoff, and is left as it is`,
    'name another file with --out, or overwrite it with --force',
  );
}

/** Null: what is there is none. */
function bytesOfReport(folder: Folder, name: string): Buffer | null {
  try {
    const bytes = folder.read(name, MOST_BYTES);
    if (bytes === null) return null;
    const read = readReport(decode(bytes, name));
    return 'problem' in read && read.problem === 'not a report' ? null : bytes;
  } catch (error) {
    // What cannot be read as text is none.
    if (error instanceof Failure || error instanceof CaseError) return null;
    throw error;
  }
}

function textOfReport(io: Io, file: string): string {
  const bytes = readFile(placeOf(io, file), MOST_BYTES, file);
  if (bytes === null) throw usage('not-found', `there is no file or folder ${file}`);
  return decode(bytes, file);
}

async function verify(io: Io, file: string, flags: ReportFlags): Promise<number> {
  const text = textOfReport(io, file);
  const data = readReport(text);
  if ('problem' in data)
    throw new Failure(
      data.problem === 'not a report' ? EXIT.usage : EXIT.modelErrors,
      data.problem.replaceAll(' ', '-'),
      `${file} cannot be checked: ${data.message}`,
    );
  if (data.memory > flags.memory)
    throw usage(
      'memory',
      `${file} says that it was made with ${data.memory} bytes of memory allowed, more than is allowed here`,
      `allow as much: --memory ${data.memory}`,
    );
  const { model } = parseSituation(data.text);
  if (model === null)
    throw new Failure(
      EXIT.modelErrors,
      'model-errors',
      `${file} cannot be checked: the model in its data has errors, so that no report was made from it as it is`,
    );
  const again = await make(io, model, data, data.format);
  const differences = differencesOf(text, again.text, data);
  const same = differences.length === 0;
  if (flags.json)
    printAnswer<ReportCheckAnswer>(io, {
      schema: 'standoff/report-check/2',
      file,
      format: data.format,
      version: data.version,
      current: STANDOFF_VERSION,
      same,
      differences,
    });
  else print(io, checkText(file, data, differences, again.sections.length));
  return same ? EXIT.fine : EXIT.modelErrors;
}

function checkText(
  file: string,
  { version }: ReportData,
  differences: readonly ReportDifference[],
  sections: number,
): string {
  const other =
    version === STANDOFF_VERSION
      ? []
      : [
          `${file} was made by Standoff ${version}; this is ${STANDOFF_VERSION}. What is different may be so because of that.`,
        ];
  if (differences.length === 0)
    return [
      ...other,
      `${file}: the same. All ${sections} sections were worked out again and compared.`,
    ].join('\n');
  return [
    ...other,
    `${file}: not what its model comes to.`,
    ...differences.flatMap(({ where, kind, under, file: there, again }) => [
      `  ${where}: ${KINDS[kind]}`,
      ...(under === '' ? [] : [`    under:           ${short(under)}`]),
      ...(there === '' && again === ''
        ? []
        : [`    in the file:     ${there}`, `    worked out now:  ${again}`]),
    ]),
  ].join('\n');
}

function short(text: string): string {
  return text.length > 78 ? `${text.slice(0, 77)}…` : text;
}

const KINDS: Readonly<Record<ReportDifference['kind'], string>> = {
  changed: 'changed after the report was made',
  recomputed: 'as it was made, but something else comes out now',
  missing: 'is missing',
  added: 'was not in the report as made',
};
