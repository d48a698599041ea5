import type { Folder } from './folder.js';
import { versionOf } from './read-file.js';
import type { Write } from './write.js';

/** Where texts of sources lie. */
export const SOURCES = 'sources';

/**
 * What `.gitignore` says beside a situation. Sources are often under somebody else's copyright: kept
 * beside it, not published.
 */
export const IGNORED = '# Texts of others, for reading beside the situation.\nsources/\n';
export const IGNORE_FILE = '.gitignore';
const MOST_IGNORED = 5_000_000;

/** A text of a source on its way to its place. */
export interface KeptText {
  /** `sources/ID.EXT` */
  readonly file: string;
  /** Where another text is kept that stood there; null: none did. */
  readonly kept: string | null;
  /** Whether `.gitignore` is written. */
  readonly ignored: boolean;
  /** Whether the text is; otherwise it is there already. */
  readonly copied: boolean;
  /** What is to be written for it. */
  readonly writes: readonly Write[];
}

/**
 * How a text is kept as `sources/ID.EXT` and out of git. Another text that lies there is kept beside it
 * under a name with the beginning of its hash.
 * @param most the size of the largest text
 * @throws CaseError
 */
export function keepText(
  folder: Folder,
  id: string,
  ending: string,
  bytes: Uint8Array,
  most: number,
): KeptText {
  const file = `${SOURCES}/${id}${ending}`;
  const ignore = ignoreWrite(folder);
  const ignored = ignore !== null;
  const before = folder.read(file, most);
  if (before?.equals(bytes))
    return { file, kept: null, ignored, copied: false, writes: ignored ? [ignore] : [] };
  const text: Write = { name: file, content: bytes, basedOn: before && versionOf(before) };
  const copy = before && copyWrite(folder, id, ending, before, most);
  return {
    file,
    kept: copy && copy.name,
    ignored,
    copied: true,
    writes: [copy, text, ignore].filter((write) => write !== null),
  };
}

/** Under the shortest beginning of its hash that is free, or has these bytes already. */
function copyWrite(folder: Folder, id: string, ending: string, bytes: Buffer, most: number): Write {
  const hash = versionOf(bytes);
  for (let length = 8; ; length += 8) {
    const name = `${SOURCES}/${id}.${hash.slice(0, length)}${ending}`;
    const there = folder.read(name, most);
    if (there === null || there.equals(bytes) || length === hash.length)
      return { name, content: bytes, basedOn: there && hash };
  }
}

/** Null: git leaves the texts out already. */
function ignoreWrite(folder: Folder): Write | null {
  const before = folder.read(IGNORE_FILE, MOST_IGNORED);
  if (before === null) return { name: IGNORE_FILE, content: IGNORED, basedOn: null };
  const text = before.toString('latin1');
  if (/^\/?sources\/?\s*$/m.test(text)) return null;
  const end = text.includes('\r\n') ? '\r\n' : '\n';
  const added = (/(^|\n)$/.test(text) ? '' : end) + IGNORED.replaceAll('\n', end);
  return {
    name: IGNORE_FILE,
    content: Buffer.concat([before, Buffer.from(added)]),
    basedOn: versionOf(before),
  };
}
