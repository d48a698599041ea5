import { AnalysisError } from '@standoff/analysis';
import { parseSituation } from '@standoff/language';
import type { ConflictModel, Diagnostic } from '@standoff/model';
import { EXIT, Failure } from './failure.js';
import { readSituation, type SituationText } from './situation-file.js';
import { warn } from './terminal.js';

export interface Situation extends SituationText {
  readonly model: ConflictModel;
  readonly diagnostics: readonly Diagnostic[];
}

/**
 * Reads and parses CASE for a question that needs a model.
 * @throws Failure: exit code 1 with the diagnostics where the text has errors.
 */
export async function loadSituation(argument: string): Promise<Situation> {
  const source = await readSituation(argument);
  const { model, diagnostics } = parseSituation(source.text);
  if (model === null)
    throw new Failure(EXIT.modelErrors, 'model-errors', `${source.name} has errors`, {
      diagnosed: { file: source.name, text: source.text, diagnostics },
    });
  return { ...source, model, diagnostics };
}

/** Runs a question; an answer that the model does not allow becomes a Failure with exit code 1 or 2. */
export function ask<T>(question: () => T): T {
  try {
    return question();
  } catch (error) {
    if (error instanceof AnalysisError)
      throw new Failure(
        error.code.startsWith('unknown-') ? EXIT.usage : EXIT.modelErrors,
        error.code,
        error.message,
        { hint: error.hint },
      );
    if (
      error instanceof RangeError &&
      /allocation failed|invalid (typed )?array length/i.test(error.message)
    )
      throw new Failure(
        EXIT.modelErrors,
        'too-large',
        'the states of the model do not fit in memory',
        {
          hint: 'allow less with --memory to be told how many there are, or add constraints',
        },
      );
    throw error;
  }
}

/** One line on standard error where a text has warnings, so that they are not missed. */
export function mentionWarnings({ name, diagnostics }: Situation): void {
  const count = diagnostics.filter(({ severity }) => severity === 'warning').length;
  if (count > 0)
    warn(`${count === 1 ? '1 warning' : `${count} warnings`}; to see: standoff check ${name}`);
}
