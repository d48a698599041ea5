import { printSituation } from '@standoff/language/print';
import { ModelFault } from '@standoff/model';
import { EXIT, Failure } from '../failure.js';
import type { Io } from '../io.js';
import { loadSituation, mentionWarnings, type Situation } from '../situation.js';
import { printAnswer, printExactly } from '../terminal.js';

/** `standoff model`. It is for programs, so that it is JSON without being asked for it. */
export async function model(
  io: Io,
  argument: string,
  { text }: { readonly text?: true },
): Promise<number> {
  const situation = await loadSituation(io, argument);
  if (text) printExactly(io, textOf(situation));
  else printAnswer(io, situation.model);
  mentionWarnings(io, situation);
  return EXIT.fine;
}

function textOf({ name, model }: Situation): string {
  try {
    return printSituation(model);
  } catch (error) {
    if (!(error instanceof ModelFault)) throw error;
    throw new Failure(EXIT.modelErrors, 'not-in-the-language', `${name}: ${error.message}`, {
      hint: 'the language has no words for it',
    });
  }
}
