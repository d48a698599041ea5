import { writeFiles } from '@standoff/case';
import { formatNamed } from '@standoff/exchange';
import { ModelFault } from '@standoff/model';
import type { PrepareOptions } from '@standoff/situation';
import { EXIT, Failure } from '../failure.js';
import type { Io } from '../io.js';
import { outputPlace } from '../output-place.js';
import { askLong, loadSituation, mentionWarnings, type Situation } from '../situation.js';
import { print, printExactly, warn } from '../terminal.js';
import { noteLine } from './import.js';

interface ExportFlags {
  readonly as: string;
  readonly out?: string;
  readonly opponents: NonNullable<PrepareOptions['opponentsRule']>;
  readonly memory: number;
}

/** `standoff export`. What the form has no room for is said on standard error. */
export async function exportCase(
  io: Io,
  argument: string,
  { as, out, opponents, memory }: ExportFlags,
): Promise<number> {
  const situation = await loadSituation(io, argument);
  const { text, notes } = await written(situation, as, { opponentsRule: opponents, memory });
  if (out === undefined || out === '-') printExactly(io, text);
  else {
    const { folder, name } = outputPlace(io, out);
    writeFiles(folder, { name, content: text, basedOn: null });
    print(io, `wrote ${out}`);
  }
  for (const note of notes) warn(io, noteLine(note));
  mentionWarnings(io, situation);
  return EXIT.fine;
}

async function written({ name, model }: Situation, as: string, options: PrepareOptions) {
  const writer = await formatNamed(as)!.writer();
  try {
    return await askLong(async () => writer(model, options));
  } catch (error) {
    if (!(error instanceof ModelFault)) throw error;
    throw new Failure(EXIT.modelErrors, 'not-exported', `${name}: ${error.message}`, {
      hint: `it cannot be written as ${as}`,
    });
  }
}
