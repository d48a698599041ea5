import type { SituationShown } from '@standoff/situation';
import { Page } from '@standoff/document';
import { counted } from '@standoff/questions';
import { EXIT } from '../failure.js';
import type { Io } from '../io.js';
import {
  checkedSources,
  situationShown,
  sourcesShown,
  type SourceShown,
} from '../sources-checked.js';
import { print, printAnswer, textOptions } from '../terminal.js';

/** `standoff source list`. */
export async function listSources(
  io: Io,
  argument: string,
  { json = false }: { readonly json?: boolean },
): Promise<number> {
  const checked = await checkedSources(io, argument);
  const sources = sourcesShown(checked);
  if (json)
    printAnswer<SourceListAnswer>(io, {
      schema: 'standoff/source-list/2',
      situation: situationShown(checked),
      sources,
    });
  else print(io, listText(io, sources));
  return EXIT.fine;
}

/** The answer of `standoff source list --json`. */
export interface SourceListAnswer {
  /** The form of this JSON and its version. */
  readonly schema: 'standoff/source-list/2';
  /** The situation that was asked. */
  readonly situation: SituationShown;
  /** Those of the situation, then those that only the records of texts know. */
  readonly sources: readonly SourceShown[];
}

function listText(io: Io, sources: readonly SourceShown[]): string {
  const page = new Page(textOptions(io));
  if (sources.length === 0) page.line('The situation has no sources.');
  const cells = sources.map((source) => [
    source.id,
    source.declared ? counted(source.references, 'reference') : 'not declared',
    source.annotations > 0 ? counted(source.annotations, 'annotation') : '',
    source.state === 'none'
      ? 'no text'
      : `${source.file!}, to P${String(source.lastParagraph)}, version ${String(source.version)}, ${source.state}`,
  ]);
  const widths = [0, 1, 2].map((k) => Math.max(0, ...cells.map((row) => row[k].length)));
  for (const row of cells)
    page.row(
      row
        .map((cell, k) => (k < 3 ? cell.padEnd(widths[k]) : cell))
        .filter((_, k) => k > 2 || widths[k] > 0)
        .join('  '),
    );
  return page.toString();
}
