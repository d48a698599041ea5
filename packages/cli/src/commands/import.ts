import path from 'node:path';
import { fillFolder, readFile } from '@standoff/case';
import {
  formatOf,
  FORMATS,
  isReadable,
  readAs,
  type ExchangeNote,
  type Format,
  type ReadableFormat,
} from '@standoff/exchange';
import { ModelFault, type Schema } from '@standoff/model';
import { beginCase } from '../begin-case.js';
import { EXIT, Failure, usage } from '../failure.js';
import { placeOf, type Io } from '../io.js';
import { schemaText } from '../schema-file.js';
import { decode, MOST_BYTES } from '../situation-file.js';
import { situationText } from '../situation-text.js';
import { askLong } from '../situation.js';
import { print, printAnswer, printWrapped } from '../terminal.js';

/** The answer of `standoff import --json`. */
export interface ImportAnswer {
  /** The form of this JSON and its version. */
  readonly schema: 'standoff/import/2';
  /** The file that was read. */
  readonly file: string;
  /** The form that it is in: "gmcr", "csv", … */
  readonly format: string;
  /** The files that were written. */
  readonly created: readonly string[];
  /** What could not be carried over as it is, or had to be chosen. */
  readonly notes: readonly ExchangeNote[];
}

/** `standoff import`. */
export async function importFile(
  io: Io,
  file: string,
  { to, json = false }: { readonly to?: string; readonly json?: boolean },
): Promise<number> {
  const bytes = readFile(placeOf(io, file), MOST_BYTES, file);
  if (bytes === null) throw usage('not-found', `there is no file ${file}`);
  const { base, ext } = path.parse(file);
  const name = path.basename(base, ext);
  const {
    format,
    read: { model, notes },
  } = await read(io, readableFormat(file), { file, bytes, title: name });
  const situation = situationText(model, file);
  const place = to ?? name;
  const created = fillFolder(
    placeOf(io, place),
    (folder) =>
      beginCase(folder, {
        name,
        text: situation,
        otherwise: `standoff import ${file} --to other`,
        more: [
          { name: `${name}.import.md`, content: noteText(base, format, notes), basedOn: null },
        ],
      }),
    place,
  );
  if (json)
    printAnswer<ImportAnswer>(io, {
      schema: 'standoff/import/2',
      file,
      format: format.name,
      created,
      notes,
    });
  else {
    for (const one of created) print(io, `wrote ${one}`);
    for (const note of notes) printWrapped(io, noteLine(note));
    print(io, `Next: standoff analyse ${place}`);
  }
  return EXIT.fine;
}

/** One line of what was left out. */
export function noteLine({ place, message }: ExchangeNote): string {
  return place === null ? message : `${place}: ${message}`;
}

function readableFormat(file: string): ReadableFormat {
  const format = formatOf(file);
  if (format !== undefined && isReadable(format)) return format;
  throw usage(
    'unknown-format',
    format
      ? `${file}: ${format.what} is written, but not read`
      : `${file} is in no form that is known by the end of its name`,
    `read are ${FORMATS.filter(isReadable)
      .map(({ ending, what }) => `.${ending} (${what})`)
      .join(', ')}`,
  );
}

async function read(
  io: Io,
  format: ReadableFormat,
  { file, bytes, title }: { readonly file: string; readonly bytes: Buffer; readonly title: string },
): ReturnType<typeof readAs> {
  const content = { bytes, decoded: () => decode(bytes, file) };
  try {
    return await askLong(() =>
      readAs(format, content, {
        title,
        modelSchema: () => JSON.parse(schemaText(io, 'model')) as Schema,
      }),
    );
  } catch (error) {
    if (!(error instanceof ModelFault)) throw error;
    throw new Failure(EXIT.modelErrors, 'not-imported', `${file}: ${error.message}`, {
      hint: `it was read as ${format.what}; nothing is written`,
    });
  }
}

function noteText(file: string, { what }: Format, notes: readonly ExchangeNote[]): string {
  const lines = notes.map((note) => `- ${noteLine(note)}.`);
  return [
    `# Imported from ${file}`,
    '',
    `It was read as ${what}.`,
    lines.length > 0
      ? 'What was chosen, or could not be carried over as it is:'
      : 'All of it was carried over.',
    ...(lines.length > 0 ? ['', ...lines] : []),
    '',
  ].join('\n');
}
