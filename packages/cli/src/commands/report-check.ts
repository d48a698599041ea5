import {
  differencesOf,
  readReport,
  type ReportData,
  type ReportDifference,
  type ReportFormat,
} from '@standoff/questions';
import { readFile } from '@standoff/case';
import { parseSituation } from '@standoff/language/parse';
import { EXIT, Failure, usage } from '../failure.js';
import { placeOf, type Io } from '../io.js';
import { decode } from '../situation-file.js';
import { print, printAnswer } from '../terminal.js';
import { make } from '../report-made.js';
import { standoffVersion } from '../version.js';

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

/** A report may have its situation in it twice, and drawings. */
export const MOST_BYTES = 50_000_000;

function textOfReport(io: Io, file: string): string {
  const bytes = readFile(placeOf(io, file), MOST_BYTES, file);
  if (bytes === null) throw usage('not-found', `there is no file or folder ${file}`);
  return decode(bytes, file);
}

/** `standoff report --verify`: whether a report is what its model comes to. */
export async function verify(
  io: Io,
  file: string,
  flags: { readonly memory: number; readonly json?: true },
): Promise<number> {
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
      current: standoffVersion(),
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
    version === standoffVersion()
      ? []
      : [
          `${file} was made by Standoff ${version}; this is ${standoffVersion()}. What is different may be so because of that.`,
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
