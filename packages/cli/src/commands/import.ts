import path from 'node:path';
import { FILE_NAMES, fillFolder, readFile } from '@standoff/case';
import {
  formatOf,
  FORMATS,
  isReadable,
  readAs,
  unpackCase,
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
import { print, printAnswer } from '../terminal.js';
import { printWrapped } from '../wrapped.js';

/** Texts of sources are in it. */
const MOST_PACKED = 250_000_000;

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

interface ImportFlags {
  readonly to?: string;
  readonly json?: boolean;
}

/** What an import comes to, to be written into a folder. */
interface Imported {
  readonly format: string;
  readonly notes: readonly ExchangeNote[];
  readonly begun: Omit<Parameters<typeof beginCase>[1], 'otherwise'>;
}

/** `standoff import`. */
export async function importFile(
  io: Io,
  file: string,
  { to, json = false }: ImportFlags,
): Promise<number> {
  const { ext, name } = path.parse(file);
  const { format, notes, begun } = await (ext.toLowerCase() === '.zip' ? packed : foreign)(
    io,
    file,
  );
  const place = to ?? name;
  const created = fillFolder(
    placeOf(io, place),
    (folder) => beginCase(folder, { ...begun, otherwise: `standoff import ${file} --to other` }),
    place,
  );
  if (json)
    printAnswer<ImportAnswer>(io, {
      schema: 'standoff/import/2',
      file,
      format,
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

function bytesOf(io: Io, file: string, most: number): Buffer {
  const bytes = readFile(placeOf(io, file), most, file);
  if (bytes === null) throw usage('not-found', `there is no file ${file}`);
  return bytes;
}

/** A file of another program. */
async function foreign(io: Io, file: string): Promise<Imported> {
  const bytes = bytesOf(io, file, MOST_BYTES);
  const { base, name } = path.parse(file);
  const {
    format,
    read: { model, notes },
  } = await read(io, readableFormat(file), { file, bytes, title: name });
  return {
    format: format.name,
    notes,
    begun: {
      name,
      text: situationText(model, file),
      more: [{ name: `${name}.import.md`, content: noteText(base, format, notes), basedOn: null }],
    },
  };
}

/** A case that was exported as a package: its files as they were. */
async function packed(io: Io, file: string): Promise<Imported> {
  const bytes = bytesOf(io, file, MOST_PACKED);
  const beside = FILE_NAMES.filter((name) => name !== 'situation');
  const { situation, files } = await orRefused(file, 'a package of a case', () =>
    Promise.resolve(unpackCase(bytes, beside)),
  );
  return {
    format: 'package',
    notes: [],
    begun: {
      name: path.basename(situation, '.standoff'),
      text: decode(Buffer.from(files.get(situation)!), situation),
      more: [...files]
        .filter(([name]) => name !== situation)
        .map(([name, content]) => ({ name, content, basedOn: null })),
    },
  };
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
      .join(', ')}, .zip (a case as a package)`,
  );
}

async function read(
  io: Io,
  format: ReadableFormat,
  { file, bytes, title }: { readonly file: string; readonly bytes: Buffer; readonly title: string },
): ReturnType<typeof readAs> {
  const content = { bytes, decoded: () => decode(bytes, file) };
  return orRefused(file, format.what, () =>
    readAs(format, content, {
      title,
      modelSchema: () => JSON.parse(schemaText(io, 'model')) as Schema,
    }),
  );
}

async function orRefused<T>(file: string, what: string, work: () => Promise<T>): Promise<T> {
  try {
    return await askLong(async () => work());
  } catch (error) {
    if (!(error instanceof ModelFault)) throw error;
    throw new Failure(EXIT.modelErrors, 'not-imported', `${file}: ${error.message}`, {
      hint: `it was read as ${what}; nothing is written`,
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
