import { EXIT } from '../failure.js';
import type { Io } from '../io.js';
import { loadSituation, mentionWarnings } from '../situation.js';
import { printAnswer } from '../terminal.js';

/** `standoff model`. It is for programs, so that it is JSON without being asked for it. */
export async function model(io: Io, argument: string): Promise<number> {
  const situation = await loadSituation(io, argument);
  printAnswer(io, situation.model);
  mentionWarnings(io, situation);
  return EXIT.fine;
}
