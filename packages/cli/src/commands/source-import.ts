import { readFile } from '@standoff/case';
import { readReferences, ReferencesError, type CitedSource } from '@standoff/evidence/cite';
import { sourceBlock } from '@standoff/evidence/records';
import { EXIT, usage } from '../failure.js';
import { placeOf, type Io } from '../io.js';
import { decode, MOST_BYTES } from '../situation-file.js';
import { print, printAnswer } from '../terminal.js';

/** The answer of `standoff source import --json`. */
export interface SourceImportAnswer {
  /** The form of this JSON and its version. */
  readonly schema: 'standoff/source-import/2';
  /** The file that was read. */
  readonly file: string;
  /** The works in it, in its order, as a situation says them. */
  readonly sources: readonly CitedSource[];
  /** The lines that declare them. */
  readonly block: string;
}

/** `standoff source import`. */
export function importSources(
  io: Io,
  file: string,
  { json = false }: { readonly json?: boolean },
): Promise<number> {
  const bytes = readFile(placeOf(io, file), MOST_BYTES, file);
  if (bytes === null) throw usage('not-found', `there is no file ${file}`);
  const sources = worksIn(decode(bytes, file), file);
  if (sources.length === 0)
    throw usage('no-works', `${file} names no work`, 'export the works from the reference manager');
  const block = sources.map((source) => sourceBlock(source.id, source, file)).join('\n\n');
  if (json)
    printAnswer<SourceImportAnswer>(io, {
      schema: 'standoff/source-import/2',
      file,
      sources,
      block,
    });
  else print(io, `${block}\n`);
  return Promise.resolve(EXIT.fine);
}

function worksIn(text: string, file: string): CitedSource[] {
  try {
    return readReferences(text);
  } catch (error) {
    if (!(error instanceof ReferencesError)) throw error;
    throw usage('not-references', `${file}: ${error.message}`, 'export it as BibTeX or RIS');
  }
}
