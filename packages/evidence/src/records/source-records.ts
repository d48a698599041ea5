import * as z from 'zod';
import { isObject, keptList, printKept, type Kept, type KeptObject } from '../kept-file.js';
import { TEXT_FORMATS, type TextFormat } from '../formats.js';
import type { SourceText, TextMetadata } from '../source-text.js';
import type { Fingerprint } from './fingerprint.js';

/** The name of the file beside a situation. */
export const SOURCES_FILE = 'sources.json';

/** Which texts a situation's sources have: names and hashes, never the words. */
export interface SourceRecords extends Kept {
  /** In the order of the file. */
  readonly records: readonly SourceRecord[];
}

export interface SourceRecord {
  /** Id of the source. */
  readonly id: string;
  /** Path from the folder of the situation, with "/": "sources/cogan.txt". */
  readonly file: string;
  /** Oldest first; the last one is what the file should be. */
  readonly versions: readonly [SourceVersion, ...SourceVersion[]];
}

export interface SourceVersion {
  /** Of the file's bytes. */
  readonly bytes: Fingerprint;
  /** Of the canonical text that the readers make of it. */
  readonly text: Fingerprint;
  readonly format: TextFormat;
  /** How its letters are written, where the file does not say so itself; it is read so again. */
  readonly encoding?: string;
  /** The highest paragraph number: what "@id:P…" may go up to. */
  readonly lastParagraph: number;
  /** "2018-04-27T10:00:00Z" */
  readonly added: string;
  /** What the text says of itself; only what it does say. */
  readonly metadata: Partial<Record<keyof TextMetadata, string>>;
}

const hash = z
  .string()
  .regex(/^sha256:[0-9a-f]{64}$/, 'expected sha256: and 64 hexadecimal digits');
const Version = z.looseObject({
  bytes: hash,
  text: hash,
  format: z.enum(TEXT_FORMATS),
  encoding: z.string().optional(),
  lastParagraph: z.int('expected a whole number').min(0, 'expected a whole number from 0'),
  added: z.string(),
  metadata: z
    .looseObject({
      title: z.string().optional(),
      author: z.string().optional(),
      published: z.string().optional(),
      publisher: z.string().optional(),
      url: z.string().optional(),
      language: z.string().optional(),
    })
    .default({}),
});
const Item = z.looseObject({
  id: z.string().min(1, 'expected the name of a source'),
  file: z.string().min(1, 'expected the path of the text'),
  versions: z.array(Version).min(1, 'expected at least one version'),
});

const FILE = keptList(
  { name: SOURCES_FILE, schema: 'standoff/sources/1', list: 'sources' },
  {
    item: Item,
    key: ({ id }) => id,
    say: (items) => ({
      records: items.map(({ id, file, versions }) => ({
        id,
        file,
        versions,
      })) as unknown as SourceRecord[],
    }),
  },
);

/** A file without records. */
export const NO_SOURCES: SourceRecords = FILE.none;

/**
 * Reads a file of records. One that is not understood is told among the problems and stays in the file.
 * @throws KeptFileError where the whole file cannot be used
 */
export const readSourceRecords: (text: string, file?: string) => SourceRecords = FILE.read;

export function printSourceRecords({ document }: SourceRecords): string {
  return printKept(document);
}

/** The version of a text as it is recorded. */
export function sourceVersion(
  text: SourceText,
  hashes: { readonly bytes: Fingerprint; readonly text: Fingerprint },
  added: string,
): SourceVersion {
  return {
    ...hashes,
    format: text.format,
    ...(text.encoding === undefined ? {} : { encoding: text.encoding }),
    lastParagraph: lastParagraph(text),
    added,
    metadata: Object.fromEntries(
      Object.entries(text.metadata).filter(([, value]) => value !== null),
    ),
  };
}

/** The highest paragraph number of a text. */
export function lastParagraph({ paragraphs }: Pick<SourceText, 'paragraphs'>): number {
  return paragraphs.reduce((most, { number }) => Math.max(most, number), 0);
}

/** The version that a record is about now. */
export function currentVersion({ versions }: SourceRecord): SourceVersion {
  return versions.at(-1)!;
}

/**
 * The records with a version added, for a source that may be new. The path is replaced; older
 * versions stay listed. Nothing changes where path, bytes and text are those of the current version.
 */
export function withVersion(
  records: SourceRecords,
  id: string,
  file: string,
  version: SourceVersion,
): SourceRecords {
  const items = FILE.items(records);
  const index = items.findIndex((raw) => isObject(raw) && raw['id'] === id);
  const known = records.records.find((record) => record.id === id);
  if (index < 0) return FILE.withItems(records, [...items, { id, file, versions: [version] }]);
  const raw = items[index] as KeptObject;
  const versions = Array.isArray(raw['versions']) ? (raw['versions'] as unknown[]) : [];
  const current = known && currentVersion(known);
  const same = current?.bytes === version.bytes && current.text === version.text;
  if (same && known?.file === file) return records;
  return FILE.withItems(
    records,
    items.with(index, { ...raw, file, versions: same ? versions : [...versions, version] }),
  );
}
