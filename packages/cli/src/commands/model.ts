import { EXIT } from '../failure.js';
import type { Io } from '../io.js';
import { loadSituation, mentionWarnings } from '../situation.js';
import { situationText } from '../situation-text.js';
import { printAnswer, printExactly } from '../terminal.js';

/** `standoff model`. It is for programs, so that it is JSON without being asked for it. */
export async function model(
  io: Io,
  argument: string,
  { text }: { readonly text?: true },
): Promise<number> {
  const situation = await loadSituation(io, argument);
  if (text) printExactly(io, situationText(situation.model, situation.name));
  else printAnswer(io, situation.model);
  mentionWarnings(io, situation);
  return EXIT.fine;
}
