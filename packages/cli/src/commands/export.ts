import { writeFiles } from '@standoff/case';
import { formatNamed, type Format } from '@standoff/exchange';
import { ModelFault } from '@standoff/model';
import type { PrepareOptions } from '@standoff/situation';
import { EXIT, Failure, usage } from '../failure.js';
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
  const format = formatNamed(as)!;
  if (format.holds === 'bytes' && (out === undefined || out === '-'))
    throw usage(
      'no-text',
      `${format.what}: that is no text to print`,
      `standoff export ${argument} --as ${as} --out NAME.${format.ending}`,
    );
  const situation = await loadSituation(io, argument);
  const { content, notes } = await written(situation, format, { opponentsRule: opponents, memory });
  if (out === undefined || out === '-') printExactly(io, content as string);
  else {
    const { folder, name } = outputPlace(io, out);
    writeFiles(folder, { name, content, basedOn: null });
    print(io, `wrote ${out}`);
  }
  for (const note of notes) warn(io, noteLine(note));
  mentionWarnings(io, situation);
  return EXIT.fine;
}

async function written({ name, model }: Situation, format: Format, options: PrepareOptions) {
  const writer = await format.writer!();
  try {
    return await askLong(async () => writer(model, options));
  } catch (error) {
    if (!(error instanceof ModelFault)) throw error;
    throw new Failure(EXIT.modelErrors, 'not-exported', `${name}: ${error.message}`, {
      hint: `it cannot be written as ${format.name}`,
    });
  }
}
