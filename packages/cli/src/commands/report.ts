import path from 'node:path';
import { REPORT_FORMATS as EXPORTED_REPORTS } from '@standoff/exchange/report';
import {
  readReport,
  REPORT_FILE_FORMATS,
  REPORT_FILES,
  sha256,
  type ReportFormat,
} from '@standoff/questions';
import { CaseError, versionOf, writeFiles, type Folder } from '@standoff/case';
import type { Count } from '@standoff/model';
import { EXIT, Failure, usage } from '../failure.js';
import type { Io } from '../io.js';
import { outputPlace } from '../output-place.js';
import { loadSituation, mentionWarnings, type Situation } from '../situation.js';
import { decode, expectText } from '../situation-file.js';
import { print, printExactly, printAnswer } from '../terminal.js';
import { reportOn, type ReportChoices } from '../report-made.js';
import { standoffVersion } from '../version.js';
import { MOST_BYTES, verify } from './report-check.js';

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

interface ReportFlags extends ReportChoices {
  readonly out?: string;
  readonly format?: ReportFormat;
  readonly force?: true;
  readonly verify?: string;
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
      version: standoffVersion(),
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
  if (ending === '') return 'html';
  const format = REPORT_FILE_FORMATS.find((one) =>
    (REPORT_FILES[one].endings as readonly string[]).includes(ending),
  );
  if (format !== undefined) return format;
  const exported = EXPORTED_REPORTS.find((one) => ending === `.${one.ending}`);
  throw usage(
    'format',
    `${file} cannot be written: a report is HTML or Markdown`,
    exported === undefined
      ? 'name it .html or .md, or say which it is to be with --format'
      : `standoff export CASE --as ${exported.name}`,
  );
}

function nameOf({ path: file }: Situation): string {
  return file === null ? 'situation' : path.basename(file).replace(/\.standoff$/, '');
}

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
