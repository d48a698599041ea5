import { AnalysisError } from '@standoff/situation';
import { EngineError } from '@standoff/engine';
import { parseSituation } from '@standoff/language/parse';
import {
  modelAsOf,
  ModelFault,
  readModel,
  type ConflictModel,
  type Diagnostic,
  type PartialDate,
  type Schema,
} from '@standoff/model';
import { EXIT, Failure } from './failure.js';
import type { AnnotationFile } from '@standoff/evidence/records';
import type { Io } from './io.js';
import { schemaText } from './schema-file.js';
import { isModelFile, readSituation, type SituationText } from './situation-file.js';
import { warn } from './terminal.js';

export interface Situation extends SituationText {
  readonly model: ConflictModel;
  readonly diagnostics: readonly Diagnostic[];
  /** The annotations of a working copy; those in the file beside the situation when left out. */
  readonly annotations?: AnnotationFile | undefined;
}

/**
 * Reads and parses CASE for a question that needs a model.
 * @param asOf the day that it is asked of; its own when left out.
 * @throws Failure: exit code 1 with the diagnostics where the text has errors.
 */
export async function loadSituation(
  io: Io,
  argument: string,
  asOf?: PartialDate,
): Promise<Situation> {
  const source = await readSituation(io, argument);
  const { model, diagnostics } = modelOf(io, source);
  if (model === null) throw modelErrors(source, diagnostics);
  return { ...source, model: asOf === undefined ? model : modelAsOf(model, asOf), diagnostics };
}

/**
 * The same of a situation that is about to declare a source, and may cite it already: the source is not in
 * its model, what cites it is.
 * @throws Failure where the text has errors that the declaration does not mend
 */
export async function loadDeclaring(io: Io, argument: string, id: string): Promise<Situation> {
  const source = await readSituation(io, argument);
  const { model, diagnostics } = modelOf(io, source);
  if (model !== null) return { ...source, model, diagnostics };
  const declared = parseSituation(`${source.text}\nsource ${id} "${id}"\n`).model;
  if (declared === null) throw modelErrors(source, diagnostics);
  const sources = declared.sources.filter((one) => one.id !== id);
  return { ...source, model: { ...declared, sources }, diagnostics };
}

function modelErrors({ name, text }: SituationText, diagnostics: readonly Diagnostic[]): Failure {
  return new Failure(EXIT.modelErrors, 'model-errors', `${name} has errors`, {
    diagnosed: { file: name, text, diagnostics },
  });
}

/** The situation as of each of the days, in their order; none is the day that it is told of. */
export async function loadAtDays(
  io: Io,
  argument: string,
  days: readonly PartialDate[] = [],
): Promise<Situation[]> {
  const found: Situation[] = [];
  for (const day of days.length === 0 ? [undefined] : days)
    found.push(await loadSituation(io, argument, day));
  return found;
}

/**
 * The model that a text comes to, or that a file in JSON is.
 * @throws Failure with exit code 1 where JSON is no model
 */
export function modelOf(
  io: Io,
  source: SituationText,
): { readonly model: ConflictModel | null; readonly diagnostics: readonly Diagnostic[] } {
  if (!isModelFile(source)) return parseSituation(source.text);
  try {
    const schema = JSON.parse(schemaText(io, 'model')) as Schema;
    return { model: readModel(source.text, schema), diagnostics: [] };
  } catch (error) {
    if (!(error instanceof ModelFault)) throw error;
    throw new Failure(EXIT.modelErrors, 'not-a-model', `${source.name}: ${error.message}`, {
      hint: '"standoff schema model" says what a model in JSON has to be',
    });
  }
}

/** Runs a question; an answer that the model does not allow becomes a Failure with exit code 1 or 2. */
export async function askLong<T>(question: () => Promise<T>): Promise<T> {
  try {
    return await question();
  } catch (error) {
    throw answerable(error);
  }
}

/** What is wrong then is how it was asked, not the model. */
const OF_THE_CALL: readonly string[] = [
  'opponents',
  'partition',
  'nothing-to-compare',
  'no-goal',
  'slack',
  'extension',
];

function answerable(error: unknown): unknown {
  if (error instanceof AnalysisError)
    return new Failure(
      error.code.startsWith('unknown-') || OF_THE_CALL.includes(error.code)
        ? EXIT.usage
        : EXIT.modelErrors,
      error.code,
      error.message,
      { hint: error.hint },
    );
  const outOfMemory =
    error instanceof RangeError &&
    /allocation failed|invalid (typed )?array length/i.test(error.message);
  if (outOfMemory || (error instanceof EngineError && error.code === 'worker-failed'))
    return new Failure(
      EXIT.modelErrors,
      'too-large',
      outOfMemory
        ? 'the states of the model do not fit in memory'
        : `the analysis could not be finished: ${error.message}`,
      { hint: 'allow less with --memory to be told how many there are, or add constraints' },
    );
  return error;
}

/** One line on standard error where a text has warnings, so that they are not missed. */
export function mentionWarnings(io: Io, { name, diagnostics }: Situation): void {
  const count = diagnostics.filter(({ severity }) => severity === 'warning').length;
  if (count > 0)
    warn(io, `${count === 1 ? '1 warning' : `${count} warnings`}; to see: standoff check ${name}`);
}
