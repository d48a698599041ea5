import { printSituation } from '@standoff/language/print';
import { ModelFault, type ConflictModel } from '@standoff/model';
import { EXIT, Failure } from './failure.js';

/**
 * The text of a situation that comes to the model.
 * @param file what the model was read from
 * @throws Failure with exit code 1 where the language cannot say it
 */
export function situationText(model: ConflictModel, file: string): string {
  try {
    return printSituation(model);
  } catch (error) {
    if (!(error instanceof ModelFault)) throw error;
    throw new Failure(EXIT.modelErrors, 'not-in-the-language', `${file}: ${error.message}`, {
      hint: 'the language has no words for it',
    });
  }
}
